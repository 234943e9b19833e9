import { isFormerNameOf } from '../../formats/former-names.js'
import { quoted } from '../../json/quoted.js'
import { isAcross, layersOf, lose, report, type Step, spotOf } from '../draft.js'

/**
 * Unknown keys stay in their place: clients ignore them, but other programs may read them. Those that only the new client
 * would read are dropped, because they had no effect so far.
 */
export const dropNewlyRead: Step = (draft) => {
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const value of scope.unknownKeys.values()) {
      const { place, group, key } = value
      // Within a product, keys under former names were renamed when the file was read.
      const isNew = draft.hasLegacyThemes || isAcross(draft)
      const isMeant = (name: string) => name === key || (isNew && isFormerNameOf(key, name))
      if (!spotOf(scope, group)?.members.some((member) => isMeant(member.key))) continue
      scope.unknownKeys.delete(place)
      lose(draft, value, 'dropped', 'the old client ignored this key, and the new one would read it')
      report(
        draft,
        'value-dropped',
        value.from,
        `The old client ignored the key ${quoted(key)} here, but ${draft.target.title} would read it. It was dropped, so that the theme looks the same; add it to the new file if you need it.`,
      )
    }
  }
}
