import { nearest } from '../findings/nearest.js'
import { child, type Pointer } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import { openCloudReasons } from './families.js'
import { detected, type Generation, type GenerationDetection } from './generations.js'
import type { Role } from './roles.js'
import { webSection } from './web-section.js'

const commonKeys = ['name', 'slogan', 'logo', 'urls', 'shareRoles']
const OR_BRANDING =
  'It may also be a branding file: the server merges themes/_branding/theme.json, which may be any part of a theme, into the theme.'
const OR_THEME = 'As a theme it is incomplete, and clients reject it.'

/**
 * The generation of a document in a role. The content of a part of a theme doesn't tell a branding file from an
 * incomplete theme, so both are candidates if the role isn't known.
 */
export function inRole(
  document: JsonObject,
  found: GenerationDetection,
  as: Role | undefined,
): GenerationDetection {
  const { generation, reasons } = found
  if (as === 'branding') {
    if (!mayBeMerged(document, generation)) return found
    const reason = 'The server merges it into the theme, so it may contain any part of a theme.'
    return detected('certain', [reason, ...openCloudReasons(document)], 'branding')
  }
  const isCommon = generation === 'unknown' && isCommonAlone(document)
  if (!isCommon && !((generation === 'current' || generation === 'opencloud') && isPart(document)))
    return found
  const whole: Generation = isCommon ? 'current' : generation
  if (as === 'theme') return detected('likely', isCommon ? ['There is only a "common".'] : reasons, whole)
  const content = isCommon
    ? 'There is only a "common", which the server merges into that of the theme.'
    : isFromUpload(document)
      ? 'There are no themes, only the paths of an uploaded logo, as the logo upload writes them.'
      : hasOnlyLogos(document)
        ? 'There are no themes, only the paths of a logo.'
        : undefined
  if (content === undefined) return detected('likely', [...reasons, OR_BRANDING], whole, 'branding')
  return detected('likely', [content, ...(whole === 'opencloud' ? reasons : []), OR_THEME], 'branding', whole)
}

/** Whether clients read anything of a document once the server has merged it into a theme. */
function mayBeMerged(document: JsonObject, generation: Generation): boolean {
  if (generation === 'current' || generation === 'opencloud') return true
  return generation === 'unknown' && (Object.keys(document).length === 0 || hasSection(document))
}

/** Whether a document has a section that clients read. */
export function hasSection(document: JsonObject): boolean {
  return own(document, 'common') !== undefined || own(document, 'clients') !== undefined
}

/** Whether a document of a current shape has no list of themes, which every client needs. */
export function isPart(document: JsonObject): boolean {
  const clients = ownObject(document, 'clients')
  const web = clients && own(clients, 'web')
  return web === undefined || (isObject(web) && !Object.hasOwn(web, 'themes'))
}

function isCommonAlone(document: JsonObject): boolean {
  const common = ownObject(document, 'common')
  return (
    common !== undefined &&
    hasOnly(document, ['$schema', 'common']) &&
    commonKeys.some((key) => Object.hasOwn(common, key))
  )
}

/** Whether the content of a document fits both a branding file and an incomplete theme. */
export function isRoleOpen({ candidates }: GenerationDetection): boolean {
  return candidates.length > 1 && candidates.includes('branding')
}

/**
 * Whether a document is what a logo upload of oCIS or OpenCloud writes (one uploaded image in all slots, and nothing
 * else), or what a reset leaves.
 */
export function isFromUpload(document: JsonObject): boolean {
  if (!hasOnlyLogos(document)) return false
  const common = ownObject(document, 'common')
  const defaults = ownObject(webSection(document) ?? {}, 'defaults')
  if (common === undefined || defaults === undefined) return false
  const path = own(common, 'logo')
  const logo = own(defaults, 'logo')
  if (path === undefined) return logo === undefined || (isObject(logo) && Object.keys(logo).length === 0)
  if (typeof path !== 'string' || !/^(?:themes\/_)?branding\/[^/]+$/.test(path)) return false
  return isObject(logo)
    ? hasOnly(logo, ['topbar', 'login']) && own(logo, 'topbar') === path && own(logo, 'login') === path
    : logo === path
}

/** Whether a document has nothing but the keys that a logo upload writes, or what a reset leaves of them. */
function hasOnlyLogos(document: JsonObject): boolean {
  const web = webSection(document)
  const common = own(document, 'common')
  const defaults = web && own(web, 'defaults')
  const isSoShaped =
    web !== undefined &&
    hasOnly(document, ['$schema', 'common', 'clients']) &&
    hasOnly(own(document, 'clients'), ['web']) &&
    hasOnly(web, ['defaults']) &&
    hasOnly(common, ['logo']) &&
    hasOnly(defaults, ['logo'])
  if (!isSoShaped) return false
  const logo = isObject(defaults) ? own(defaults, 'logo') : undefined
  if (logo !== undefined) return isObject(logo) || typeof logo === 'string'
  return isObject(common) && isObject(defaults)
}

function hasOnly(value: Json | undefined, keys: readonly string[]): boolean {
  return value === undefined || (isObject(value) && Object.keys(value).every((key) => keys.includes(key)))
}

/** Where groups and lists that occur as files of their own belong in a theme. */
export const fragmentPlaces: Readonly<Record<string, string>> = {
  appBanner: '/clients/web/defaults/appBanner',
  breakpoints: '/clients/web/defaults/designTokens/breakpoints',
  colorPalette: '/clients/web/defaults/designTokens/colorPalette',
  defaults: '/clients/web/defaults',
  designTokens: '/clients/web/defaults/designTokens',
  fontFamily: '/clients/web/defaults/designTokens/fontFamily',
  fontSizes: '/clients/web/defaults/designTokens/fontSizes',
  icons: '/clients/web/defaults/icons',
  roles: '/clients/web/defaults/designTokens/roles',
  shareRoles: '/common/shareRoles',
  sizes: '/clients/web/defaults/designTokens/sizes',
  spacing: '/clients/web/defaults/designTokens/spacing',
  themes: '/clients/web/themes',
  urls: '/common/urls',
}

/** A group of a theme in a file of its own. */
export interface Fragment {
  readonly key: string
  /** Where it belongs. */
  readonly place: Pointer
  /** Whether it belongs nowhere else: colours may belong in one theme, light or dark. */
  readonly isCertain: boolean
}

/** The groups of a document that has nothing but such groups, as documentation prints them; none for any other. */
export function fragmentsIn(document: JsonObject): Fragment[] {
  const keys = Object.keys(document).filter((key) => key !== '$schema')
  const found = keys.flatMap((key): Fragment[] => {
    const place = Object.hasOwn(fragmentPlaces, key) ? fragmentPlaces[key] : undefined
    return place === undefined ? [] : [{ key, place, isCertain: !hasColours(key, document[key] as Json) }]
  })
  return found.length === keys.length ? found : []
}

/** The advice for a document of no known generation. */
export function cureForUnknown(document: JsonObject): string {
  if (fragmentsIn(document).length > 0) return 'Put it there.'
  return misspeltSection(document)?.cure ?? 'Check that this is the right file.'
}

/** A key that hides a section of a theme from clients, with the advice. */
export interface MisspeltSection {
  readonly pointer: Pointer
  readonly cure: string
}

/** The misspelt key of a section that every theme has: "clients", and what is in it. */
export function misspeltSection(document: JsonObject): MisspeltSection | undefined {
  let object = document
  let pointer: Pointer = ''
  for (const names of [['clients'], ['web'], ['themes', 'defaults']]) {
    const missing = names.filter((name) => !Object.hasOwn(object, name))
    for (const key of Object.keys(object)) {
      const meant = names.includes(key) ? undefined : nearest(key, missing, true)
      if (meant !== undefined)
        return {
          pointer: child(pointer, key),
          cure: `${quoted(key)} is ignored: rename it to ${quoted(meant)}.`,
        }
    }
    const [name = ''] = names
    const section = own(object, name)
    if (!isObject(section)) return undefined
    object = section
    pointer = child(pointer, name)
  }
  return undefined
}

const colourGroups = ['colorPalette', 'roles']

function hasColours(key: string, value: Json): boolean {
  if (key !== 'designTokens') return colourGroups.includes(key)
  return isObject(value) && colourGroups.some((group) => Object.hasOwn(value, group))
}
