import { diagnostic } from '../findings/diagnostic.js'
import { brandingFile, type Instance } from './instance.js'
import { limitFindings } from './limit-findings.js'
import { filesOf, type InventoryEntry, type Plan } from './plan.js'
import { type Draft, say } from './plan-draft.js'

/** What a draft comes to. */
export function finishPlan(draft: Draft, inventory: InventoryEntry[]): Plan {
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
  }
}

/** Says what of an instance can't be looked into. */
export function sayUnread(draft: Draft, { links, closed }: Instance): void {
  for (const link of links) {
    say(
      draft,
      'symbolic-link',
      link,
      'Symbolic link, not followed because it may lead out of the folder. Migrate its destination.',
    )
  }
  for (const [file, reason] of closed) say(draft, 'unreadable-file', file, `Unreadable: ${reason}`)
}

/** Says when files of the plan can't be written. */
export function checkWritable({ instance: { readOnly = new Map() }, steps, findings }: Draft): void {
  for (const [below, reason] of readOnly) {
    const isIn = (file: string) => below === '' || file === below || file.startsWith(`${below}/`)
    const step = steps.find((one) => filesOf(one).some(isIn))
    if (step === undefined) continue
    const folder = below === '' ? 'This folder' : `The folder ${below}`
    const message = `${folder} can't be written here: ${reason}. Make these changes where its files come from (the image, the volume, the host), or run this as an account that may.`
    findings.push({ file: step.file, ...diagnostic('folder-read-only', '', message) })
  }
}

/** Says when no theme takes the old web options along. */
export function checkWebOptions(draft: Draft): void {
  const { webOptions = {} } = draft.options
  const set = Object.entries(webOptions).filter(([, value]) => value !== undefined && value !== '')
  const isCarried = [...draft.documents.keys()].some((file) => file !== brandingFile)
  if (set.length === 0 || isCarried) return
  say(
    draft,
    'web-options-lost',
    '',
    `There is no theme of your own for ${set.map(([name]) => name).join(', ')}. ${draft.target.title} reads these links only from the theme: add them in themes/<name>/theme.json, and set WEB_UI_THEME_PATH to it.`,
  )
}
