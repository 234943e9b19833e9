import { valueAt } from '../../json/pointer.js'
import { isObject } from '../../json/value.js'
import { isPresent, pointerOf, type Scope, type Step } from '../draft.js'
import { fill, SHIPPED } from './fallbacks.js'

/**
 * Adds what the server adds too, so that the file is whole without it. Where nothing else had to change, the file is
 * right as it is.
 */
export const addServerValues: Step = (draft) => {
  const { root, defaults, themes, target, entries } = draft
  if (entries.length === 0 && [root, defaults, ...themes].every(isUnchanged)) return
  for (const [place, { path, node }] of root.spots) {
    const value = valueAt(target.serverValues, path)
    if (value === undefined || (node.keys !== undefined && isObject(value)) || isPresent(root, place))
      continue
    fill(draft, root, place, value, SHIPPED)
  }
}

/** Whether everything stands where it stood. */
function isUnchanged(scope: Scope): boolean {
  for (const { place, action, from } of scope.values.values()) {
    if (action !== 'moved' || from !== pointerOf(scope, place)) return false
  }
  return true
}
