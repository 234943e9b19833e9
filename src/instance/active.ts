import { decoded } from '../css/addresses.js'
import { type TargetId, targetOf } from '../targets/index.js'
import type { PlanOptions } from './plan.js'

/** The theme that users see, as far as the settings say. */
export interface ActiveTheme {
  /** The file, below the assets folder. */
  readonly file: string
  /** The setting and its value, as the caller wrote it; `undefined` for the default. */
  readonly value: string | undefined
  /** The value for messages, without what may be a secret in an address. */
  readonly shown: string
  /** What names it, for messages. */
  readonly setting: string
  /** The host that it is loaded from, where that isn't this server or is unknown. */
  readonly host?: { readonly address: string; readonly isKnown: boolean }
}

/** Where the server looks unless a setting says otherwise. */
export const defaultTheme = (target: TargetId) =>
  `themes/${targetOf(target).family.generation === 'opencloud' ? 'opencloud' : 'owncloud'}/theme.json`

/**
 * Which theme the clients load: `theme` of the web configuration, where there is one, or `WEB_UI_THEME_PATH` below
 * `WEB_UI_THEME_SERVER`.
 */
export function activeTheme({
  settings,
  web,
  target,
}: Pick<PlanOptions, 'settings' | 'web' | 'target'>): ActiveTheme {
  const byDefault = `/${defaultTheme(target)}`
  const isInFile = web?.theme !== undefined
  const value = web?.theme ?? settings.theme
  const setting = isInFile ? `"theme" in ${web.file}` : 'WEB_UI_THEME_PATH'
  const named = urlOf(value ?? byDefault)
  const server = named ?? (isInFile ? undefined : urlOf(settings.themeServer ?? ''))
  const path = (named?.pathname ?? value ?? byDefault).replace(/[?#].*$/s, '')
  const file = decoded(path).replace(/^\.?\/+/, '')
  const own = urlOf(web?.server ?? settings.url ?? '')
  const query = named?.search === '' ? '' : '?…'
  const shown = named === undefined ? (value ?? byDefault) : named.origin + named.pathname + query
  if (server === undefined || server.host === own?.host) return { file, value, shown, setting }
  return { file, value, shown, setting, host: { address: server.origin, isKnown: own !== undefined } }
}

/** What to write to name another theme. */
export function settingFor(active: ActiveTheme, file: string): string {
  return active.setting === 'WEB_UI_THEME_PATH'
    ? `Set WEB_UI_THEME_PATH=/${file}`
    : `Set ${active.setting} to "/${file}"`
}

function urlOf(text: string): URL | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
}
