import type { AnyPlace, UnknownKey, Value } from '../../formats/values.js'
import { eachLeaf, parsePointer } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import type { Json } from '../../json/value.js'
import { type Draft, isAcross, layersOf, lose, report, type Step, spotOf, valuesOf } from '../draft.js'

/** Why the other product has no place for a value, by the start of its place. */
const reasons: readonly (readonly [AnyPlace, string])[] = [
  ['common.logo', 'it was for other clients, and each theme has one logo'],
  ['logo.notFound', 'its pages show no such image'],
  ['logo.href', 'a click on the logo always leads to the files there'],
  ['logo.topbarSmall', 'it has one logo for screens of all sizes'],
  ['login.autoRedirect', 'there is no such setting'],
  ['banner', 'it has no banner for the mobile apps'],
  ['icons', 'it has no icons for universal access'],
  ['urls', 'no page has a place for this link'],
  ['tokens', 'it reads no such tokens'],
  ['theme.mode', 'it has no theme modes'],
]

/** Values that every file has, so that their loss isn't worth a finding. */
const silent: ReadonlySet<AnyPlace> = new Set(['login.autoRedirect', 'theme.mode'])

/** The reason why a target has no place for a value of the other product. */
export function noPlace({ target }: Pick<Draft, 'target'>, place: AnyPlace): string {
  const gone = target.gone.find((each) => each.place === place)
  if (gone !== undefined) return gone.reason
  const why = reasons.find(([start]) => place.startsWith(start))?.[1] ?? 'it has no such group'
  return `${target.title} has no place for it: ${why}`
}

/** Drops values that the target has no place for, with one finding for each kind of value. */
export const dropWithoutPlace: Step = (draft) => {
  if (!isAcross(draft)) return
  const reported = new Set<string>()
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const value of valuesOf(scope)) {
      if (value.place === '' || hasPlace(scope.spots, value)) continue
      scope.values.delete(value.place)
      scope.unknownKeys.delete(value.place)
      const why = noPlace(draft, value.place)
      lose(draft, value, 'dropped', why)
      if (isEmpty(value.value)) continue
      // The entries of a map are reported as one.
      const [kind = '', entry] = value.place.split('/')
      if (reported.has(kind) || silent.has(value.place)) continue
      reported.add(kind)
      report(
        draft,
        'value-dropped',
        value.from,
        `${why}. ${quoted(entry === undefined ? (parsePointer(value.from ?? '').at(-1) ?? '') : kind)} was dropped.`,
      )
    }

    function hasPlace(spots: typeof scope.spots, value: Value | UnknownKey): boolean {
      return 'group' in value
        ? spotOf(scope, value.group) !== undefined || scope.unknownKeys.has(value.group)
        : spots.has(value.place)
    }
  }
}

/** Whether a value has nothing but empty strings and empty groups. */
function isEmpty(value: Json): boolean {
  let hasContent = false
  eachLeaf(value, '', (_, leaf) => {
    if (leaf !== '' && (typeof leaf !== 'object' || leaf === null)) hasContent = true
  })
  return !hasContent
}
