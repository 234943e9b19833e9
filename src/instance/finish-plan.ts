import { diagnostic } from '../findings/diagnostic.js'
import type { Instance } from './instance.js'
import { limitFindings } from './limit-findings.js'
import { type InventoryEntry, isIn, type Plan } from './plan.js'
import { addFinding, type Draft } from './plan-draft.js'
import { mayHoldTheme, unseenThemes } from './unseen.js'

/**
 * The plan of a draft, with its steps in order and its findings limited.
 *
 * @param seen the draft with the instance that is migrated, if another one
 */
export function finishPlan(draft: Draft, inventory: InventoryEntry[], seen = draft): Plan {
  const { steps, byHand, documents, ledgers, options } = draft
  const order = ['copy', 'move', 'write', 'convert', 'delete']
  steps.sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action))
  const { findings, omitted } = limitFindings(draft.findings, options.maxFindings ?? Number.POSITIVE_INFINITY)
  return {
    target: options.target,
    steps,
    findings,
    omitted: [...draft.omitted, ...omitted],
    byHand,
    inventory,
    documents,
    ledgers,
    unseen: unseenThemes(seen.instance, seen.active),
  }
}

/**
 * Adds findings about links, and about files that can't be read.
 *
 * @param active the theme in use of this instance
 */
export function reportUnread(draft: Draft, { links, closed }: Instance, active = draft.active): void {
  for (const link of links) {
    const isInUse = active.host === undefined && isIn(active.file, link)
    const what = isInUse
      ? `The theme in use (${active.file})${active.file === link ? ' is this link' : ' is behind it'} and was not looked at.`
      : mayHoldTheme(link)
        ? 'Themes behind it were not looked at.'
        : undefined
    const cure =
      what === undefined
        ? 'Replace the link by a copy of its destination, or check and move that by hand.'
        : `${what} Replace the link by a copy of its destination, and migrate again.`
    const message = `Symbolic link, not followed because it may lead out of the folder. ${cure}`
    draft.findings.push({
      file: link,
      ...diagnostic('symbolic-link', '', message),
      ...(isInUse && { severity: 'error' }),
    })
  }
  for (const [file, reason] of closed) addFinding(draft, 'unreadable-file', file, `Unreadable: ${reason}`)
}
