import { isFormerNameOf } from '../../formats/former-names.js'
import { quoted } from '../../json/quoted.js'
import { isAcross, layersOf, lose, report, type Step, spotOf } from '../draft.js'

/**
 * Keys that no client knew stay where they stood: clients ignore them, other programs may not. Those that the new client
 * would suddenly read are left out instead, because no old client ever looked at them.
 */
export const dropSuddenlyRead: Step = (draft) => {
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const value of scope.unknownKeys.values()) {
      const { place, group, key } = value
      // A current file has its keys under former names settled when it is read, where its own product has them.
      const isNew = draft.hasLegacyThemes || isAcross(draft)
      const isMeant = (name: string) => name === key || (isNew && isFormerNameOf(key, name))
      if (!spotOf(scope, group)?.members.some((member) => isMeant(member.key))) continue
      scope.unknownKeys.delete(place)
      lose(draft, value, 'dropped', 'the old client ignored this key, and the new one would read it')
      report(
        draft,
        'value-dropped',
        value.from,
        `The old client ignored the key ${quoted(key)} here, but ${draft.target.title} would read it. It was dropped, so that the looks stay the same; add it to the new file if you need it.`,
      )
    }
  }
}
