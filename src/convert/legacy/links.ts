import { isObject, type JsonObject, own } from '../../document/json.js'
import { child } from '../../document/pointer.js'
import type { WebOptions } from '../../formats/web-options.js'
import { report } from '../work.js'
import { type Draft, type DraftTheme, moved, type Slot } from './draft.js'

/** A place that the old client had a link from: the root's `common`, or a theme's `general`. */
interface Place {
  readonly group: 'common' | 'general'
  readonly key: string
}

/** The links of `common.urls`, and where the old client had each of them from; the first that gives one wins. */
interface Link {
  readonly name: 'accessDeniedHelp' | 'imprint' | 'privacy'
  readonly option: keyof WebOptions
  readonly sources: readonly (Place | 'option')[]
}

/** The root's help link, which is one for all themes. */
export const HELP_POINTER = '/common/accessDeniedHelpUrl'

const accessDeniedHelp: Link = {
  name: 'accessDeniedHelp',
  option: 'accessDeniedHelpUrl',
  sources: [
    { group: 'common', key: 'accessDeniedHelpUrl' },
    'option',
    { group: 'general', key: 'helpDeskLink' },
  ],
}
const imprint: Link = {
  name: 'imprint',
  option: 'imprintUrl',
  sources: [{ group: 'general', key: 'imprintUrl' }, 'option'],
}
const privacy: Link = {
  name: 'privacy',
  option: 'privacyUrl',
  sources: [{ group: 'general', key: 'privacyUrl' }, 'option'],
}

/** In the order of the shipped files. */
const links: readonly Link[] = [accessDeniedHelp, imprint, privacy]

/** The links that the old client showed with a theme. */
export type LinkSlots = Record<Link['name'], Slot>

const noLink: Slot = { value: '', from: null, action: 'fallback', reason: 'the file has no such link' }

/**
 * The links of each theme: its own, else the old web option, else none. What loses is noted as superseded,
 * but for the root's help link, which speaks for all themes.
 *
 * @returns one for each theme, or a single one when the file has no theme
 */
export function readLinks(draft: Draft): LinkSlots[] {
  const used = new Set<keyof WebOptions>()
  const themes: readonly (DraftTheme | undefined)[] = draft.themes.length > 0 ? draft.themes : [undefined]
  const result = themes.map(
    (theme): LinkSlots => ({
      accessDeniedHelp: readLink(draft, theme, accessDeniedHelp, used),
      imprint: readLink(draft, theme, imprint, used),
      privacy: readLink(draft, theme, privacy, used),
    }),
  )
  for (const { option, name } of links) {
    if (!draft.options.webOptions?.[option] || used.has(option)) continue
    report(
      draft,
      'web-option-unused',
      '',
      `The old web option "${option}" has no effect: every theme brings a link of its own for ${name}, which took precedence in the old client too.`,
    )
  }
  return result
}

function readLink(
  draft: Draft,
  theme: DraftTheme | undefined,
  link: Link,
  used: Set<keyof WebOptions>,
): Slot {
  const candidates: Slot[] = []
  for (const source of link.sources) {
    const slot = source === 'option' ? fromOption(draft, link) : readPlace(draft, theme, source)
    if (slot !== undefined) candidates.push(slot)
  }
  const chosen = candidates.find(({ value }) => value !== '') ?? candidates[0] ?? noLink
  if (chosen.action === 'added') used.add(link.option)
  for (const slot of candidates) {
    if (slot !== chosen && slot.from !== null && slot.from !== HELP_POINTER) {
      draft.ledger.add(slot.from, null, 'superseded', `another link takes precedence for ${link.name}`)
    }
  }
  return chosen
}

function fromOption(draft: Draft, link: Link): Slot | undefined {
  const value = draft.options.webOptions?.[link.option]
  if (value === undefined || value === '') return undefined
  return { value, from: null, action: 'added', reason: `from the old web option "${link.option}"` }
}

function readPlace(draft: Draft, theme: DraftTheme | undefined, { group, key }: Place): Slot | undefined {
  const parent =
    group === 'common' ? { value: draft.source.common?.value, pointer: '/common' } : general(theme)
  const object = parent?.value
  if (parent === undefined || !isObject(object)) return undefined
  const pointer = child(parent.pointer, key)
  const value = own(object, key)
  if (typeof value === 'string') return moved(value, pointer, 'links stand in common.urls')
  return isObject(value) ? pickLanguage(draft, value, pointer) : undefined
}

function general(theme: DraftTheme | undefined) {
  if (theme === undefined) return undefined
  return { value: own(theme.source.value, 'general'), pointer: `${theme.source.pointer}/general` }
}

const isEnglish = (language: string) => /^en(?![a-z])/i.test(language)

/** A link for each language: the target has one for all, so the English one goes over, else the first that is one. */
function pickLanguage(draft: Draft, texts: JsonObject, pointer: string): Slot | undefined {
  const languages = Object.keys(texts)
  const linked = languages.filter((language) => texts[language] !== '')
  const chosen = linked.find(isEnglish) ?? linked[0] ?? languages[0]
  if (chosen === undefined) {
    draft.ledger.add(pointer, null, 'dropped', 'it is empty')
    return undefined
  }
  for (const language of languages) {
    if (language === chosen) continue
    draft.ledger.add(child(pointer, language), null, 'dropped', 'there is one link for all languages now')
  }
  if (languages.length > 1) {
    report(
      draft,
      'value-dropped',
      pointer,
      `There is one help link for all languages now; the one for "${chosen}" was taken.`,
    )
  }
  return moved(texts[chosen] as string, child(pointer, chosen), 'links stand in common.urls')
}
