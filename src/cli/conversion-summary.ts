import { type Conversion, generations, type LedgerAction, targets } from '../index.js'
import type { Colors } from '../report/reporter.js'
import { visible } from '../report/visible.js'
import type { ChosenTarget } from './conversion-target.js'
import { listBySeverity } from './render.js'

/** How the summary names the actions of the ledger, in its order. */
const actionTitles: readonly (readonly [LedgerAction, string])[] = [
  ['kept', 'kept'],
  ['moved', 'moved'],
  ['shared', 'merged with an identical value'],
  ['rewritten', 'rewritten'],
  ['fallback', 'filled with a default'],
  ['added', 'added'],
  ['mapped', 'mapped to a similar use'],
  ['derived', 'derived'],
  ['superseded', 'superseded'],
  ['dropped', 'dropped'],
]

const isColor = (pointer: string | null) =>
  pointer !== null && /\/designTokens\/(?:colorPalette|roles)\/[^/]*$/.test(pointer)

/** How many colours are exactly, or nearly, those of the other product, where a conversion renamed them. */
function colorsOf({ entries }: Conversion['ledger']): string[] {
  const colors = entries.filter(({ to }) => isColor(to))
  const countOf = (isCounted: (entry: (typeof colors)[number]) => boolean) => colors.filter(isCounted).length
  const name = (pointer: string | null) => pointer?.slice(pointer.lastIndexOf('/') + 1)
  const alike = countOf(({ action }) => action === 'mapped')
  const derived = countOf(({ action }) => action === 'derived')
  if (alike + derived === 0) return []
  const exact = countOf(
    ({ action, from, to }) => ['moved', 'rewritten'].includes(action) && name(from) !== name(to),
  )
  const filled = countOf(({ action }) => action === 'fallback' || action === 'added')
  return [`  Colours: ${exact} exact, ${alike} alike, ${derived} derived, ${filled} by default.`]
}

/** A summary of a conversion, in a few lines. */
export function summarise(
  name: string,
  { ledger, diagnostics, omitted }: Conversion,
  changed: boolean,
  { product }: ChosenTarget,
  colors: Colors,
): string {
  const { title } = generations[ledger.source]
  const head = changed
    ? `${colors.bold(visible(name))}: ${title} (${ledger.source}) → ${targets[ledger.target].title} (${ledger.target})`
    : `${colors.bold(visible(name))}: ${title}, needs no conversion for ${targets[ledger.target].title} (${ledger.target})`
  const counts = actionTitles
    .map(([action, words]) => ({
      words,
      number: ledger.entries.filter((entry) => entry.action === action).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ words, number }) => `${number} ${words}`)
  const why =
    product === undefined
      ? []
      : [`  Target: ${ledger.target}, the newest release of ${product}; --target names another one.`]
  const lines = [head, ...why, `  Values: ${counts.join(', ')}.`]
  lines.push(...colorsOf(ledger))
  // The head names the file of the other findings.
  const listed = diagnostics.map((found) => (found.range === undefined ? found : { ...found, file: name }))
  lines.push(...listBySeverity({ diagnostics: listed, omitted }, colors))
  return `${lines.join('\n')}\n`
}
