import type { AnyPlace, UnknownKey, Value } from '../../formats/values.js'
import { quoted } from '../../json/quoted.js'
import { isEqualJson, isLeaf, type Json } from '../../json/value.js'
import { shippedCommon } from '../../targets/shipped-file.js'
import {
  type Draft,
  fallbackOf,
  lose,
  pointerOf,
  put,
  report,
  type Scope,
  type Step,
  share,
  standIn,
  type Theme,
  take,
} from '../draft.js'
import { links } from './apply-web-options.js'

const texts = ['common.name', 'common.slogan'] as const
const brandPlaces = /* @__PURE__ */ (() => [...texts, ...links.map(({ place }) => place)])()
const LOGO = 'common.logo'
const ROOT_REASON = 'the "common" of a theme must be complete: value of the root’s'

/**
 * Texts and links. The old web client showed those of the theme, and other clients those of the root's `common`:
 * where they are one brand the theme's go to the root, where they are two the root keeps its own. Every theme whose
 * texts differ from the root's carries a whole `common` of its own, because clients reject a part of one. (Not in
 * `defaults`: a `common` there replaces the root's, and the share roles with it.)
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

/** ownCloud's shipped theme: only its clients had old themes. */
const shippedText = (place: AnyPlace): Json =>
  place === 'common.name' ? shippedCommon.name : shippedCommon.slogan

/** Whether the root's text is the author's own and differs from what the web client showed. */
function isOwnBrand(root: Scope, place: AnyPlace, first: Shown): boolean {
  const value = root.values.get(place)?.value
  const shown = first.get(place)?.value
  const isOwn = value !== undefined && value !== '' && value !== shippedText(place)
  return isOwn && shown !== undefined && shown !== value
}

/** The root's logo is for other clients; where it is a shipped one, the login page's is taken for the brand. */
function settleLogo(draft: Draft, login: Value | undefined, isTwo: boolean): void {
  const { root } = draft
  const own = root.values.get(LOGO)
  const isOwn = own !== undefined && own.value !== '' && (isTwo || own.value !== fallbackOf(root, LOGO))
  // A default logo says nothing about the brand.
  if (
    login === undefined ||
    login.action === 'fallback' ||
    login.value === '' ||
    isOwn ||
    login.value === own?.value
  )
    return
  if (own !== undefined) lose(draft, own, 'superseded', 'the web client showed the logo of the theme')
  put(root, standIn({ ...login, place: LOGO }, 'the logo of the login page is the brand’s'))
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
    for (const value of [...shown, logo && standIn({ ...logo, from: null, leaves: undefined }, ROOT_REASON)])
      if (value !== undefined) put(theme, value)
    return
  }
  brandPlaces.forEach((place, index) => {
    const own = take(theme, place)
    // The entry is made where the value is used for the root.
    if (own !== undefined && own !== ofRoot[index]) share(draft, own, root)
  })
  for (const stranger of theme.unknownKeys.values())
    if (stranger.group === 'common') moveUnknown(draft, theme, stranger)
}

function asIn(value: Value | undefined, reason: string): Value | undefined {
  return value && standIn(value, reason)
}

/** A key that no client knows goes where its neighbours go. */
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
