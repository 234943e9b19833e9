import { ocis5 } from './ocis-5.js'
import { ocis6 } from './ocis-6.js'
import { ocis7 } from './ocis-7.js'
import { ocis8 } from './ocis-8.js'
import { ocisNext } from './ocis-next.js'
import type { Target } from './target.js'

/** Every target by its id, oldest first. */
export const targets = {
  'ocis-5': ocis5,
  'ocis-6': ocis6,
  'ocis-7': ocis7,
  'ocis-8': ocis8,
  'ocis-next': ocisNext,
} as const satisfies Record<string, Target>

/** The id of a target. */
export type TargetId = keyof typeof targets

/** The newest release. */
export const defaultTarget: TargetId = 'ocis-8'

/**
 * The target of an id.
 *
 * @throws RangeError for an id that there is none of
 */
export function targetOf(id: TargetId = defaultTarget): Target<TargetId> {
  if (!Object.hasOwn(targets, id)) {
    throw new RangeError(
      `Unknown target ${JSON.stringify(id)}. The targets are ${Object.keys(targets).join(', ')}.`,
    )
  }
  return targets[id]
}
