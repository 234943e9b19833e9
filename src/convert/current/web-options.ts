import { isObject, type Json, type JsonObject, own, ownObject, setOwn } from '../../document/json.js'
import { type Pointer, valueBelow } from '../../document/pointer.js'
import type { WebOptions } from '../../formats/web-options.js'
import type { LedgerEntry } from '../ledger.js'
import { defaultsPointer, report, themesPointer, type Work } from '../work.js'

/** The links of `common.urls` that were options of the old web configuration. */
const links: readonly { readonly name: string; readonly option: keyof WebOptions }[] = [
  { name: 'accessDeniedHelp', option: 'accessDeniedHelpUrl' },
  { name: 'imprint', option: 'imprintUrl' },
  { name: 'privacy', option: 'privacyUrl' },
]

/** The links of a `common`, and where they stand. */
interface Links {
  readonly urls: JsonObject
  readonly pointer: Pointer
}

/**
 * Gives the old web options to every `common` with an empty link: one in the defaults or in a theme hides the
 * root's.
 *
 * @param root a complete document: every `common` is whole
 */
export function applyWebOptions(work: Work, root: JsonObject): void {
  const { webOptions } = work.options
  if (webOptions === undefined) return
  const { all, shown } = linksOf(root)
  const entries = new Map(work.ledger.entries.map((entry) => [entry.to, entry]))
  for (const { name, option } of links) {
    const value = webOptions[option]
    if (value === undefined || value === '') continue
    for (const { urls, pointer } of all) {
      if (own(urls, name) !== '') continue
      const to = `${pointer}/${name}`
      noteAdded(work, entries.get(to), to, option)
      setOwn(urls, name, value)
    }
    const [first] = shown
    if (first === undefined || shown.some(({ urls }) => own(urls, name) === value)) continue
    report(
      work,
      'web-option-unused',
      `${first.pointer}/${name}`,
      `The old web option "${option}" has no effect: the theme brings a link of its own, ${JSON.stringify(own(first.urls, name))}.`,
    )
  }
}

/** The links of all layers, and those that the themes show: their own, else the defaults', else the root's. */
function linksOf(root: JsonObject): { all: Links[]; shown: Links[] } {
  const web = valueBelow(root, 'clients', 'web') ?? null
  const ofRoot = linksAt(root, '')
  const ofDefaults = linksAt(valueBelow(web, 'defaults'), defaultsPointer)
  const base = ofDefaults ?? ofRoot
  const themes = valueBelow(web, 'themes')
  const shown = (Array.isArray(themes) ? themes : []).flatMap(
    (theme, index) => linksAt(theme, `${themesPointer}/${index}`) ?? base ?? [],
  )
  return { all: [...new Set([ofRoot, ofDefaults, ...shown])].filter((item) => item !== undefined), shown }
}

function linksAt(layer: Json | undefined, pointer: Pointer): Links | undefined {
  const common = isObject(layer) ? ownObject(layer, 'common') : undefined
  const urls = common && ownObject(common, 'urls')
  return urls && { urls, pointer: `${pointer}/common/urls` }
}

function noteAdded(work: Work, empty: LedgerEntry | undefined, to: Pointer, option: string): void {
  const reason = `from the old web option "${option}"`
  if (empty?.from === null) {
    Object.assign(empty, { action: 'added', reason })
    return
  }
  if (empty !== undefined) {
    Object.assign(empty, {
      to: null,
      action: 'superseded',
      reason: `the old web option "${option}" gives the link that the theme has none of`,
    })
  }
  work.ledger.add(null, to, 'added', reason)
}
