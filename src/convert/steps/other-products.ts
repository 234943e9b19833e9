import { isOpenCloudKey, isOpenCloudTokenGroup } from '../../formats/families.js'
import type { UnknownKey } from '../../formats/values.js'
import { isAcross, layersOf, lose, report, type Step } from '../draft.js'

/**
 * Drops keys that no client knew and that would make the new file look like one for OpenCloud, or for a later release of
 * it than the target.
 */
export const dropOtherProducts: Step = (draft) => {
  const { target } = draft
  const isForOpenCloud = target.merge.common === 'flat'
  if (isForOpenCloud && !isAcross(draft)) return
  for (const layer of layersOf(draft)) {
    for (const value of layer.unknownKeys.values()) {
      if (!isOther(value, layer === draft.defaults, isForOpenCloud)) continue
      layer.unknownKeys.delete(value.place)
      lose(draft, value, 'dropped', 'no client read it, and it is a key of OpenCloud')
      report(
        draft,
        'value-dropped',
        value.from,
        isForOpenCloud
          ? `The old client ignored ${value.from}, and ${target.title} or a later release would read it. It was dropped.`
          : `The old client ignored ${value.from}, and with it the new file would look like a theme of OpenCloud. It was dropped.`,
      )
    }
  }
}

function isOther({ group, key, value }: UnknownKey, isDefaults: boolean, isForOpenCloud: boolean): boolean {
  if (group === 'tokens') return isOpenCloudTokenGroup(key, value)
  // `label` is a key of themes only. Other keys of OpenCloud are dropped by `dropNewlyRead`.
  return !isForOpenCloud && group === '' && !(isDefaults && key === 'label') && isOpenCloudKey(key, value)
}
