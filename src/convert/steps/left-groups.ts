import { nodeAt, tablesOfGenerations } from '../../formats/known-keys.js'
import { isLegacyPart } from '../../formats/legacy-groups.js'
import type { UnknownKey, Value } from '../../formats/values.js'
import { child } from '../../json/pointer.js'
import { isObject, type Json } from '../../json/value.js'
import { type Draft, fallbackOf, layersOf, lose, put, report, type Step, share } from '../draft.js'

/** The group of texts and links that themes had up to Web 7. */
const GENERAL = 'general'

/**
 * Groups of old themes that were left in a current file, where clients ignore them. Texts and links go where they
 * belong, as long as nothing of the author's own stands there; whatever else is left at the root is dropped, because
 * the clients read the current part.
 */
export const settleLeftGroups: Step = (draft) => {
  if (draft.hasLegacyThemes) return
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const stranger of [...scope.unknownKeys.values()]) {
      const { group, key, value } = stranger
      if (group !== '') continue
      if (key === GENERAL && isObject(value)) {
        scope.unknownKeys.delete(stranger.place)
        for (const name of Object.keys(value)) settleText(draft, stranger, name, value[name] as Json)
      } else if (scope === draft.root && isLegacyPart(key, value)) {
        scope.unknownKeys.delete(stranger.place)
        lose(draft, stranger, 'dropped', 'clients ignore what is left of an old theme beside "clients"')
        report(
          draft,
          'value-dropped',
          stranger.from,
          `Clients ignore ${JSON.stringify(key)} beside "clients": it belongs to an older generation, and was left out. Put into /clients/web what of it is missing there.`,
        )
      }
    }
  }
}

/** What the texts and links were to old clients. */
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
    reason: 'texts and links stand in common, where clients read them',
  }
  const spot = place === undefined ? undefined : root.spots.get(place)
  if (place === undefined || spot === undefined || typeof text !== 'string') {
    lose(draft, value, 'dropped', 'no client reads it any more')
    report(
      draft,
      'value-dropped',
      from,
      `Clients ignore ${from}, and nothing has taken its place. It was left out.`,
    )
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
      lose(draft, present, 'superseded', 'the file has a value of its own, in another place')
    put(root, value)
    report(
      draft,
      'ignored-generation',
      from,
      `Clients ignore ${from}, so it did not show so far. It is ${spot.path} now.`,
    )
    return
  }
  lose(draft, value, 'superseded', `clients show ${spot.path}`)
  if (text !== '')
    report(
      draft,
      'value-dropped',
      from,
      `Clients ignore ${from} and show ${spot.path}, which says something else. It was left out.`,
    )
}
