import type { Generation } from '../formats/generations.js'
import { type Pointer, valueAt, valueBelow } from '../json/pointer.js'
import { isTooDeep } from '../json/structure.js'
import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import { shippedCommon } from '../targets/shipped-file.js'
import { type Difference, differencesOf } from './differences.js'
import { isUploadedPath } from './logo-images.js'
import { shippedOpenCloud } from './shipped-open-cloud.js'
import { type ShippedTheme, shippedThemes, uploadedCopy } from './shipped-themes.js'

/**
 * Whether a theme is customised: `shipped` is a theme of a release as it was, `logo-only` the copy that a logo
 * upload made of one, `custom` everything else.
 */
export type Verdict = 'shipped' | 'logo-only' | 'custom'

/** A document beside the shipped theme that is nearest to it. */
export interface Comparison {
  readonly verdict: Verdict
  readonly nearest: Pick<ShippedTheme, 'releases' | 'slots'>
  readonly differences: Difference[]
}

/** What a logo upload left, and nothing else. */
export interface UploadedLogo {
  /** The path of the image, as the upload wrote it. */
  image: string
  /** The slots that hold it. */
  slots: Pointer[]
  /** The releases that shipped the theme that the upload copied. */
  shipped: string
}

/** A copy of a theme that a release shipped: as it was, or with an uploaded logo. */
export interface ServerCopy {
  readonly shipped: ShippedTheme
  /** The uploaded image, `undefined` where the logo is the shipped one. */
  readonly image: string | undefined
}

/**
 * Tells whether a document is nothing but what a logo upload of oCIS 3 to 5 left: a copy of the theme that the
 * release shipped, with the path of one uploaded image in every slot of the logo. Such a file hides the themes of
 * later releases and makes their logo upload fail, so it is to be deleted and not to be converted.
 *
 * @param document a parsed `theme.json`; any JSON value is welcome
 * @returns the logo, or `undefined` for everything else, an unchanged copy of a shipped theme included
 *
 * @example
 * const logo = detectLogoOnly(JSON.parse(text))
 * if (logo !== undefined) console.log(`Delete the file, and keep ${logo.image}.`)
 */
export function detectLogoOnly(document: unknown): UploadedLogo | undefined {
  const copy = detectServerCopy(document)
  if (copy?.image === undefined) return undefined
  return { image: copy.image, slots: [...copy.shipped.slots], shipped: copy.shipped.releases }
}

/** Tells whether a document is a copy of a shipped theme that no person changed; stops at the first other value. */
export function detectServerCopy(document: unknown): ServerCopy | undefined {
  if (!isObject(document) || !hasShippedName(document)) return undefined
  for (const shipped of shippedThemes()) {
    const [slot] = shipped.slots
    const image = slot === undefined ? undefined : valueAt(document, slot)
    const isUpload = typeof image === 'string' && isUploadedPath(image)
    const logo = isUpload ? image : shippedCommon.logo
    if (fits(patternOf(shipped), document, logo)) return { shipped, image: isUpload ? image : undefined }
  }
  return undefined
}

/** Whether a document has the name that every shipped theme has, which tells most documents apart at once. */
function hasShippedName(document: JsonObject): boolean {
  const places = [
    ['common', 'name'],
    ['default', 'general', 'name'],
  ]
  return places.some((place) => valueBelow(document, ...place) === shippedCommon.name)
}

/** The placeholder of the logo in a pattern; no path of an image has such a character. */
const SLOT = '\0'
const patterns = new WeakMap<ShippedTheme, JsonObject>()

/** A shipped theme with a mark in every slot of its logo. */
function patternOf(shipped: ShippedTheme): JsonObject {
  let pattern = patterns.get(shipped)
  if (pattern === undefined) {
    pattern = uploadedCopy(shipped, SLOT)
    patterns.set(shipped, pattern)
  }
  return pattern
}

/** Whether a value is that of a pattern, with the same logo in every slot. */
function fits(pattern: Json, value: Json | undefined, logo: string): boolean {
  if (typeof pattern !== 'object' || pattern === null) return value === (pattern === SLOT ? logo : pattern)
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((item, index) => fits(item, value[index], logo))
    )
  }
  if (!isObject(value)) return false
  let missing = 0
  for (const key in pattern) {
    if (!fits(pattern[key] as Json, value[key], logo)) return false
    missing += 1
  }
  for (const _ in value) missing -= 1
  return missing === 0
}

/**
 * Compares a document with the shipped themes.
 *
 * @returns `undefined` for documents that no person and no upload made for oCIS up to 5: those of other kinds,
 *   and current themes without `loginPage.autoRedirect`, which oCIS 5 alone asks for
 */
export function compareWithShipped(document: unknown, generation: Generation): Comparison | undefined {
  if (generation === 'opencloud') return compareWithOpenCloud(document)
  if (!isObject(document) || !isOfUploadTimes(document, generation) || isTooDeep(document)) return undefined
  const copy = detectServerCopy(document)
  if (copy !== undefined) {
    return {
      verdict: copy.image === undefined ? 'shipped' : 'logo-only',
      nearest: copy.shipped,
      differences: [...differencesOf(copy.shipped.document, document)],
    }
  }
  const compared = shippedThemes().map((nearest) => ({
    nearest,
    differences: [...differencesOf(nearest.document, document)],
  }))
  const { nearest, differences } = compared.reduce((best, next) =>
    next.differences.length < best.differences.length ? next : best,
  )
  return { verdict: 'custom', nearest, differences }
}

/** Its logo upload writes no theme, so a file is a copy of a shipped one, or nothing is said of it. */
function compareWithOpenCloud(document: unknown): Comparison | undefined {
  const shipped = isObject(document) && !isTooDeep(document) ? shippedOpenCloud(document) : undefined
  if (shipped === undefined) return undefined
  return { verdict: 'shipped', nearest: { releases: shipped.releases, slots: [] }, differences: [] }
}

function isOfUploadTimes(document: JsonObject, generation: Generation): boolean {
  if (generation !== 'current') {
    return ['flat', 'named', 'wrapped', 'unwrapped'].includes(generation)
  }
  const web = ownObject(ownObject(document, 'clients') ?? {}, 'web') ?? {}
  const themes = own(web, 'themes')
  const layers = [ownObject(web, 'defaults'), ...(Array.isArray(themes) ? themes : [])]
  return layers.some(
    (layer) => isObject(layer) && own(ownObject(layer, 'loginPage') ?? {}, 'autoRedirect') !== undefined,
  )
}
