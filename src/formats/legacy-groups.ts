import { child, type Pointer } from '../json/pointer.js'
import { isObject, type Json, type JsonObject, own } from '../json/value.js'
import { DARK_KEY } from './named-clients.js'
import { webSection } from './web-section.js'

/** The groups of a legacy theme; `filesList` and `colors` occur in flat files only. */
export const flatGroups = [
  'general',
  'logo',
  'loginPage',
  'filesList',
  'colors',
  'designTokens',
  'appBanner',
] as const
/** Clients with sections of their own, where only the web client has themes. */
export const otherClients: readonly string[] = ['android', 'ios', 'desktop']
export const clientNames: readonly string[] = /* @__PURE__ */ ['web'].concat(otherClients)
/** Root keys of wrapped and named files that are no themes, unless they look like one. */
export const rootSections: ReadonlySet<string> = /* @__PURE__ */ (() =>
  new Set(['common', '$schema', ...otherClients]))()

/** Whether a value looks like a legacy theme: an object with at least one of a theme's groups in it. */
export function looksLikeLegacyTheme(value: Json | undefined): boolean {
  return (
    isObject(value) &&
    (isGroup(value['general']) ||
      isGroup(value['logo']) ||
      isGroup(value['loginPage']) ||
      isGroup(value['designTokens']) ||
      isGroup(value['appBanner']))
  )
}

/** Whether a root key of a named file is one of its themes. */
export function isNamedTheme(key: string, value: Json): boolean {
  return isObject(value) && (!rootSections.has(key) || looksLikeLegacyTheme(value))
}

/** Whether a root key beside "clients" is a part of an older generation: its themes, one of them, or a group of one. */
export function isLegacyPart(key: string, value: Json): boolean {
  if (!isObject(value)) return false
  if (key === 'web') return true
  if ((flatGroups as readonly string[]).includes(key)) return !containsGroup(value)
  return key !== 'clients' && !rootSections.has(key) && looksLikeLegacyTheme(value)
}

/** Whether a value is a group of a legacy theme: an object that isn't a theme in its own right. */
function isGroup(value: Json | undefined): boolean {
  return isObject(value) && !containsGroup(value)
}

/** Whether an object has a group of a legacy theme, and so is a theme itself. */
export function containsGroup(object: JsonObject): boolean {
  return (
    isObject(object['general']) ||
    isObject(object['logo']) ||
    isObject(object['loginPage']) ||
    isObject(object['designTokens']) ||
    isObject(object['appBanner'])
  )
}

/** A legacy theme where current clients look for current ones. */
export interface PastedTheme {
  readonly key: string
  readonly pointer: Pointer
}

/**
 * Legacy themes below `clients.web`, by their names: the result of copying an old file into a current one. A "default"
 * without any legacy group is a misspelt "defaults".
 */
export function pastedThemes(document: JsonObject): PastedTheme[] {
  const web = webSection(document)
  if (web === undefined) return []
  const themes = own(web, 'themes')
  if (isObject(themes)) return pastedInto(themes, '/clients/web/themes', () => true)
  const { defaults, ...others } = web
  // Only what is in no defaults of today makes a theme of them.
  const isTheme = isObject(defaults) && !Array.isArray(themes) && isObject(own(defaults, 'general'))
  return pastedInto(
    isTheme ? web : others,
    '/clients/web',
    (key, theme) => key === DARK_KEY || isObject(own(theme, 'general')),
  )
}

/** The keys of `clients.web` that belong to a current file, if legacy themes were pasted into it. */
export function frameOf(web: JsonObject): string[] {
  const isMap = isObject(own(web, 'themes'))
  return Object.keys(web).filter((key) => (key === 'themes' ? !isMap : key === 'defaults' || isMap))
}

/** Whether a part is empty, and so can't be the one that is meant. */
export function isEmptyPart(part: Json | undefined): boolean {
  return typeof part === 'object' && part !== null && Object.keys(part).length === 0
}

/** @param isOld whether a theme is certainly a legacy one; one such theme is enough for all */
function pastedInto(
  object: JsonObject,
  parent: Pointer,
  isOld: (key: string, theme: JsonObject) => boolean,
): PastedTheme[] {
  const found = Object.keys(object).filter((key) => looksLikeLegacyTheme(object[key]))
  if (!found.some((key) => isOld(key, object[key] as JsonObject))) return []
  // Empty themes occur; they show the colours of the design system.
  const names = Object.keys(object).filter(
    (key) =>
      found.includes(key) || (/^default(-|$)/.test(key) && isObject(object[key]) && isEmptyPart(object[key])),
  )
  return names.map((key) => ({ key, pointer: child(parent, key) }))
}
