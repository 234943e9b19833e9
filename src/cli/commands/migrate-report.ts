import { targets } from '../../index.js'
import type { Plan } from '../../instance/plan.js'
import { journalsFolder } from '../../node/instance/journal.js'
import type { InstanceFolder } from '../../node/instance/read.js'
import { rollbackCommand } from '../../node/instance/transaction.js'
import { plural } from '../../report/counts.js'
import { visible } from '../../report/visible.js'
import type { Colors } from '../colors.js'

/** A plan for people, and what became of it. */
export function renderPlan(
  folder: string,
  instance: InstanceFolder,
  plan: Plan,
  isDone: boolean,
  colors: Colors,
): string {
  const { title } = targets[plan.target]
  const { steps, findings } = plan
  const where = instance.assets === '' ? '' : ` (web assets in ${visible(instance.assets)})`
  const lines = [`${colors.bold(visible(folder))}${where} → ${title} (${plan.target})`]
  steps.forEach((step, index) => {
    const to = step.action === 'move' ? ` to ${colors.cyan(visible(step.to))}` : ''
    const what = `${colors.green(step.action)} ${colors.cyan(visible(step.file))}${to}`
    lines.push(`  ${index + 1}. ${what}: ${visible(step.reason)}`)
  })
  if (steps.length === 0) lines.push('  Nothing to do.')
  const serious = findings.filter(({ severity }) => severity !== 'info')
  if (serious.length > 0) lines.push(`  ${plural(serious.length, 'thing')} to look at:`)
  for (const { file, pointer, message, code, severity } of serious) {
    const word = severity === 'error' ? colors.red('error: ') : ''
    lines.push(`  - ${word}${place(file, pointer, colors)}${visible(message)} ${colors.dim(`(${code})`)}`)
  }
  for (const { file, pointer, message } of findings.filter(({ severity }) => severity === 'info')) {
    lines.push(`  ${colors.dim(`${place(file, pointer)}${visible(message)}`)}`)
  }
  if (isDone) {
    lines.push(`Done. "${visible(rollbackCommand(folder))}" takes it back; start the new server now.`)
    lines.push(`The files from before are in ${journalsFolder}; delete it when all is well.`)
  } else if (steps.length > 0) {
    lines.push('Nothing was touched. Stop the server, then add --apply to do this.')
  }
  return `${lines.join('\n')}\n`
}

function place(file: string, pointer: string, colors?: Colors): string {
  const text = visible(pointer === '' ? file : `${file} ${pointer}`)
  if (text === '') return ''
  return `${colors === undefined ? text : colors.cyan(text)}: `
}
