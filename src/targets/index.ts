import { entryOf } from '../findings/assert-options.js'
import { type Generation, generations } from '../formats/generations.js'
import { targets } from '../generated/all-targets.js'
import type { TargetId } from '../generated/target-facts.js'
import { defaultTarget, type Releases, targetAmong, targetAmongFor } from './releases.js'
import type { Target } from './target.js'

export type { OwnCloudTargetId, TargetId } from '../generated/target-facts.js'
export { defaultOpenCloudTarget, defaultTarget, isOwnCloudTarget, releaseMeant } from './releases.js'
export { targets }

/** The id of a target that themes can be converted to, which are all. */
export type ConversionTargetId = TargetId

/** The releases of all products. */
export const allReleases: Releases = { targets: targets satisfies { [Id in TargetId]: Target<Id> } }

/**
 * The target of an id; `ocis-8` unless given.
 *
 * @throws RangeError for an unknown id
 */
export function targetOf(id: TargetId = defaultTarget): Target<TargetId> {
  return targetAmong(allReleases, id)
}

/** The id of every target, oldest first. */
export const targetIds = /* @__PURE__ */ Object.keys(targets) as TargetId[]

/**
 * The target of an id, else the newest release of the product that a document of a generation is for.
 *
 * @param id a target, such as `ocis-8`
 * @param generation the generation of the document, such as `detectGeneration(document).generation`
 * @returns the target, with everything that is known about its clients and servers
 * @throws RangeError for an unknown id or generation
 *
 * @example
 * targetFor(undefined, 'opencloud').id // 'opencloud-7.3'
 */
export function targetFor(id: TargetId | undefined, generation: Generation): Target<TargetId> {
  entryOf(generations, generation, 'generation')
  return targetAmongFor(allReleases, id, generation)
}
