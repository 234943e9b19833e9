import { diagnostic } from '../findings/diagnostic.js'
import { brandingFile, type Instance } from './instance.js'
import { limitFindings } from './limit-findings.js'
import { filesOf, type InventoryEntry, isIn, type Plan } from './plan.js'
import { addFinding, type Draft } from './plan-draft.js'

/** The plan of a draft, with its steps in order and its findings limited. */
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

/** Adds findings about links, and about files that can't be read. */
export function reportUnread(draft: Draft, { links, closed }: Instance): void {
  for (const link of links) {
    addFinding(
      draft,
      'symbolic-link',
      link,
      'Symbolic link, not followed because it may lead out of the folder. Migrate its destination.',
    )
  }
  for (const [file, reason] of closed) addFinding(draft, 'unreadable-file', file, `Unreadable: ${reason}`)
}

/** Adds an error where files of the plan can't be written. */
export function checkWritable({ instance: { readOnly = new Map() }, steps, findings }: Draft): void {
  for (const [below, reason] of readOnly) {
    const step = steps.find((one) => filesOf(one).some((file) => isIn(file, below)))
    if (step === undefined) continue
    const folder = below === '' ? 'This folder' : `The folder ${below}`
    const message = `${folder} can't be written here: ${reason}. Make these changes where its files come from (the image, the volume, the host), or run this with an account that may write there.`
    findings.push({ file: step.file, ...diagnostic('folder-read-only', '', message) })
  }
}

/** Adds a warning where no theme gets the old web options. */
export function checkWebOptions(draft: Draft): void {
  const { webOptions = {} } = draft.options
  const set = Object.entries(webOptions).filter(([, value]) => value !== undefined && value !== '')
  const isCarried = [...draft.documents.keys()].some((file) => file !== brandingFile)
  if (set.length === 0 || isCarried) return
  addFinding(
    draft,
    'web-options-lost',
    '',
    `There is no custom theme for ${set.map(([name]) => name).join(', ')}. ${draft.target.title} reads these links only from the theme: add them in themes/<name>/theme.json, and set WEB_UI_THEME_PATH to it.`,
  )
}
