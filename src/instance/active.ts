import { isOnOtherHost, pathBelowRoot, slashed } from '../css/addresses.js'
import { type TargetId, targetOf } from '../targets/index.js'
import type { PlanOptions } from './plan.js'

/** The theme that users see, according to the settings. */
export interface ActiveTheme {
  /** The file, below the assets folder. */
  readonly file: string
  /** The setting and its value, as the caller wrote it; `undefined` for the default. */
  readonly value: string | undefined
  /** The value for messages, without the query of an address, which may contain a secret. */
  readonly shown: string
  /** The name of the setting, for messages. */
  readonly setting: string
  /** Why clients don't load such an address, and show their stock theme; `undefined` where they load it. */
  readonly refusal?: string
  /** The host that it is loaded from, unless that is known to be this server. */
  readonly host?: { readonly address: string; readonly isKnown: boolean }
}

type NamingOptions = Pick<PlanOptions, 'settings' | 'web' | 'target'>

const THEME_PATH = 'WEB_UI_THEME_PATH'

/** The theme that the server reads unless a setting names another one. */
export const defaultTheme = (target: TargetId) =>
  `themes/${targetOf(target).family.generation === 'opencloud' ? 'opencloud' : 'owncloud'}/theme.json`

/**
 * The theme that clients load. oCIS and OpenCloud serve a web configuration in which they replace `theme` by
 * `WEB_UI_THEME_PATH` on `WEB_UI_THEME_SERVER`, or by their defaults. Without any of these settings, `theme` of the
 * configuration counts.
 */
export function activeTheme(options: NamingOptions): ActiveTheme {
  const { settings, web } = options
  const bySettings = settings.theme ?? settings.themeServer ?? settings.configuration
  return bySettings === undefined && web?.theme !== undefined
    ? themeNamedBy(`"theme" in ${web.file}`, web.theme, undefined, options)
    : themeNamedBy(THEME_PATH, settings.theme, settings.themeServer, options)
}

/** A theme in the web configuration that the settings replace by another one. */
export interface ThemeOverruled {
  readonly theme: ActiveTheme
  /** Whether the server is known to read that configuration. */
  readonly isKnown: boolean
}

/** The theme in the web configuration, where the settings name another one. */
export function overruledTheme(options: NamingOptions): ThemeOverruled | undefined {
  const { web, settings } = options
  const active = activeTheme(options)
  if (web?.theme === undefined || active.setting !== THEME_PATH) return undefined
  const theme = themeNamedBy(`"theme" in ${web.file}`, web.theme, undefined, options)
  const hosts = [theme, active].map(({ host }) => (host?.isKnown === true ? host.address : undefined))
  if (theme.file === active.file && hosts[0] === hosts[1]) return undefined
  return { theme, isKnown: settings.configuration !== undefined }
}

function themeNamedBy(
  setting: string,
  value: string | undefined,
  themeServer: string | undefined,
  { settings, web, target }: NamingOptions,
): ActiveTheme {
  const byDefault = `/${defaultTheme(target)}`
  // The server puts its own address before WEB_UI_THEME_PATH; clients use the configuration's as it is.
  const isBare = setting !== THEME_PATH && isOnOtherHost(value ?? '')
  const named = urlOf(isBare ? `https:${value}` : (value ?? byDefault))
  const server = named ?? urlOf(themeServer ?? '')
  const own = urlOf(web?.server ?? settings.url ?? '')
  const isAddress = named !== undefined || setting !== THEME_PATH
  const path = belowServer(named?.pathname ?? value ?? byDefault, isAddress ? own : undefined)
  const file = pathBelowRoot(path) ?? slashed(path)
  const query = named?.search === '' ? '' : '?…'
  const shown = named === undefined ? (value ?? byDefault) : named.origin + named.pathname + query
  const refusal = refusalOf(value ?? byDefault, setting, themeServer ?? settings.url, target)
  const theme = { file, value, shown, setting, ...(refusal !== undefined && { refusal }) }
  if (server === undefined || server.host === own?.host) return theme
  return { ...theme, host: { address: server.origin, isKnown: own !== undefined } }
}

/** Why clients don't load a theme of this server, as a clause. */
function refusalOf(
  value: string,
  setting: string,
  server: string | undefined,
  target: TargetId,
): string | undefined {
  if (!value.endsWith('.json')) return 'clients load only addresses that end with ".json"'
  if (setting !== THEME_PATH || value.startsWith('/')) return undefined
  if (urlOf(value) !== undefined) return 'the server puts its own address before it'
  // OpenCloud adds the slash.
  const isJoined = targetOf(target).family.generation === 'opencloud' || server?.endsWith('/')
  return isJoined ? undefined : 'without a slash at the start it becomes a part of the name of the host'
}

/** The path on a server that is installed below a path of its host; WEB_UI_THEME_PATH is without that path already. */
function belowServer(path: string, own: URL | undefined): string {
  const base = (own?.pathname ?? '/').replace(/\/*$/, '/')
  return path.startsWith(base) ? `/${path.slice(base.length)}` : path
}

/**
 * What to write to name another theme: the server writes its setting over the web configuration, which another web
 * server may provide.
 */
export function settingFor(active: ActiveTheme, file: string): string {
  const change = `Set WEB_UI_THEME_PATH=/${file}`
  return active.setting === THEME_PATH
    ? change
    : `${change} (and ${active.setting}, if another web server provides that file)`
}

function urlOf(text: string): URL | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
}
