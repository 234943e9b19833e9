import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'

/** Whether a layer has keys that only OpenCloud reads; the keys are read directly, which no object inherits. */
export function hasOpenCloudKeys({ logo, favicon, designTokens }: JsonObject): boolean {
  return (
    typeof logo === 'string' ||
    typeof favicon === 'string' ||
    (isObject(designTokens) && isObject(designTokens['roles']))
  )
}

/** Texts that only themes of OpenCloud have, and `label` only themes themselves; and what they are there. */
const openCloudTexts: ReadonlyMap<string, string> = new Map([
  ['label', 'is the title of a theme in OpenCloud.'],
  ['logo', 'is a plain string, as in OpenCloud.'],
  ['favicon', 'is beside the logo, as in OpenCloud.'],
])

/** Whether a key of a theme makes it one of OpenCloud. */
export function isOpenCloudKey(key: string, value: Json | undefined): boolean {
  return typeof value === 'string' && openCloudTexts.has(key)
}

/** Whether a group of design tokens makes a theme one of OpenCloud. */
export function isOpenCloudTokenGroup(group: string, value: Json | undefined): boolean {
  return group === 'roles' && isObject(value)
}

/** What only OpenCloud's flatter theme has. */
export function openCloudReasons(document: JsonObject): string[] {
  const reasons: string[] = []
  eachLayer(ownObject(document, 'clients'), (layer, pointer, isTheme) => {
    for (const [key, reason] of openCloudTexts) {
      if ((isTheme || key !== 'label') && isOpenCloudKey(key, own(layer, key))) {
        reasons.push(`${pointer()}/${key} ${reason}`)
      }
    }
    const tokens = own(layer, 'designTokens')
    if (isObject(tokens) && isOpenCloudTokenGroup('roles', own(tokens, 'roles'))) {
      reasons.push(`${pointer()}/designTokens/roles has the Material roles of OpenCloud.`)
    }
  })
  return reasons
}

/**
 * Whether a document has a palette of ownCloud: OpenCloud 1.x had the same tokens, but for those of the frame, which only
 * it called a chrome.
 */
export function hasOwnCloudPalette(document: JsonObject): boolean {
  let isFound = false
  eachLayer(ownObject(document, 'clients'), (layer) => {
    const palette = ownObject(ownObject(layer, 'designTokens') ?? {}, 'colorPalette') ?? {}
    const isOther = Object.hasOwn(palette, 'background-chrome')
    isFound ||= !isOther && Object.keys(palette).some((token) => !token.startsWith('icon-'))
  })
  return isFound
}

/** What only ownCloud's theme has. */
export function ownCloudReasons(clients: JsonObject): string[] {
  const reasons: string[] = []
  eachLayer(clients, (layer, pointer) => {
    for (const group of ['logo', 'loginPage', 'appBanner', 'common'] as const) {
      if (isObject(own(layer, group))) reasons.push(`${pointer()}/${group} is an object, as in ownCloud Web.`)
    }
  })
  return reasons
}

/** Calls back for `clients.web.defaults` and each theme; their pointers are made only when asked for. */
function eachLayer(
  clients: JsonObject | undefined,
  visit: (layer: JsonObject, pointer: () => string, isTheme: boolean) => void,
): void {
  const web = clients && ownObject(clients, 'web')
  if (web === undefined) return
  const defaults = own(web, 'defaults')
  if (isObject(defaults)) visit(defaults, () => '/clients/web/defaults', false)
  const themes = own(web, 'themes')
  if (!Array.isArray(themes)) return
  themes.forEach((theme, index) => {
    if (isObject(theme)) visit(theme, () => `/clients/web/themes/${index}`, true)
  })
}
