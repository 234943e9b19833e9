import type { TargetId } from '../generated/target-facts.js'
import { type Pointer, valueBelow } from '../json/pointer.js'
import { isObject, type Json, type JsonObject } from '../json/value.js'
import { ownCloudWeb } from '../targets/products.js'
import { shippedCommon } from '../targets/shipped-file.js'
import { isUploadedPath } from './logo-images.js'

/** A theme that releases shipped, recognised by a hash. */
export interface ShippedRelease {
  /** The names of the releases. */
  readonly releases: string
  /** The target whose server ships it; a logo upload of oCIS 5 writes a copy of it. */
  readonly target?: TargetId
  /** Where a logo upload wrote the path of the image; none for releases whose upload wrote no theme. */
  readonly slots: readonly Pointer[]
  /** The hash of all values of each of its themes, in which the path of the logo is replaced by a constant. */
  readonly hashes: readonly string[]
}

/** A copy of a theme that a release shipped, unmodified or with an uploaded logo. */
export interface ServerCopy {
  readonly shipped: ShippedRelease
  /** The uploaded image; `undefined` for the shipped logo. */
  readonly image: string | undefined
}

const slotsOf = (...layers: readonly string[]): Pointer[] => [
  '/common/logo',
  ...layers.flatMap((layer) => [`${layer}/logo/login`, `${layer}/logo/topbar`]),
]

/** The themes that ownCloud shipped up to oCIS 5: those whose values are known, oldest first, and then all earlier ones. */
export const ownCloudReleases: readonly ShippedRelease[] = /* @__PURE__ */ (() => [
  { releases: 'ownCloud Web 6.0 (oCIS 2)', slots: [], hashes: ['1ie6hjy'] },
  {
    releases: 'ownCloud Web 7.0.0 – 7.0.3 (oCIS 3)',
    slots: slotsOf('/web/default', '/web/default-dark'),
    hashes: ['6pm5nq'],
  },
  {
    releases: 'ownCloud Web 7.1.0 – 7.1.3 (oCIS 4)',
    slots: slotsOf('/web/default', '/web/default-dark'),
    hashes: ['soylho'],
  },
  {
    releases: 'ownCloud Web 8.0.0 – 8.0.6 (oCIS 5)',
    target: 'ocis-5',
    slots: slotsOf('/clients/web/defaults'),
    hashes: ['mbesah'],
  },
  {
    releases: 'ownCloud Web before 6.0',
    slots: [],
    hashes: ['5ffuah', 'tch3sj', 'svvnd2', '13koe14', '1iyhhxp', 'thcmi9', 'ztlwf3', '140c75z', '16c4okq'],
  },
])()

const openCloudReleases: readonly ShippedRelease[] = [
  { releases: 'OpenCloud 1.0', target: 'opencloud-1', slots: [], hashes: ['1nhsk0w'] },
  {
    releases: 'OpenCloud with Web 4.1 to 6.1',
    target: 'opencloud-4',
    slots: [],
    hashes: ['buipb0'],
  },
]

/**
 * Detects a copy of a shipped theme that differs at most in an uploaded logo, whatever the order of its keys.
 *
 * @param product the product that may have shipped it
 * @returns `undefined` for any other document
 */
export function detectServerCopy(
  document: unknown,
  product: string = ownCloudWeb.product,
): ServerCopy | undefined {
  if (!isObject(document)) return undefined
  const ofOwnCloud = product === ownCloudWeb.product
  const name =
    valueBelow(document, 'common', 'name') ??
    valueBelow(document, 'default', 'general', 'name') ??
    valueBelow(document, 'general', 'name')
  // Rejects most customised themes without a hash.
  if (ofOwnCloud && name !== shippedCommon.name) return undefined
  const logo = valueBelow(document, 'common', 'logo')
  const image = typeof logo === 'string' && isUploadedPath(logo) ? logo : undefined
  // An upload replaced the shipped logo by one image in all places.
  const hash = hashOf(document, image ?? shippedCommon.logo)
  const shipped = (ofOwnCloud ? ownCloudReleases : openCloudReleases).find(({ hashes }) =>
    hashes.includes(hash),
  )
  return shipped && { shipped, image }
}

/**
 * A hash of 32 bits: a collision by chance is unlikely. One on purpose would only get the author's own file reported as a
 * copy.
 *
 * @param logo the path of the logo, which is replaced by a constant
 */
function hashOf(document: Json, logo: string): string {
  const ofText = (text: string, start: number): number => {
    let hash = start
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x85ebca6b)
    }
    return hash ^ (hash >>> 15)
  }
  // Large, so that no character cancels them out: with small ones, `true` is the same as "urue", and a key U+0002 as none.
  const startOf = (kind: number) => Math.imul(kind, 0x9e3779b1)
  const ofValue = (value: Json): number => {
    if (value === logo) return startOf(1)
    if (typeof value !== 'object' || value === null) {
      return ofText(String(value), startOf(typeof value === 'string' ? 2 : 3))
    }
    const isList = Array.isArray(value)
    let sum = startOf(isList ? 4 : 5)
    for (const key in value) {
      const item = (value as JsonObject)[key] as Json
      // In an object that wasn't parsed, a key may have no value; JSON leaves it out.
      if (item !== undefined || isList) sum += ofText(key, ofValue(item))
    }
    return sum
  }
  return (ofValue(document) >>> 0).toString(36)
}
