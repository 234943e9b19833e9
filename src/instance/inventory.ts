import { detectGeneration } from '../formats/detect-generation.js'
import { looksLikeTheme } from '../formats/theme-text.js'
import { onOneLine } from '../json/escaped.js'
import { quoted } from '../json/quoted.js'
import { brandingFile, type InstanceTheme, isThemeFile, type UnreadTheme, uploadedTheme } from './instance.js'
import type { InventoryEntry } from './plan.js'
import type { Draft } from './plan-draft.js'

/** Common names of theme files, also with the endings that editors and package managers give to copies. */
const nearName = /^themes?(?!-convert\.json$)(?:[-_. ()\w]*)\.(?:json[5c]?|ya?ml)(?:\W.*)?$|^theme$/i
const backupName =
  /(?:~|\.(?:bak|old|orig|save|sw[op]|dpkg-\w+|rpm\w+|\d+)|[-_. ](?:old|bak|backup|copy|orig)\.json)$/i

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)

/** Whether a file of the assets folder may be a theme, so that it has to be read. */
export function mayBeTheme(file: string): boolean {
  return !/^(?:core|apps)\//.test(file) && (file.endsWith('.json') || nearName.test(nameOf(file)))
}

/** Whether a file has the name of a theme or a similar one, whatever its content. */
export function isNamedLikeTheme(file: string): boolean {
  return nearName.test(nameOf(file))
}

/**
 * Whether a file is in the folder of a theme, under a similar name. The server reads such a file only when a setting
 * names it, and clients only load `.json`.
 *
 * @param file the path, with slashes
 */
export function isMisnamed(file: string): boolean {
  const name = nameOf(file)
  if (name === 'theme.json' || backupName.test(name) || !isNamedLikeTheme(name)) return false
  return /(?:^|\/)themes\/(?:[^/]+\/)?[^/]+$/.test(file)
}

/** Whether a file is a copy, judging by its name. */
export const isBackup = (file: string): boolean => backupName.test(nameOf(file))

/** Every theme file and every file with a similar name, and whether the server reads it. */
export function inventoryOf(draft: Draft): InventoryEntry[] {
  const { themes, branding, unread = [] } = draft.instance
  const read = [...themes, ...(branding === undefined ? [] : [branding])]
  const entries = [...read.flatMap((theme) => entryOf(draft, theme) ?? []), ...unread.flatMap(unreadEntry)]
  return entries.map((entry) => ({ ...entry, reason: onOneLine(entry.reason) }))
}

/** Whether a file is a theme, or looks like one that can't be read. */
const isTheme = (generation: string, text = '') =>
  generation === 'unreadable' ? looksLikeTheme(text) : generation !== 'unknown'

function unreadEntry({
  theme: { path, text, document, diagnostics },
  reason,
}: UnreadTheme): InventoryEntry[] {
  const generation = diagnostics.length > 0 ? 'unreadable' : detectGeneration(document).generation
  if (!isTheme(generation, text) && !isNamedLikeTheme(path)) return []
  return [{ file: path, generation, isRead: false, isRight: backupName.test(nameOf(path)), reason }]
}

function entryOf(draft: Draft, theme: InstanceTheme): InventoryEntry | undefined {
  const { path, text = '', document, diagnostics, names = [] } = theme
  const as = path === brandingFile ? 'branding' : undefined
  const generation = diagnostics.length > 0 ? 'unreadable' : detectGeneration(document, as).generation
  const seen = [path, ...names]
  const isActive = seen.includes(draft.active.file)
  if (!isTheme(generation, text) && !isActive && path !== brandingFile && !seen.some(isNamedLikeTheme))
    return undefined
  const { isRead, isRight, reason } = reading(draft, path, seen, isActive)
  const [link] = names
  const where = link === undefined ? { file: path } : { file: link, linksTo: path }
  return { ...where, generation, isRead, isRight, reason }
}

/** What reads the file of the default theme where another one is in use. */
export const ONLY_LOGIN_PAGE = 'only the built-in login page reads it'

/** Why a misnamed file is not read. */
export const MISNAMED = 'servers and clients look for theme.json, not for this name'

/** What to do with a misnamed file. It may be the only good copy of a theme, or the file at the right name may be. */
export const MISNAMED_CURE =
  'If it is the theme to show, name it theme.json, and keep a copy of the file that has this name now. If not, move it out of the folder.'

function reading(
  { target, active }: Draft,
  path: string,
  seen: readonly string[],
  isActive: boolean,
): Pick<InventoryEntry, 'isRead' | 'isRight' | 'reason'> {
  const no = (reason: string, isRight = false) => ({ isRead: false, isRight, reason })
  if (path === brandingFile) {
    return target.readsBranding
      ? { isRead: true, isRight: true, reason: 'the server merges it into every theme' }
      : no(`${target.title} does not read branding files`)
  }
  if (isActive) {
    // The built-in login page reads only /themes/owncloud/theme.json.
    const elsewhere =
      target.loginPageShowsLogo && !seen.includes(uploadedTheme) ? ', but not on the built-in login page' : ''
    if (active.host !== undefined) return no(`users get the theme of ${active.host.address}`)
    if (active.refusal === undefined)
      return { isRead: true, isRight: true, reason: `the theme in use${elsewhere}` }
    return no(`${active.setting} is ${quoted(active.shown)}, and ${active.refusal}`)
  }
  const name = nameOf(path)
  if (backupName.test(name)) return no('a copy, judging by its name', true)
  if (!name.endsWith('.json') || /^themes?\.json$/i.test(name) !== (name === 'theme.json')) {
    return no(MISNAMED)
  }
  const said = `${active.setting} ${active.value === undefined ? 'is not known here' : `is ${quoted(active.shown)}`}`
  if (seen.includes(uploadedTheme) && target.loginPageShowsLogo) {
    return no(`${said}; ${ONLY_LOGIN_PAGE}`)
  }
  return no(seen.some(isThemeFile) ? said : `${said}, and it is not at themes/<name>/theme.json`)
}
