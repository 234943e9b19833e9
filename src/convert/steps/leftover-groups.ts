import { nodeAt, tablesOfGenerations } from '../../formats/known-keys.js'
import { isLegacyPart } from '../../formats/legacy-groups.js'
import type { UnknownKey, Value } from '../../formats/values.js'
import { child } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import { isObject, type Json } from '../../json/value.js'
import { type Draft, fallbackOf, layersOf, lose, put, report, type Step, share } from '../draft.js'

/** The group of texts and links in themes up to Web 7. */
const GENERAL = 'general'

/**
 * Groups of legacy themes in a current file, where clients ignore them. Texts and links are moved to where they belong,
 * unless the author has set another value there; other groups at the root are dropped, because clients read the current
 * part.
 */
export const settleLeftoverGroups: Step = (draft) => {
  if (draft.hasLegacyThemes) return
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const unknown of [...scope.unknownKeys.values()]) {
      const { group, key, value } = unknown
      if (group !== '') continue
      if (key === GENERAL && isObject(value)) {
        scope.unknownKeys.delete(unknown.place)
        for (const name of Object.keys(value)) settleText(draft, unknown, name, value[name] as Json)
      } else if (scope === draft.root && isLegacyPart(key, value)) {
        scope.unknownKeys.delete(unknown.place)
        lose(draft, unknown, 'dropped', 'clients ignore parts of a legacy theme beside "clients"')
        report(
          draft,
          'value-dropped',
          unknown.from,
          `Clients ignore ${quoted(key)} beside "clients": it belongs to an older generation. It was dropped; add what is missing in /clients/web there.`,
        )
      }
    }
  }
}

/** The keys of the group in legacy themes. */
const old = /* @__PURE__ */ (() => nodeAt(tablesOfGenerations.wrapped, ['web', '*', GENERAL])?.keys ?? {})()

function settleText(draft: Draft, { from: group }: UnknownKey, name: string, text: Json): void {
  const { root } = draft
  const from = child(group ?? '', name)
  const place = Object.hasOwn(old, name) ? old[name]?.place : undefined
  const value: Value = {
    place: place ?? '',
    value: text,
    from,
    action: 'moved',
    reason: 'clients read texts and links in common',
  }
  const spot = place === undefined ? undefined : root.spots.get(place)
  if (place === undefined || spot === undefined || typeof text !== 'string') {
    lose(draft, value, 'dropped', 'no current client reads it')
    report(draft, 'value-dropped', from, `Clients ignore ${from}, and it has no successor. It was dropped.`)
    return
  }
  const present = root.values.get(place)
  if (present?.value === text) {
    share(draft, value, root)
    return
  }
  const isFree = present === undefined || present.value === '' || present.value === fallbackOf(root, place)
  if (isFree && text !== '') {
    if (present !== undefined)
      lose(draft, present, 'superseded', "the author's value is in another place of the file")
    put(root, value)
    report(
      draft,
      'ignored-generation',
      from,
      `Clients ignore ${from}, so it was not shown. It was moved to ${spot.path}.`,
    )
    return
  }
  lose(draft, value, 'superseded', `clients show ${spot.path}`)
  if (text !== '')
    report(
      draft,
      'value-dropped',
      from,
      `Clients ignore ${from} and show ${spot.path}, which has another value. It was dropped.`,
    )
}
