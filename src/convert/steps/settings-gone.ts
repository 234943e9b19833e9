import { isObject, type Json } from '../../json/value.js'
import { find, layersOf, lose, report, type Step, take } from '../draft.js'

/** Whether a value is a group of tokens that sets none. */
const isUnset = (value: Json) => isObject(value) && Object.values(value).every((token) => token === '')

/** Drops settings that only earlier releases read. */
export const dropGoneSettings: Step = (draft) => {
  for (const { place, reason } of draft.target.gone) {
    for (const layer of layersOf(draft)) {
      const value = find(layer, place)
      if (value === undefined) continue
      take(layer, value.place)
      lose(draft, value, 'dropped', reason)
      // Every legacy file has it, so its loss isn't worth a finding there.
      if (!draft.hasLegacyThemes && !isUnset(value.value))
        report(draft, 'setting-gone', value.from, `${value.from} was dropped: ${reason}.`)
    }
  }
}
