import type { Generation } from '../formats/generations.js'
import { eachLayer } from '../formats/web-section.js'
import type { Pointer } from '../json/pointer.js'
import { isPlain, isTooDeep } from '../json/structure.js'
import { isObject, type JsonObject, own, ownObject } from '../json/value.js'
import { openCloudWeb } from '../targets/products.js'
import { type Difference, differencesOf } from './differences.js'
import { detectServerCopy, type ShippedRelease } from './server-copies.js'
import { shippedThemes } from './shipped-themes.js'

/**
 * Whether a theme is customised: `shipped` is an unmodified copy of a shipped theme, `logo-only` one with an uploaded logo,
 * `custom` any other theme.
 */
export type Verdict = 'shipped' | 'logo-only' | 'custom'

/** A document compared with the nearest shipped theme. */
export interface Comparison {
  readonly verdict: Verdict
  readonly nearest: ShippedRelease
  readonly differences: Difference[]
}

/** The logo in a copy of a shipped theme. */
export interface UploadedLogo {
  /** The path of the image, as the upload wrote it. */
  image: string
  /** The slots that have it. */
  slots: Pointer[]
  /** The releases that shipped the theme that the upload copied. */
  shipped: string
}

/**
 * Detects a file that only a logo upload of oCIS 3 to 5 wrote: a copy of the theme that the release shipped, with the path
 * of one uploaded image in every slot of the logo. Such a file hides the themes of later releases and makes their logo
 * upload fail, so it should be deleted and not converted.
 *
 * @param document a parsed `theme.json`, or any other JSON value
 * @returns the logo, or `undefined` for everything else, an unchanged copy of a shipped theme included
 *
 * @example
 * const logo = detectLogoOnly(JSON.parse(text))
 * if (logo !== undefined) console.log(`Delete the file, and keep ${logo.image}.`)
 */
export function detectLogoOnly(document: unknown): UploadedLogo | undefined {
  const copy = isPlain(document) ? detectServerCopy(document) : undefined
  if (copy?.image === undefined) return undefined
  return { image: copy.image, slots: [...copy.shipped.slots], shipped: copy.shipped.releases }
}

/**
 * Compares a document with the shipped themes.
 *
 * @returns `undefined` for documents that aren't for oCIS up to 5, such as current themes without
 *   `loginPage.autoRedirect`, which only oCIS 5 requires
 */
export function compareWithShipped(document: unknown, generation: Generation): Comparison | undefined {
  if (generation === 'opencloud') return compareWithOpenCloud(document)
  if (!isObject(document) || !isOfUploadTimes(document, generation) || isTooDeep(document)) return undefined
  const copy = detectServerCopy(document)
  if (copy !== undefined && copy.image === undefined) {
    return { verdict: 'shipped', nearest: copy.shipped, differences: [] }
  }
  // A small theme of today would differ least from the smallest of the old ones.
  const alike = shippedThemes().filter(({ target }) => (target === 'ocis-5') === (generation === 'current'))
  const compared = alike.map((nearest) => ({
    nearest,
    differences: differencesOf(nearest.document, document),
  }))
  const { nearest, differences } = compared.reduce((best, next) =>
    next.differences.length < best.differences.length ? next : best,
  )
  return { verdict: copy === undefined ? 'custom' : 'logo-only', nearest, differences }
}

/** OpenCloud's logo upload writes no theme, so only an unmodified copy of a shipped theme has a verdict. */
function compareWithOpenCloud(document: unknown): Comparison | undefined {
  if (!isObject(document) || isTooDeep(document)) return undefined
  const copy = detectServerCopy(document, openCloudWeb.product)
  return copy && { verdict: 'shipped', nearest: copy.shipped, differences: [] }
}

function isOfUploadTimes(document: JsonObject, generation: Generation): boolean {
  if (generation !== 'current') return ['flat', 'named', 'wrapped', 'unwrapped'].includes(generation)
  let redirects = false
  eachLayer(document, (layer) => {
    redirects ||= own(ownObject(layer, 'loginPage') ?? {}, 'autoRedirect') !== undefined
  })
  return redirects
}
