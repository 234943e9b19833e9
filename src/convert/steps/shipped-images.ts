import type { AnyPlace, Value } from '../../formats/values.js'
import { quoted } from '../../json/quoted.js'
import { shippedImages } from '../../targets/shipped-file.js'
import {
  type Draft,
  fallbackOf,
  isAcross,
  layersOf,
  lose,
  put,
  report,
  type Scope,
  type Step,
  take,
  valuesOf,
} from '../draft.js'

/** Images that only servers of the other product have are replaced by the target's own. Says so once for each. */
export const replaceShippedImages: Step = (draft) => {
  if (!isAcross(draft)) return
  const said = new Set<string>()
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const value of valuesOf(scope)) {
      const image = shippedImage(draft, value)
      if (image !== undefined) replace(draft, scope, value, image, said)
    }
  }
}

/** The path of an image that the other product's servers bring along. */
function shippedImage({ product }: Draft, { value }: Value): string | undefined {
  if (typeof value !== 'string') return undefined
  const plain = value.replace(/^\.?\//, '')
  const { folder = '', names = [] } = shippedImages[product] ?? {}
  return plain.startsWith(folder) && names.includes(plain.slice(folder.length)) ? plain : undefined
}

function replace(draft: Draft, scope: Scope, value: Value, image: string, said: Set<string>): void {
  const { target, product } = draft
  const own = imageFor(draft, scope, value.place)
  const reason = `${image} is an image of ${product} that no server of ${target.family.product} has`
  if (own === undefined) {
    take(scope, value.place)
    lose(draft, value, 'dropped', reason)
  } else {
    put(scope, { ...value, value: own, action: 'rewritten', reason })
  }
  const message = `${reason}. ${own === undefined ? 'It was dropped.' : `The new theme has ${quoted(own)}.`}`
  if (said.has(message)) return
  said.add(message)
  report(draft, 'file-gone', value.from ?? '', message)
}

/** What the target's server has at a place, where it has that place. */
function imageFor({ target }: Draft, scope: Scope, place: AnyPlace): string | undefined {
  if (!scope.spots.has(place)) return undefined
  const isDark = scope.values.get('theme.isDark')?.value === true
  const image = (isDark ? target.darkImages?.[place] : undefined) ?? fallbackOf(scope, place)
  return typeof image === 'string' ? image : undefined
}
