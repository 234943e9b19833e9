import { entryOf } from '../findings/options.js'
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
import type { Family, Target } from './target.js'

/** Every target by its id, oldest first. */
export const targets = {
  'ocis-5': ocis5,
  'ocis-6': ocis6,
  'ocis-7': ocis7,
  'ocis-8': ocis8,
  'ocis-next': ocisNext,
  'opencloud-1': openCloud1,
  'opencloud-2': openCloud2,
  'opencloud-4': openCloud4,
  'opencloud-7.3': openCloud73,
} as const satisfies Record<string, Target>

/** The id of a target. */
export type TargetId = keyof typeof targets

/** The id of a target that themes can be converted to: any. */
export type ConversionTargetId = TargetId

/** The id of a target of ownCloud. */
export type OwnCloudTargetId = Extract<TargetId, `ocis-${string}`>

/** Where releases keep uploaded logos, longest first so that no folder hides another. */
export const uploadFolders: readonly string[] = /* @__PURE__ */ (() =>
  [...new Set(Object.values(targets).map(({ uploads }) => uploads))].sort((a, b) => b.length - a.length))()

/** Whether a target is one of ownCloud. */
export function isOwnCloudTarget(id: TargetId): id is OwnCloudTargetId {
  return targets[id].family.generation === 'current'
}

/** The newest release. */
export const defaultTarget = 'ocis-8' satisfies TargetId

/** The newest release of OpenCloud. */
export const defaultOpenCloudTarget = 'opencloud-7.3' satisfies TargetId

/**
 * The target of an id.
 *
 * @throws RangeError for an unknown id
 */
export function targetOf(id: TargetId = defaultTarget): Target<TargetId> {
  return entryOf(targets, id, 'target')
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
  return Object.values(targets).find(({ family }) => family.generation === generation)?.family
}

/** The product whose clients read, or once read, files of a generation. */
export function productOf(generation: Generation): string {
  return targetFor(undefined, generation).family.product
}

/** The releases of a product, the newest first. */
export function releasesOf(product: string): Target<TargetId>[] {
  return Object.values(targets)
    .filter(({ family }) => family.product === product)
    .reverse()
}
