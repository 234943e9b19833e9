import { entryOf } from '../findings/assert-options.js'
import { nearest } from '../findings/nearest.js'
import type { Generation } from '../formats/generations.js'
import { ocis5 } from './ocis-5.js'
import { ocis6 } from './ocis-6.js'
import { ocis7 } from './ocis-7.js'
import { ocis8 } from './ocis-8.js'
import { ocisNext } from './ocis-next.js'
import { openCloud1 } from './opencloud-1.js'
import { openCloud2 } from './opencloud-2.js'
import { openCloud4 } from './opencloud-4.js'
import { openCloud73 } from './opencloud-7.3.js'
import { openCloudWeb, ownCloudWeb } from './products.js'
import type { Family, Target } from './target.js'

/** Every target by its id, oldest first. Each is made when it is first asked for: CommonJS loads what belongs to it then. */
export const targets = {
  get 'ocis-5'() {
    return ocis5
  },
  get 'ocis-6'() {
    return ocis6
  },
  get 'ocis-7'() {
    return ocis7
  },
  get 'ocis-8'() {
    return ocis8
  },
  get 'ocis-next'() {
    return ocisNext
  },
  get 'opencloud-1'() {
    return openCloud1
  },
  get 'opencloud-2'() {
    return openCloud2
  },
  get 'opencloud-4'() {
    return openCloud4
  },
  get 'opencloud-7.3'() {
    return openCloud73
  },
} as const satisfies Record<string, Target>

/** The id of a target. */
export type TargetId = keyof typeof targets

/** The id of a target that themes can be converted to: any. */
export type ConversionTargetId = TargetId

/** The id of a target of ownCloud. */
export type OwnCloudTargetId = Extract<TargetId, `ocis-${string}`>

/** Whether a target is one of ownCloud. */
export function isOwnCloudTarget(id: TargetId): id is OwnCloudTargetId {
  return id.startsWith('ocis-')
}

/** The newest release. */
export const defaultTarget = 'ocis-8' satisfies TargetId

/** The newest release of OpenCloud. */
export const defaultOpenCloudTarget = 'opencloud-7.3' satisfies TargetId

/** The newest release of a product, by each of its names. */
const newestOf: Readonly<Record<string, TargetId>> = {
  ocis: defaultTarget,
  owncloud: defaultTarget,
  opencloud: defaultOpenCloudTarget,
}

/**
 * The release that a misspelt one probably is: for a product alone its newest.
 *
 * @param ids the releases that are possible
 */
export function releaseMeant(word: string, ids: Iterable<string>): string | undefined {
  const possible = [...ids]
  const name = /^([a-z]{3,})[-_ ]?$/i.exec(word)?.[1]?.toLowerCase() ?? ''
  const product = Object.hasOwn(newestOf, name) ? name : nearest(name, Object.keys(newestOf))
  const newest = product === undefined ? undefined : newestOf[product]
  return newest !== undefined && possible.includes(newest) ? newest : nearest(word, possible)
}

/**
 * The target of an id.
 *
 * @throws RangeError for an unknown id
 */
export function targetOf(id: TargetId = defaultTarget): Target<TargetId> {
  return entryOf(targets, id, 'target', releaseMeant)
}

/** The id of every target, oldest first. */
export const targetIds = /* @__PURE__ */ Object.keys(targets) as TargetId[]

/**
 * The target of an id, else the newest release of the product that a document of a generation is for.
 *
 * @throws RangeError for an unknown id
 */
export function targetFor(id: TargetId | undefined, generation: Generation): Target<TargetId> {
  return targetOf(id ?? (generation === 'opencloud' ? defaultOpenCloudTarget : defaultTarget))
}

/** The family whose clients read files of a generation, if any still do. */
export function familyReading(generation: Generation): Family | undefined {
  return [ownCloudWeb, openCloudWeb].find((family) => family.generation === generation)
}

/** The product whose clients read, or once read, files of a generation. */
export function productOf(generation: Generation): string {
  return (familyReading(generation) ?? ownCloudWeb).product
}

/** The releases of a product, the newest first. */
export function releasesOf(product: string): Target<TargetId>[] {
  return targetIds
    .filter((id) => isOwnCloudTarget(id) === (product === ownCloudWeb.product))
    .map(targetOf)
    .reverse()
}
