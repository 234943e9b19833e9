import { isObject, type Json, type JsonObject } from '../json/value.js'

/** Groups that a legacy theme is made of, and those that only flat files had beside them. */
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
export const rootSections: ReadonlySet<string> = /* @__PURE__ */ new Set(
  ['common', '$schema'].concat(otherClients),
)

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

/** Whether a root key beside "clients" is a part of an older shape: its themes, one of them, or a group of one. */
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

export function containsGroup(object: JsonObject): boolean {
  return (
    isObject(object['general']) ||
    isObject(object['logo']) ||
    isObject(object['loginPage']) ||
    isObject(object['designTokens']) ||
    isObject(object['appBanner'])
  )
}
