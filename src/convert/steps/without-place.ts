import type { AnyPlace, Stranger, Value } from '../../formats/values.js'
import { isLeaf } from '../../json/value.js'
import { isAcross, layersOf, lose, report, type Step, spotOf, valuesOf } from '../draft.js'

/** Why the other product has no place for something, by the start of what it is. */
const reasons: readonly (readonly [AnyPlace, string])[] = [
  ['logo.notFound', 'its pages show no such image'],
  ['logo.href', 'a click on the logo always leads to the files there'],
  ['logo.topbarSmall', 'it has one logo for screens of all sizes'],
  ['login.autoRedirect', 'there is no such setting'],
  ['banner', 'it has no banner for the mobile apps'],
  ['icons', 'it has no icons for universal access'],
  ['urls', 'no page has a place for this link'],
  ['tokens', 'it reads no such tokens'],
  ['theme.mode', 'it knows no kinds of themes'],
]

/** Values that every file has, without any intent of its author. */
const silent: ReadonlySet<AnyPlace> = new Set(['login.autoRedirect', 'theme.mode'])

/** Drops values that the other product has no place for, with one finding for each kind of value. */
export const dropWithoutPlace: Step = (draft) => {
  if (!isAcross(draft)) return
  const { target } = draft
  const said = new Set<AnyPlace>()
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const value of valuesOf(scope)) {
      if (value.place === '' || hasPlace(scope.spots, value)) continue
      scope.values.delete(value.place)
      scope.strangers.delete(value.place)
      const why = reasons.find(([start]) => value.place.startsWith(start))?.[1] ?? 'it has no such group'
      lose(draft, value, 'dropped', `${target.title} has no place for it: ${why}`)
      if (isLeaf(value.value) && (value.value === '' || typeof value.value === 'object')) continue
      if (said.has(value.place) || silent.has(value.place)) continue
      said.add(value.place)
      report(
        draft,
        'value-dropped',
        value.from ?? '',
        `${target.title} has no place for ${value.from}: ${why}. It was dropped.`,
      )
    }

    function hasPlace(spots: typeof scope.spots, value: Value | Stranger): boolean {
      return 'group' in value
        ? spotOf(scope, value.group) !== undefined || scope.strangers.has(value.group)
        : spots.has(value.place)
    }
  }
}
