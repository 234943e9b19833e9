import { isObject, type Json, type JsonObject, own, ownObject, setOwn } from '../../document/json.js'
import { valueBelow } from '../../document/pointer.js'
import { objectAt } from '../fill.js'
import type { LedgerEntry } from '../ledger.js'
import type { WebOptions } from '../options.js'
import { defaultsPointer, report, themesPointer, type Work } from '../work.js'

/** The links of `common.urls` that were options of the old web configuration. */
const links: readonly { readonly name: string; readonly option: keyof WebOptions }[] = [
  { name: 'accessDeniedHelp', option: 'accessDeniedHelpUrl' },
  { name: 'imprint', option: 'imprintUrl' },
  { name: 'privacy', option: 'privacyUrl' },
]

/** A part of the file that may have a `common`. */
interface Layer {
  readonly value: JsonObject
  readonly pointer: string
}

/**
 * Gives the old web options to every `common` that a theme has an empty link from. A theme has its links from its
 * own `common`, else from that of the defaults, else from the root's.
 */
export function applyWebOptions(work: Work, root: JsonObject): void {
  const { webOptions } = work.options
  if (webOptions === undefined) return
  const rootLayer: Layer = { value: root, pointer: '' }
  const web = valueBelow(root, 'clients', 'web') ?? null
  const defaults = valueBelow(web, 'defaults')
  const below = isObject(defaults) ? [{ value: defaults, pointer: defaultsPointer }, rootLayer] : [rootLayer]
  const themes = layersOf(valueBelow(web, 'themes'))
  let entries: Map<string | null, LedgerEntry> | undefined
  for (const { name, option } of links) {
    const value = webOptions[option]
    if (value === undefined || value === '') continue
    const hasLink = ({ value: layer }: Layer) => linkOf(layer, name) !== undefined
    const base = below.find(hasLink) ?? rootLayer
    const giving = new Set(themes.map((theme) => (hasLink(theme) ? theme : base)))
    if (giving.size === 0) giving.add(base)
    // The root's is also for other clients.
    const reached = Object.hasOwn(root, 'common') ? new Set([...giving, rootLayer]) : giving
    for (const layer of reached) {
      const present = linkOf(layer.value, name)
      if (present === value || (present !== undefined && present !== '')) continue
      const pointer = `${layer.pointer}/common/urls/${name}`
      entries ??= new Map(work.ledger.entries.map((entry) => [entry.to, entry]))
      supersede(entries.get(pointer), option)
      setOwn(objectAt(objectAt(layer.value, 'common'), 'urls'), name, value)
      work.ledger.add(null, pointer, 'added', `from the old web option "${option}"`)
    }
    reportUnused(work, giving, name, option, value)
  }
}

function layersOf(themes: Json | undefined): Layer[] {
  if (!Array.isArray(themes)) return []
  return themes.flatMap((value, index) =>
    isObject(value) ? [{ value, pointer: `${themesPointer}/${index}` }] : [],
  )
}

function linkOf(layer: JsonObject, name: string): Json | undefined {
  const common = ownObject(layer, 'common')
  const urls = common && ownObject(common, 'urls')
  return urls && own(urls, name)
}

function supersede(entry: LedgerEntry | undefined, option: string): void {
  if (entry === undefined) return
  entry.to = null
  entry.action = 'superseded'
  entry.reason = `the old web option "${option}" gives the link that the theme has none of`
}

/** An option has no effect where every theme has a link of its own. */
function reportUnused(
  work: Work,
  giving: ReadonlySet<Layer>,
  name: string,
  option: keyof WebOptions,
  value: string,
): void {
  const [first] = giving
  if (first === undefined || [...giving].some((layer) => linkOf(layer.value, name) === value)) return
  report(
    work,
    'web-option-unused',
    `${first.pointer}/common/urls/${name}`,
    `The old web option "${option}" has no effect: the theme brings a link of its own, ${JSON.stringify(linkOf(first.value, name))}.`,
  )
}
