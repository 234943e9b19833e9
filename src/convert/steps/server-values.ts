import { isPresent, pointerOf, type Scope, type Step, valuesOf } from '../draft.js'
import { fill, SHIPPED, suppliedAt } from './fallbacks.js'

/**
 * Adds the values that the server adds, so that the file is complete without it. A file in which nothing else changed is
 * left as it is.
 */
export const addServerValues: Step = (draft) => {
  const { root, defaults, themes, entries } = draft
  if (entries.length === 0 && [root, defaults, ...themes].every(isUnchanged)) return
  for (const place of root.spots.keys()) {
    const value = suppliedAt(draft, place)
    if (value !== undefined && !isPresent(root, place)) fill(draft, root, place, value, SHIPPED)
  }
}

/** Whether every value kept its place. */
function isUnchanged(scope: Scope): boolean {
  return valuesOf(scope).every(
    ({ place, action, from }) => action === 'moved' && from === pointerOf(scope, place),
  )
}
