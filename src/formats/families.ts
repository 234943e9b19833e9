import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import { eachLayer } from './web-section.js'

/** Whether a layer has keys that only OpenCloud reads. No object inherits one of these names. */
export function hasOpenCloudKeys({ logo, favicon, designTokens }: JsonObject): boolean {
  return (
    typeof logo === 'string' ||
    typeof favicon === 'string' ||
    (isObject(designTokens) && isObject(designTokens['roles']))
  )
}

/** Keys that are strings in themes of OpenCloud only, with what they are there. `label` is a key of themes alone. */
const openCloudTexts: ReadonlyMap<string, string> = new Map([
  ['label', 'is the title of a theme in OpenCloud.'],
  ['logo', 'is a plain string, as in OpenCloud.'],
  ['favicon', 'is beside the logo, as in OpenCloud.'],
])

/** Whether only themes of OpenCloud have such a key and value. */
export function isOpenCloudKey(key: string, value: Json | undefined): boolean {
  return typeof value === 'string' && openCloudTexts.has(key)
}

/** Whether only themes of OpenCloud have such a group of design tokens. */
export function isOpenCloudTokenGroup(group: string, value: Json | undefined): boolean {
  return group === 'roles' && isObject(value)
}

/** The parts of a document that only themes of OpenCloud have, in sentences. */
export function openCloudReasons(document: JsonObject): string[] {
  const reasons: string[] = []
  eachLayer(document, (layer, pointer, theme) => {
    for (const [key, reason] of openCloudTexts) {
      if ((theme !== undefined || key !== 'label') && isOpenCloudKey(key, own(layer, key)))
        reasons.push(`${pointer}/${key} ${reason}`)
    }
    const tokens = ownObject(layer, 'designTokens') ?? {}
    if (isOpenCloudTokenGroup('roles', own(tokens, 'roles')))
      reasons.push(`${pointer}/designTokens/roles has the Material roles of OpenCloud.`)
  })
  return reasons
}

/**
 * Whether a document has a palette of ownCloud. OpenCloud 1.x had the same tokens, and besides `background-chrome`, which
 * ownCloud doesn't have.
 */
function hasOwnCloudPalette(document: JsonObject): boolean {
  let isFound = false
  eachLayer(document, (layer) => {
    const palette = ownObject(ownObject(layer, 'designTokens') ?? {}, 'colorPalette') ?? {}
    const isOther = Object.hasOwn(palette, 'background-chrome')
    isFound ||= !isOther && Object.keys(palette).some((token) => !token.startsWith('icon-'))
  })
  return isFound
}

/** The parts of a document that only themes of ownCloud have, in sentences. */
export function ownCloudReasons(document: JsonObject): string[] {
  const reasons: string[] = []
  eachLayer(document, (layer, pointer) => {
    for (const group of ['logo', 'loginPage', 'appBanner', 'common'] as const) {
      if (isObject(own(layer, group))) reasons.push(`${pointer}/${group} is an object, as in ownCloud Web.`)
    }
  })
  return reasons
}

/** The generation whose keys a part of a theme has; without such keys the given one, because both read it alike. */
export function generationOfPart<Otherwise>(
  document: JsonObject,
  otherwise: Otherwise,
): 'current' | 'opencloud' | Otherwise {
  if (openCloudReasons(document).length > 0) return 'opencloud'
  if (ownCloudReasons(document).length > 0) return 'current'
  return hasOwnCloudPalette(document) ? 'current' : otherwise
}
