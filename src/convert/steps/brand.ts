import type { AnyPlace, UnknownKey, Value } from '../../formats/values.js'
import { quoted } from '../../json/quoted.js'
import { isEqualJson, isLeaf, type Json } from '../../json/value.js'
import { shippedCommon } from '../../targets/shipped-file.js'
import {
  type Draft,
  defaultFrom,
  fallbackOf,
  lose,
  pointerOf,
  put,
  report,
  type Scope,
  type Step,
  share,
  type Theme,
  take,
} from '../draft.js'
import { links } from './apply-web-options.js'

const texts = ['common.name', 'common.slogan'] as const
const brandPlaces = /* @__PURE__ */ (() => [...texts, ...links.map(({ place }) => place)])()
const LOGO = 'common.logo'
const ROOT_REASON = 'the "common" of a theme must be complete: value of the root\'s'

/**
 * Texts and links. The old web client showed those of the theme, other clients those of the root's `common`. If both are
 * one brand, those of the theme go to the root; if they are two, the root keeps its own. Every theme whose texts differ
 * from the root's has a complete `common` of its own, because clients reject a partial one. (Not in `defaults`: a
 * `common` there replaces the root's, with the share roles.)
 */
export const settleBrand: Step = (draft) => {
  const { root, themes } = draft
  const first: Shown = new Map(brandPlaces.map((place) => [place, themes[0]?.values.get(place)]))
  const isTwo = texts.some((place) => isOwnBrand(root, place, first))
  if (isTwo) reportTwo(draft, first)
  for (const place of texts) {
    const ofRoot = root.values.get(place)
    const ofFirst = first.get(place)
    const winner = isTwo ? (ofRoot ?? ofFirst) : (ofFirst ?? ofRoot)
    if (winner === undefined || winner === ofRoot) continue
    put(root, winner)
    if (ofRoot?.value === winner.value) share(draft, ofRoot, root)
    else if (ofRoot !== undefined)
      lose(draft, ofRoot, 'superseded', 'the web client showed the name and slogan of the theme')
  }
  const logos = themes[0]?.values
  settleLogo(draft, logos?.get('logo.login') ?? logos?.get('logo.topbar'), isTwo)
  for (const { place } of links) {
    const link = first.get(place)
    if (link !== undefined) put(root, link)
  }
  for (const theme of themes) settleTheme(draft, theme, first)
}

/** The texts and links of a theme. */
type Shown = ReadonlyMap<AnyPlace, Value | undefined>

/** The shipped texts are those of ownCloud: only its clients had legacy themes. */
const shippedText = (place: AnyPlace): Json =>
  place === 'common.name' ? shippedCommon.name : shippedCommon.slogan

/** Whether the root's text is the author's own and differs from what the web client showed. */
function isOwnBrand(root: Scope, place: AnyPlace, first: Shown): boolean {
  const value = root.values.get(place)?.value
  const shown = first.get(place)?.value
  const isOwn = value !== undefined && value !== '' && value !== shippedText(place)
  return isOwn && shown !== undefined && shown !== value
}

/** The root's logo is for other clients; a shipped one is replaced by that of the web client. */
function settleLogo(draft: Draft, login: Value | undefined, isTwo: boolean): void {
  const { root } = draft
  const own = root.values.get(LOGO)
  const isOwn = own !== undefined && own.value !== '' && (isTwo || own.value !== fallbackOf(root, LOGO))
  // A default logo isn't the author's.
  if (
    login === undefined ||
    login.action === 'fallback' ||
    login.value === '' ||
    isOwn ||
    login.value === own?.value
  )
    return
  if (own !== undefined) lose(draft, own, 'superseded', 'the web client showed the logo of the theme')
  put(root, defaultFrom({ ...login, place: LOGO }, 'logo of the web client'))
}

function settleTheme(draft: Draft, theme: Theme, first: Shown): void {
  const { root } = draft
  const shown = [
    ...texts.map(
      (place) =>
        theme.values.get(place) ??
        asIn(first.get(place), 'the theme has none: value of the first theme') ??
        asIn(root.values.get(place), ROOT_REASON),
    ),
    ...links.map(({ place }) => theme.values.get(place)),
  ]
  const ofRoot = brandPlaces.map((place) => root.values.get(place))
  if (shown.some((value, index) => value?.value !== ofRoot[index]?.value)) {
    const logo = root.values.get(LOGO)
    for (const value of [
      ...shown,
      logo && defaultFrom({ ...logo, from: null, leaves: undefined }, ROOT_REASON),
    ])
      if (value !== undefined) put(theme, value)
    return
  }
  brandPlaces.forEach((place, index) => {
    const own = take(theme, place)
    // A value that the root uses gets its entry there.
    if (own !== undefined && own !== ofRoot[index]) share(draft, own, root)
  })
  for (const unknown of theme.unknownKeys.values())
    if (unknown.group === 'common') moveUnknown(draft, theme, unknown)
}

function asIn(value: Value | undefined, reason: string): Value | undefined {
  return value && defaultFrom(value, reason)
}

/** Moves an unknown key to where the keys beside it are moved. */
function moveUnknown(draft: Draft, theme: Theme, value: UnknownKey): void {
  const { root } = draft
  const { place, key } = value
  theme.unknownKeys.delete(place)
  const present = root.unknownKeys.get(place)
  if (present === undefined) {
    put(root, value)
  } else if (isEqualJson(present.value, value.value)) {
    share(draft, value, root)
  } else {
    lose(draft, value, 'superseded', 'the place has another value of the same unknown key')
    const what = isLeaf(value.value) ? quoted(value.value) : 'this value'
    report(
      draft,
      'value-dropped',
      value.from,
      `Two different values of the unknown key ${quoted(key)} belong in ${pointerOf(root, 'common')}; ${what} was dropped.`,
    )
  }
}

function reportTwo(draft: Draft, first: Shown): void {
  const textsOf = (values: Shown) => texts.map((place) => quoted(values.get(place)?.value ?? null)).join(', ')
  report(
    draft,
    'two-brands',
    pointerOf(draft.root, 'common'),
    `The web client has another name or slogan (${textsOf(first)}) than the other clients (${textsOf(draft.root.values)}). Both were kept: "common" at the root for the other clients, and one in each theme for the web. If it is one brand, correct the one at the root and delete "common" from the themes.`,
  )
}
