import { splitPlace } from '../../formats/values.js'
import { layersOf, lose, report, type Step, spotOf } from '../draft.js'

/**
 * Keys that no client knew stay where they stood: clients ignore them, somebody may not. Those that the new client
 * would suddenly read are left out instead, because no old client ever looked at them.
 */
export const dropSuddenlyRead: Step = (draft) => {
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const value of scope.values.values()) {
      if (scope.spots.has(value.place)) continue
      const split = splitPlace(value.place)
      const members = split && spotOf(scope, split.group)?.members
      if (split === undefined || !members?.some(({ key }) => key === split.key)) continue
      scope.values.delete(value.place)
      lose(draft, value, 'dropped', 'the old client ignored this key, and the new one would read it')
      report(
        draft,
        'value-dropped',
        value.from ?? '',
        `No client of that generation read the key ${JSON.stringify(split.key)} here, but ${draft.target.title} would. It was left out, so that nothing changes its looks; add it to the new file if you want it.`,
      )
    }
  }
}
