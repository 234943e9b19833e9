import type { AnyPlace, Value } from '../../formats/values.js'
import { quoted } from '../../json/quoted.js'
import type { Json } from '../../json/value.js'
import {
  type Draft,
  defaultFrom,
  fallbackOf,
  lose,
  made,
  put,
  report,
  type Step,
  spotOf,
  type Theme,
  take,
} from '../draft.js'
import { movedImage } from './moved-images.js'

const places = ['logo.topbar', 'logo.favicon', 'logo.login'] as const

/** Logos of the first flat files, with the logo that each is used as if the theme lacks it. */
const early: readonly (readonly [AnyPlace, AnyPlace])[] = [
  ['logo.small', 'logo.topbar'],
  ['logo.big', 'logo.login'],
]

/** Uses the logos of the first flat files for logos that a theme lacks. */
export const useEarlyLogos: Step = (draft) => {
  for (const theme of draft.themes) useEarly(draft, theme)
}

/** Gives every theme each logo that clients require: that of the first theme, else the root's, else the shipped one. */
export const completeLogos: Step = (draft) => {
  for (const place of places) inheritFromFirst(draft, place)
  for (const theme of draft.themes) fillIn(draft, theme)
}

function useEarly(draft: Draft, theme: Theme): void {
  for (const [place, usedAs] of early) {
    const value = take(theme, place)
    if (value === undefined) continue
    if (theme.values.has(usedAs) || value.value === '') {
      lose(draft, value, 'dropped', 'no client since 2019 shows this image')
      continue
    }
    const moved = movedImage(draft, value, new Set())
    if (moved === undefined) continue
    put(theme, defaultFrom({ ...moved, place: usedAs }, `the theme has none: its "${nameOf(place)}"`))
    report(
      draft,
      'fallback-used',
      value.from,
      `There is no ${usedAs}; ${place} is used instead. Check that it looks right there.`,
    )
  }
}

const nameOf = (place: AnyPlace) => place.slice('logo.'.length)

/** Fills a place of every theme that lacks it with the value of the first theme. */
export function inheritFromFirst({ themes }: Draft, place: AnyPlace): void {
  const value = themes[0]?.values.get(place)
  if (value === undefined) return
  for (const theme of themes) {
    if (!theme.values.has(place))
      put(theme, defaultFrom(value, 'the theme has none: value of the first theme'))
  }
}

/** Whether clients reject the group of a place without it. */
export function isRequired({ defaults }: Draft, place: AnyPlace): boolean {
  const group = place.slice(0, place.indexOf('.'))
  return spotOf(defaults, group)?.required.some((spot) => spot.place === place) === true
}

/** Fills in logos that the first theme lacks too: the root's logo, else the shipped image. */
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

/** The shipped value of a place that clients require in the defaults. */
export function shipped({ defaults }: Draft, place: AnyPlace): Value {
  return made(place, fallbackOf(defaults, place) as Json, 'fallback', 'the file has none: shipped value')
}

function rootLogo({ root }: Draft, place: AnyPlace): Value | undefined {
  const value = root.values.get('common.logo')
  if (place === 'logo.favicon' || value === undefined || value.value === '') return undefined
  return defaultFrom({ ...value, place }, "the theme has none: logo of the root's common")
}
