import type { AnyPlace, Value } from '../../formats/values.js'
import { quoted } from '../../json/quoted.js'
import type { Json } from '../../json/value.js'
import {
  type Draft,
  fallbackOf,
  lose,
  made,
  put,
  report,
  type Step,
  spotOf,
  standIn,
  type Theme,
  take,
} from '../draft.js'
import { movedImage } from './moved-images.js'

const places = ['logo.topbar', 'logo.favicon', 'logo.login'] as const

/** Images of the very first files, and the logos that they may serve as where no other is known. */
const ancient: readonly (readonly [AnyPlace, AnyPlace])[] = [
  ['logo.small', 'logo.topbar'],
  ['logo.big', 'logo.login'],
]

/** Images of the very first files are used where no other logo is known. */
export const serveAncientLogos: Step = (draft) => {
  for (const theme of draft.themes) serveAncient(draft, theme)
}

/** Gives every theme each logo that clients require: as in the first theme, else the root's, else the shipped one. */
export const completeLogos: Step = (draft) => {
  for (const place of places) inheritFromFirst(draft, place)
  for (const theme of draft.themes) fillIn(draft, theme)
}

function serveAncient(draft: Draft, theme: Theme): void {
  for (const [place, serves] of ancient) {
    const value = take(theme, place)
    if (value === undefined) continue
    if (theme.values.has(serves) || value.value === '') {
      lose(draft, value, 'dropped', 'no client since 2019 shows this image')
      continue
    }
    const moved = movedImage(draft, value, new Set())
    if (moved === undefined) continue
    put(theme, standIn({ ...moved, place: serves }, `no other logo is known: "${nameOf(place)}" serves`))
    report(
      draft,
      'fallback-used',
      value.from,
      `There is no ${serves}; ${place} is used instead. Check that it looks right there.`,
    )
  }
}

const nameOf = (place: AnyPlace) => place.slice('logo.'.length)

/** Gives a place of every theme that lacks it the first theme's value. */
export function inheritFromFirst({ themes }: Draft, place: AnyPlace): void {
  const value = themes[0]?.values.get(place)
  if (value === undefined) return
  for (const theme of themes) {
    if (!theme.values.has(place)) put(theme, standIn(value, 'the theme has none: value of the first theme'))
  }
}

/** Whether clients take the group of a place only with it. */
export function isRequired({ defaults }: Draft, place: AnyPlace): boolean {
  const group = place.slice(0, place.indexOf('.'))
  return spotOf(defaults, group)?.required.some((spot) => spot.place === place) === true
}

/** For logos that the first theme lacks too: the root's logo, else the shipped image. */
function fillIn(draft: Draft, theme: Theme): void {
  const missing = places.filter((place) => isRequired(draft, place) && !theme.values.has(place))
  if (missing.length === 0) return
  for (const place of missing) put(theme, rootLogo(draft, place) ?? shipped(draft, place))
  const images = missing
    .map((place) => `${nameOf(place)}: ${quoted(theme.values.get(place)?.value)}`)
    .join(', ')
  report(
    draft,
    'fallback-used',
    `${theme.from}/logo`,
    `The theme ${quoted(theme.values.get('theme.name')?.value)} lacks logos that ${draft.target.title} requires. Using other images: ${images}. Replace them if needed.`,
  )
}

/** The shipped value of a place that clients require of the defaults. */
export function shipped({ defaults }: Draft, place: AnyPlace): Value {
  return made(place, fallbackOf(defaults, place) as Json, 'fallback', 'the file has none: shipped value')
}

function rootLogo({ root }: Draft, place: AnyPlace): Value | undefined {
  const value = root.values.get('common.logo')
  if (place === 'logo.favicon' || value === undefined || value.value === '') return undefined
  return standIn({ ...value, place }, 'the theme has none: logo of the root’s common')
}
