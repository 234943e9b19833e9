import { movePath } from '../paths.js'
import { type Draft, moved, type Slot } from './draft.js'

/** An image that no release ships any more and that has no successor. */
export interface Gone {
  readonly gone: string
}

export function isGone(image: Slot | Gone | undefined): image is Gone {
  return image !== undefined && 'gone' in image
}

/** The path of an image as the target serves it. */
export function imageSlot(draft: Draft, path: string, from: string, reason: string): Slot | Gone {
  const change = movePath(draft, path, from)
  if (change.kind === 'gone') return { gone: change.reason }
  if (change.kind === 'same') return moved(path, from, reason)
  return { value: change.path, from, action: 'rewritten', reason: change.reason }
}
