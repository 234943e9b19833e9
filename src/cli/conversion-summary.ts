import { type Conversion, generations, type LedgerAction, targets } from '../index.js'
import { visible } from '../report/visible.js'
import { listBySeverity } from './render.js'
import type { Colors } from './terminal.js'

/** The names of the counts of the ledger, in the order of the summary. */
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

/** How close the colours are to those of the other product, where a conversion renamed them. */
function colorsOf({ entries }: Conversion['ledger']): string[] {
  const colors = entries.filter(({ to }) => isColor(to))
  const number = (isCounted: (entry: (typeof colors)[number]) => boolean) => colors.filter(isCounted).length
  const name = (pointer: string | null) => pointer?.slice(pointer.lastIndexOf('/') + 1)
  const alike = number(({ action }) => action === 'mapped')
  const derived = number(({ action }) => action === 'derived')
  if (alike + derived === 0) return []
  const exact = number(
    ({ action, from, to }) => ['moved', 'rewritten'].includes(action) && name(from) !== name(to),
  )
  const filled = number(({ action }) => action === 'fallback' || action === 'added')
  return [`  Colours: ${exact} exact, ${alike} alike, ${derived} derived, ${filled} by default.`]
}

/** A summary of a conversion, in a few lines. */
export function summarise(
  name: string,
  { ledger, diagnostics, omitted }: Conversion,
  changed: boolean,
  colors: Colors,
): string {
  const { title } = generations[ledger.source]
  const head = changed
    ? `${colors.bold(visible(name))}: ${title} (${ledger.source}) → ${targets[ledger.target].title} (${ledger.target})`
    : `${colors.bold(visible(name))}: ${title}, already right for ${targets[ledger.target].title} (${ledger.target})`
  const counts = actionTitles
    .map(([action, words]) => ({
      words,
      number: ledger.entries.filter((entry) => entry.action === action).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ words, number }) => `${number} ${words}`)
  const lines = [head, `  Values: ${counts.join(', ')}.`]
  lines.push(...colorsOf(ledger))
  lines.push(...listBySeverity({ diagnostics, omitted }, colors))
  return `${lines.join('\n')}\n`
}
