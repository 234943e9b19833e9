import type { AnyPlace, Value } from '../../formats/values.js'
import { quoted } from '../../json/quoted.js'
import { shippedImages } from '../../targets/shipped-file.js'
import {
  type Draft,
  fallbackOf,
  isAcross,
  layersOf,
  lose,
  made,
  pointerOf,
  put,
  report,
  type Scope,
  type Step,
  take,
  valuesOf,
} from '../draft.js'
import { SHIPPED } from './fallbacks.js'

/** Replaces images that only servers of the other product have by the target's own. Each is reported once. */
export const replaceShippedImages: Step = (draft) => {
  if (!isAcross(draft)) return
  const reported = new Set<string>()
  for (const scope of [draft.root, ...layersOf(draft)]) {
    for (const value of valuesOf(scope)) {
      const image = shippedImage(draft, value)
      if (image !== undefined) replace(draft, scope, value, image, reported)
    }
  }
}

/** The path of an image, if the servers of the other product ship it. */
function shippedImage({ product }: Draft, { value }: Value): string | undefined {
  if (typeof value !== 'string') return undefined
  const plain = value.replace(/^\.?\//, '')
  const { folder, names } = shippedImages[product] as NonNullable<(typeof shippedImages)[string]>
  return plain.startsWith(folder) && names.includes(plain.slice(folder.length)) ? plain : undefined
}

function replace(draft: Draft, scope: Scope, value: Value, image: string, reported: Set<string>): void {
  const { target, product } = draft
  const own = imageFor(draft, scope, value.place)
  const reason = `${image} is an image of ${product} that ${target.title} doesn't have`
  if (own === undefined) {
    take(scope, value.place)
    lose(draft, value, 'dropped', reason)
  } else {
    put(scope, { ...value, value: own, action: 'rewritten', reason })
  }
  const message = `${reason}. ${own === undefined ? 'It was dropped.' : `The new theme has ${quoted(own)}.`}`
  if (reported.has(message)) return
  reported.add(message)
  report(draft, 'file-gone', value.from, message)
}

/** The shipped image of the target at a place, if it has that place. */
function imageFor({ target }: Draft, scope: Scope, place: AnyPlace): string | undefined {
  if (!scope.spots.has(place)) return undefined
  const isDark = scope.values.get('theme.isDark')?.value === true
  return (isDark ? target.darkImages?.[place] : undefined) ?? (fallbackOf(scope, place) as string | undefined)
}

/**
 * Adds the logo of the server for one that a file lacks: OpenCloud's clients show none then, unlike ownCloud's, which
 * have an image of their own.
 */
export const completeImages: Step = (draft) => {
  const { root, defaults, themes, target } = draft
  if (!isAcross(draft) || target.merge.common !== 'flat') return
  for (const place of ['logo.topbar', 'logo.favicon'] as const) {
    const isInRoot = place === 'logo.topbar' && root.values.has('common.logo')
    const lacking = themes.filter(({ values }) => !values.has(place))
    if (isInRoot || defaults.values.has(place) || lacking.length === 0) continue
    const image = imageFor(draft, defaults, place)
    if (image === undefined) continue
    put(defaults, made(place, image, 'fallback', SHIPPED))
    for (const theme of lacking) {
      const own = imageFor(draft, theme, place)
      if (own !== undefined && own !== image) put(theme, made(place, own, 'fallback', SHIPPED))
    }
    const to = pointerOf(defaults, place)
    report(
      draft,
      'fallback-used',
      to,
      `A theme has no image for ${to}. The new file has that of ${target.family.product}, ${quoted(image)}. Replace it if needed.`,
    )
  }
}
