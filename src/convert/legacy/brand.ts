import { isObject, type JsonObject, own, ownObject } from '../../document/json.js'
import { child } from '../../document/pointer.js'
import { shippedCommon } from '../../targets/shipped.js'
import { keysAt, report } from '../work.js'
import { type Draft, type DraftTheme, moved, type Slot, type Step, share, write } from './draft.js'
import { imageSlot, isGone } from './images.js'
import { HELP_POINTER, type LinkSlots, readLinks } from './links.js'
import { copyUnknown } from './unknown.js'

type TextName = 'name' | 'slogan'
type Texts = { [Name in TextName]?: Slot | undefined }
const textNames: readonly TextName[] = ['name', 'slogan']
const linkNames = ['accessDeniedHelp', 'imprint', 'privacy'] as const

/** Keys of `general` that have a step of their own, and those without a successor. */
const readGeneralKeys: ReadonlySet<string> = new Set([
  'name',
  'slogan',
  'imprintUrl',
  'privacyUrl',
  'helpDeskLink',
])
const goneGeneralKeys = new Map([
  ['helpDeskText', 'no client since Web 6.0 shows a text for the help desk'],
  ['helpDeskLinkText', 'no client since Web 6.0 shows a text for the help desk'],
])
const knownGeneralKeys: ReadonlySet<string> = new Set([...readGeneralKeys, ...goneGeneralKeys.keys()])
const readCommonKeys: ReadonlySet<string> = new Set(['name', 'slogan', 'logo', 'accessDeniedHelpUrl'])

/** What the old web client showed with one theme. */
interface Brand {
  /** The texts that the theme itself has. */
  readonly texts: Texts
  readonly links: LinkSlots
}

/** What the root's `common` says, and what the themes fall back to. */
interface Base {
  readonly texts: Texts
  /** The texts of the first theme, which stand in for those that another theme lacks. */
  readonly first: Texts
  readonly links: LinkSlots
}

/**
 * Texts and links. The old web client showed those of the theme, and other clients those of the root's
 * `common`: where they are one brand the theme's go to the root, where they are two the root keeps its own.
 * Every theme whose texts differ from the root's carries a whole `common` of its own, because clients reject a
 * part of one. (Not in `defaults`: a `common` there replaces the root's, and the share roles with it.)
 */
export const convertBrand: Step = (draft) => {
  const root = draft.source.common?.value ?? {}
  const links = readLinks(draft)
  const brands = draft.themes.map(
    (theme, index): Brand => ({
      texts: readTexts(theme),
      links: links[index] as LinkSlots,
    }),
  )
  const first: Brand = brands[0] ?? { texts: {}, links: links[0] as LinkSlots }
  const isTwo = textNames.some((name) => isOwnBrand(root, name, first))
  const rootText = (name: TextName): Slot | undefined => {
    const ownText = rootSlot(root, name)
    return isTwo ? (ownText ?? first.texts[name]) : (first.texts[name] ?? ownText)
  }
  const rootTexts: Texts = { name: rootText('name'), slogan: rootText('slogan') }

  for (const name of textNames) {
    const slot = rootTexts[name]
    if (slot !== undefined) write(draft, draft.common, name, '/common', slot)
    const ownText = rootSlot(root, name)
    if (ownText === undefined || ownText === slot) continue
    noteLoser(
      draft,
      ownText,
      slot,
      `/common/${name}`,
      'the web client showed the name and slogan of the theme',
    )
  }
  writeLogo(draft, root, isTwo)
  const urls: JsonObject = {}
  draft.common['urls'] = urls
  for (const name of linkNames) write(draft, urls, name, '/common/urls', first.links[name])
  copyUnknown(
    draft,
    root,
    '/common',
    draft.common,
    '/common',
    readCommonKeys,
    keysAt(draft.target, ['common']),
  )

  const base: Base = { texts: rootTexts, first: first.texts, links: first.links }
  draft.themes.forEach((theme, index) => {
    convertTheme(draft, theme, brands[index] as Brand, base, index === 0)
  })
  noteHelpLink(draft, root)
  if (isTwo) {
    report(
      draft,
      'two-brands',
      '/common',
      `The file gives the web client another name or slogan (${quoted(first, textNames)}) than the other clients (${textNames.map((name) => JSON.stringify(root[name])).join(', ')}). Both were kept: the root's "common" for the other clients, and one in each theme for the web. If they are meant to be one brand, make the root's the right one and delete "common" from the themes.`,
    )
  }
}

function readTexts(theme: DraftTheme): Texts {
  const general = ownObject(theme.source.value, 'general')
  if (general === undefined) return {}
  const text = (name: TextName): Slot | undefined => {
    const value = own(general, name)
    return value === undefined
      ? value
      : moved(value, `${theme.source.pointer}/general/${name}`, 'texts stand in common')
  }
  return { name: text('name'), slogan: text('slogan') }
}

function rootSlot(root: JsonObject, name: TextName): Slot | undefined {
  const value = own(root, name)
  return value === undefined ? undefined : moved(value, `/common/${name}`, 'it stays where it was')
}

/** Whether the root's text is somebody's own and differs from what the web client showed. */
function isOwnBrand(root: JsonObject, name: TextName, first: Brand): boolean {
  const value = own(root, name)
  const shown = first.texts[name]?.value
  return (
    value !== undefined &&
    value !== '' &&
    value !== shippedCommon[name] &&
    shown !== undefined &&
    shown !== value
  )
}

/** The root's logo is for other clients; where it is nobody's own, the login page's speaks for the brand. */
function writeLogo(draft: Draft, root: JsonObject, isTwo: boolean): void {
  const ownLogo = own(root, 'logo')
  const pointer = '/common/logo'
  const ownImage =
    typeof ownLogo === 'string' ? imageSlot(draft, ownLogo, pointer, 'it stays where it was') : undefined
  if (isGone(ownImage)) draft.ledger.add(pointer, null, 'dropped', ownImage.gone)
  const ownSlot = isGone(ownImage) ? undefined : ownImage
  const login = loginOf(draft)
  const isOwn = ownSlot !== undefined && ownLogo !== '' && (isTwo || ownLogo !== shippedCommon.logo)
  if (login === undefined || isOwn || login.value === ownSlot?.value) {
    if (ownSlot !== undefined) write(draft, draft.common, 'logo', '/common', ownSlot)
    return
  }
  if (ownSlot !== undefined) {
    draft.ledger.add(pointer, null, 'superseded', 'the web client showed the logo of the theme')
  }
  const reason = 'the logo of the login page speaks for the brand'
  write(draft, draft.common, 'logo', '/common', { ...login, action: 'fallback', reason })
}

function loginOf(draft: Draft): Slot | undefined {
  const [first] = draft.themes
  const logo = first && ownObject(first.source.value, 'logo')
  const value = logo && own(logo, 'login')
  if (first === undefined || typeof value !== 'string' || value === '') return undefined
  const image = imageSlot(draft, value, `${first.source.pointer}/logo/login`, '')
  return isGone(image) ? undefined : image
}

function convertTheme(draft: Draft, theme: DraftTheme, brand: Brand, base: Base, isFirst: boolean): void {
  const differs =
    textNames.some((name) => textOf(brand, base, name)?.value !== base.texts[name]?.value) ||
    linkNames.some((name) => brand.links[name].value !== base.links[name].value)
  if (differs) writeOwnCommon(draft, theme, brand, base)
  else {
    for (const name of textNames) {
      const slot = brand.texts[name]
      if (slot !== undefined && slot !== base.texts[name]) share(draft, slot, `/common/${name}`)
    }
    for (const name of linkNames) {
      const slot = brand.links[name]
      if (!isFirst && slot.from !== HELP_POINTER) share(draft, slot, `/common/urls/${name}`)
    }
  }
  const general = own(theme.source.value, 'general')
  if (!isObject(general)) return
  const pointer = `${theme.source.pointer}/general`
  for (const [key, reason] of goneGeneralKeys) {
    const value = own(general, key)
    if (value === undefined) continue
    draft.ledger.drop(value, child(pointer, key), reason)
    report(
      draft,
      'value-dropped',
      child(pointer, key),
      `${key} has no successor: ${reason}. It was left out.`,
    )
  }
  const common = differs ? ownObject(theme.output, 'common') : draft.common
  copyUnknown(
    draft,
    general,
    pointer,
    common as JsonObject,
    differs ? `${theme.pointer}/common` : '/common',
    knownGeneralKeys,
    keysAt(draft.target, ['common']),
  )
}

/** The text of a theme: its own, else that of the first theme, else the root's. */
function textOf({ texts }: Brand, base: Base, name: TextName): Slot | undefined {
  return (
    texts[name] ??
    standIn(base.first[name], 'the theme has none of its own: as in the first theme') ??
    standIn(base.texts[name], 'a theme’s "common" has to be whole: as in the root’s')
  )
}

/** A whole `common` in a theme: its own texts and links, and others' for what it has none of. */
function writeOwnCommon(draft: Draft, theme: DraftTheme, brand: Brand, base: Base): void {
  const pointer = `${theme.pointer}/common`
  const common: JsonObject = {}
  theme.output['common'] = common
  for (const name of textNames) {
    const slot = textOf(brand, base, name)
    if (slot !== undefined) write(draft, common, name, pointer, slot)
  }
  const logo = own(draft.common, 'logo')
  if (logo !== undefined) {
    write(draft, common, 'logo', pointer, {
      value: logo,
      from: null,
      action: 'fallback',
      reason: 'a theme’s "common" has to be whole: as in the root’s',
    })
  }
  const urls: JsonObject = {}
  common['urls'] = urls
  for (const name of linkNames) write(draft, urls, name, `${pointer}/urls`, brand.links[name])
}

function standIn(slot: Slot | undefined, reason: string): Slot | undefined {
  return slot && { ...slot, action: 'fallback', reason }
}

function noteLoser(draft: Draft, loser: Slot, winner: Slot | undefined, to: string, reason: string): void {
  if (winner !== undefined && winner.value === loser.value) share(draft, loser, to)
  else draft.ledger.add(loser.from, null, 'superseded', reason)
}

/** The root's help link that no theme took up, because a web option precedes it. */
function noteHelpLink(draft: Draft, root: JsonObject): void {
  if (!Object.hasOwn(root, 'accessDeniedHelpUrl')) return
  if (draft.ledger.entries.some(({ from }) => from === HELP_POINTER)) return
  draft.ledger.add(HELP_POINTER, null, 'superseded', 'another link takes precedence for accessDeniedHelp')
}

function quoted(brand: Brand, names: readonly TextName[]): string {
  return names.map((name) => JSON.stringify(brand.texts[name]?.value ?? null)).join(', ')
}
