import { fromRoot } from '../../css/addresses.js'
import { layersOf, put, type Step } from '../draft.js'

const BACKGROUND = 'login.background'

/** Adds a leading slash to backgrounds if the target's client doesn't find them without one. */
export const anchorBackgrounds: Step = (draft) => {
  if (draft.target.loadsRelativeBackground) return
  for (const layer of layersOf(draft)) {
    const value = layer.values.get(BACKGROUND)
    if (typeof value?.value !== 'string') continue
    const path = fromRoot(value.value)
    if (path === undefined) continue
    const reason = 'ownCloud Web 12.5 does not find a background without a leading slash'
    put(layer, { ...value, value: path, action: 'rewritten', reason })
  }
}
