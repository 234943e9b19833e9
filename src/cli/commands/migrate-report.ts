import path from 'node:path'
import { targets } from '../../index.js'
import { isOfLook } from '../../instance/codes.js'
import type { Plan } from '../../instance/plan.js'
import { journalsFolder } from '../../node/instance/journal.js'
import { rollbackCommand } from '../../node/instance/journals.js'
import type { InstanceFolder } from '../../node/instance/read-instance.js'
import { count, inWords, noCounts } from '../../report/counts.js'
import { visible } from '../../report/visible.js'
import type { Colors } from '../terminal.js'

/** The parts of the assets that lie in other folders. */
export function elsewhereOf({ places }: InstanceFolder): { below: string; at: string }[] {
  return places.parts.filter(({ reason }) => reason !== undefined).map(({ below, at }) => ({ below, at }))
}

/** The folders that a plan changed something in. */
function changedRoots({ places }: InstanceFolder, { steps }: Plan): string[] {
  const files = steps.flatMap((step) =>
    'to' in step && step.to !== undefined ? [step.file, step.to] : [step.file],
  )
  return [...new Set(files.map((file) => places.noted(file).root))]
}

/** Findings about settings that have to change with the files. */
const needsSettings: ReadonlySet<string> = new Set(['theme-misses-merge', 'mount-of-file', 'asset-path-gone'])

/** The plan as text, and its outcome. */
export function renderPlan(
  folder: string,
  instance: InstanceFolder,
  plan: Plan,
  isDone: boolean,
  colors: Colors,
): string {
  const { title } = targets[plan.target]
  const { steps, findings, omitted, byHand, inventory } = plan
  const where = instance.assets === '' ? '' : ` (web assets in ${visible(instance.assets)})`
  const lines = [`${colors.bold(visible(folder))}${where} → ${title} (${plan.target})`]
  for (const { below, at } of elsewhereOf(instance)) {
    lines.push(`  ${colors.cyan(below === '' ? 'All of it' : visible(below))} is ${visible(at)}`)
  }
  steps.forEach((step, index) => {
    const to = 'to' in step && step.to !== undefined ? ` to ${colors.cyan(visible(step.to))}` : ''
    const what = `${colors.green(step.action)} ${colors.cyan(visible(step.file))}${to}`
    lines.push(`  ${index + 1}. ${what}: ${visible(step.reason)}`)
  })
  for (const { reason } of byHand) lines.push(`  ${colors.yellow('by hand')} ${visible(reason)}.`)
  if (steps.length + byHand.length === 0) lines.push(`  ${nothing(plan)}`)
  if (inventory.length > 0) lines.push('  Theme files:')
  for (const { file, generation, isRead, reason } of inventory) {
    const read = isRead ? colors.green('read') : colors.yellow('not read')
    lines.push(`  - ${colors.cyan(visible(file))} (${generation}), ${read}: ${visible(reason)}`)
  }
  const serious = findings.filter(({ severity }) => severity !== 'info')
  if (serious.length > 0)
    lines.push(
      `  ${inWords(
        count(
          noCounts(),
          serious,
          omitted.filter(({ severity }) => severity !== 'info'),
        ),
      )}:`,
    )
  for (const { file, pointer, message, code, severity } of serious) {
    const word = severity === 'error' ? colors.red('error: ') : ''
    lines.push(`  - ${word}${place(file, pointer, colors)}${visible(message)} ${colors.dim(`(${code})`)}`)
  }
  for (const { file, pointer, message } of findings.filter(({ severity }) => severity === 'info')) {
    lines.push(`  ${colors.dim(`${place(file, pointer)}${visible(message)}`)}`)
  }
  for (const { file, code, count: more } of omitted) {
    lines.push(`  ${colors.dim(`${place(file, '')}… ${more} more of ${code}`)}`)
  }
  if (isDone) {
    const roots = changedRoots(instance, plan).map((root) => (root === instance.root ? folder : root))
    // Whichever is named, all of them are taken back.
    const named = roots.includes(folder) ? folder : (roots[0] ?? folder)
    const next = findings.some(({ code }) => needsSettings.has(code))
      ? 'change the settings as the findings say, then start the new server'
      : 'start the new server now'
    const kept = roots.map((root) => visible(path.join(root, journalsFolder))).join(' and ')
    lines.push(`Done. "${visible(rollbackCommand(named))}" takes it back; ${next}.`)
    const them = roots.length === 1 ? 'it' : 'them'
    lines.push(`The files from before are in ${kept}; delete ${them} when all is well.`)
  } else if (steps.length > 0) {
    lines.push('Nothing was changed. Stop the server, then add --apply.')
  }
  for (const { file, text } of byHand) lines.push('', `${visible(file)}, converted:`, '', text.trimEnd())
  return `${lines.join('\n')}\n`
}

/** "Nothing to do" only where everything was checked and is right. */
function nothing({ inventory, findings }: Plan): string {
  const isAllRight =
    inventory.every(({ isRight }) => isRight) &&
    findings.every(({ severity, code }) => severity !== 'error' && !isOfLook(code))
  return isAllRight ? 'Nothing to do.' : 'No steps, but there are findings:'
}

function place(file: string, pointer: string, colors?: Colors): string {
  const text = visible(pointer === '' ? file : `${file} ${pointer}`)
  if (text === '') return ''
  return `${colors === undefined ? text : colors.cyan(text)}: `
}
