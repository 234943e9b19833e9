import { diagnostic } from '../findings/diagnostic.js'
import { quoted } from '../json/quoted.js'
import { type ActiveTheme, overruledTheme, settingFor } from './active.js'
import { brandingFile, hiddenBy, isThemeFile, uploadedTheme } from './instance.js'
import { inventoryOf, MISNAMED, MISNAMED_CURE, ONLY_LOGIN_PAGE } from './inventory.js'
import type { InventoryEntry } from './plan.js'
import { addFinding, type Draft } from './plan-draft.js'

/** Adds findings about settings that don't fit to the files. */
export function checkSettings(draft: Draft): void {
  const { options, target } = draft
  checkThemes(draft)
  const { assets, themes } = options.settings
  if (assets !== undefined && themes === undefined && target.servedAssets !== '') {
    const message = `WEB_ASSET_PATH has no effect on ${target.title}. Set WEB_ASSET_THEMES_PATH=${assets.replace(/\/+$/, '')}/themes instead.`
    addFinding(draft, 'asset-path-gone', '', message)
  }
}

/** Adds findings about themes that users don't see, and about a theme in use that isn't here. */
export function checkThemes(draft: Draft): void {
  const { options, active } = draft
  checkHost(draft)
  checkOverruled(draft)
  for (const problem of [
    ...(options.unreachable ?? []),
    ...(options.web?.problem === undefined ? [] : [options.web.problem]),
  ]) {
    addFinding(draft, 'out-of-reach', '', problem)
  }
  const inventory = inventoryOf(draft)
  const unread = new Set(draft.instance.unread?.map(({ theme }) => theme.path))
  for (const { file, isRight, reason } of inventory) {
    if (isRight || !unread.has(file)) continue
    const message = `The server doesn't read this file: ${reason}. If it is a theme to show, move it to where the server reads themes.`
    addFinding(draft, 'theme-not-active', file, message)
  }
  for (const entry of inventory) {
    const { file, isRight, reason } = entry
    if (isRight || !draft.files.has(file) || file === brandingFile || file === active.file) continue
    // That users get their theme from another host is reported already.
    if (active.host?.isKnown === true && isThemeFile(file)) continue
    const isMisnamed = reason === MISNAMED || !file.endsWith('.json')
    const message = isMisnamed
      ? `The server doesn't read this file: ${reason}. ${MISNAMED_CURE}`
      : (misplaced(options, file) ?? notInUse(active, entry))
    addFinding(draft, isMisnamed ? 'theme-misnamed' : 'theme-not-active', file, message)
  }
  checkPath(draft)
}

/** What to say of a theme in a themes folder that the settings name one level too deep or too high. */
function misplaced({ settings }: Draft['options'], file: string): string | undefined {
  const { themes } = settings
  if (themes === undefined) return undefined
  const has = 'The folder of the themes has one folder for each theme'
  if (file === 'themes/theme.json')
    return `${has}, but the settings name ${themes}, the folder of this theme: it is not found. Set the folder above.`
  const [, inner] =
    /^(themes|web\/assets\/themes)\/[^/]+\/theme\.json$/.exec(file.slice('themes/'.length)) ?? []
  return inner === undefined
    ? undefined
    : `${has}, but the settings name ${themes}, and this theme is in the folder "${inner}" below it: it is not found. Set ${themes.replace(/\/+$/, '')}/${inner}.`
}

function notInUse({ value, shown, setting }: ActiveTheme, { file, reason }: InventoryEntry): string {
  if (value === undefined) return `${sentence(reason)}. Unless it is "/${file}", this theme is not in use.`
  const effect = reason.endsWith(ONLY_LOGIN_PAGE)
    ? 'only the built-in login page reads this one'
    : 'this one is not in use'
  return `The server uses the theme ${quoted(shown)} (${setting}), so ${effect}.`
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function checkHost(draft: Draft): void {
  const { host, setting } = draft.active
  if (host === undefined) return
  const cause = setting === 'WEB_UI_THEME_PATH' ? 'WEB_UI_THEME_SERVER or WEB_UI_THEME_PATH' : setting
  const message = host.isKnown
    ? `Users get their theme from ${host.address} (${cause}), not from this folder: changes here have no effect. Convert the theme there.`
    : `${cause} is ${host.address}, which may be another server. If it is, changes in this folder have no effect: convert the theme there. If it is this server, set OCIS_URL to its address.`
  addFinding(draft, 'theme-on-other-host', '', message)
}

/** Adds a finding where the web configuration names another theme than the settings. */
function checkOverruled({ active, findings, options }: Draft): void {
  const overruled = overruledTheme(options)
  if (overruled === undefined) return
  const { theme, isKnown } = overruled
  const used =
    active.value === undefined
      ? `the default, ${quoted(active.shown)}, unless WEB_UI_THEME_PATH is set`
      : `WEB_UI_THEME_PATH, which is ${quoted(active.shown)}`
  const message = isKnown
    ? `${theme.setting} is ${quoted(theme.shown)}, which has no effect: the server replaces it with ${used}. ${overruledCure(theme, active)} to show the other theme.`
    : `${theme.setting} is ${quoted(theme.shown)}, but the server replaces it with ${used}, unless clients get this file from another web server. Name the right theme in both.`
  findings.push({
    file: '',
    ...diagnostic('theme-overruled', '', message),
    ...(!isKnown && { severity: 'error' }),
  })
}

/** The server puts the path of `WEB_UI_THEME_PATH` behind `WEB_UI_THEME_SERVER`, so both decide about the host. */
function overruledCure(theme: ActiveTheme, active: ActiveTheme): string {
  const change = settingFor(active, theme.file)
  if (theme.host !== undefined) return `${change} and WEB_UI_THEME_SERVER=${theme.host.address}`
  return active.host === undefined ? change : `${change}, and remove WEB_UI_THEME_SERVER,`
}

function checkPath(draft: Draft): void {
  const { active, instance, files, target } = draft
  const { value, shown, setting, file, host, refusal } = active
  if (value === undefined || host !== undefined) return
  const [first, second] = [...draft.documents.keys()].filter(isThemeFile)
  const other = second === undefined ? first : undefined
  if (refusal !== undefined) {
    const meant = [file, `${file}/theme.json`, `themes/${file}/theme.json`]
    const found = meant.find((name) => isThemeFile(name) && files.has(name))
    const right = found ?? other ?? 'themes/<name>/theme.json'
    const message = `${setting} is ${quoted(shown)}, and ${refusal}. Users see the stock theme. ${settingFor(active, right)}.`
    addFinding(draft, 'active-theme-missing', '', message)
    return
  }
  const isThere = files.has(file) || hiddenBy(instance, file) !== undefined
  const isLeaving = instance.files.includes(file)
  if (isThere || isLeaving || file === uploadedTheme) return
  const cure =
    other !== undefined
      ? `${settingFor(active, other)} to show the existing theme, or remove the setting to show the server's own theme.`
      : "Correct it, or remove it to show the server's own theme."
  const message = `${setting} is ${quoted(shown)}, where there is no theme${file.startsWith(target.servedAssets) ? '' : `, and ${target.title} serves nothing outside ${target.servedAssets}`}. ${cure}`
  addFinding(draft, 'active-theme-missing', '', message)
}
