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
import { defaultTarget, type Releases, targetAmong, targetAmongFor } from './releases.js'
import type { Target } from './target.js'
import type { TargetId } from './target-ids.js'

export { defaultOpenCloudTarget, defaultTarget, isOwnCloudTarget, releaseMeant } from './releases.js'
export type { OwnCloudTargetId, TargetId } from './target-ids.js'

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
} as const satisfies { [Id in TargetId]: Target<Id> }

/** The id of a target that themes can be converted to: any. */
export type ConversionTargetId = TargetId

/** The releases of every product. */
export const allReleases: Releases = { targets }

/**
 * The target of an id.
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
 * @throws RangeError for an unknown id
 */
export function targetFor(id: TargetId | undefined, generation: Generation): Target<TargetId> {
  return targetAmongFor(allReleases, id, generation)
}
