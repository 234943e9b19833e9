import { parseText } from '../text/parse-text.js'
import { detectGeneration } from './detect-generation.js'

/** A group or a key that every theme has one of. */
const anyKey = /"(?:clients|web|logo|designTokens|loginPage|general)"/

/** Keys that few other files have. */
const ownKeys =
  /\b(appBanner|backgroundImg|clients|colorPalette|designTokens|favicon|isDark|loginPage|shareRoles|slogan|topbar)["']?\s*:/g

/** Whether a text that can't be read as JSON has several keys of a theme: one that is torn, or was edited by hand. */
export function looksLikeTheme(text: string): boolean {
  return new Set(Array.from(text.matchAll(ownKeys), ([, key]) => key)).size > 1
}

/** Whether a text is a theme, or looks like one that can't be read. */
export function isThemeText(text: string): boolean {
  if (!anyKey.test(text)) return looksLikeTheme(text)
  const { document } = parseText(text)
  return document === undefined ? looksLikeTheme(text) : detectGeneration(document).generation !== 'unknown'
}
