import { isOpenCloudKey, isOpenCloudTokenGroup } from '../../formats/families.js'
import type { Stranger } from '../../formats/values.js'
import { layersOf, lose, report, type Step } from '../draft.js'

/** Leaves out keys that nobody knew and that would make the new file look like one of OpenCloud. */
export const dropOtherProducts: Step = (draft) => {
  if (draft.target.family.generation === 'opencloud') return
  for (const layer of layersOf(draft)) {
    for (const value of layer.strangers.values()) {
      if (!isOther(value, layer === draft.defaults)) continue
      layer.strangers.delete(value.place)
      lose(draft, value, 'dropped', 'unread, and a sign of an OpenCloud theme')
      report(
        draft,
        'value-dropped',
        value.from ?? '',
        `The old client ignored ${value.from}, and with it the new file would look like a theme of OpenCloud. It was dropped.`,
      )
    }
  }
}

function isOther({ group, key, value }: Stranger, isDefaults: boolean): boolean {
  if (group === 'tokens') return isOpenCloudTokenGroup(key, value)
  // The title of a theme stands in themes only.
  return group === '' && !(isDefaults && key === 'label') && isOpenCloudKey(key, value)
}
