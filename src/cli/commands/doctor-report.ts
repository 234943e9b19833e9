import { type Answer, questions } from '../../doctor/answer.js'
import { type TargetId, targets } from '../../index.js'
import { paint } from '../../report/paint.js'
import { visible } from '../../report/visible.js'
import type { Colors } from '../terminal.js'

const words = { 'not-affected': 'not affected', affected: 'affected', unknown: "can't tell" } as const

/** The answers as text: the verdict, the question, and below it what to do or what is missing. */
export function renderAnswers(
  {
    from,
    target,
    settings,
    folder,
  }: { from: string | undefined; target: TargetId; settings: string; folder: string | undefined },
  answers: readonly Answer[],
  colors: Colors,
): string {
  const colorOf = { 'not-affected': colors.green, affected: colors.red, unknown: colors.yellow } as const
  const start = from === undefined ? 'Any earlier release' : titleOf(from)
  const lines = [
    colors.bold(`${start} → ${targets[target].title} (${target})`),
    `Settings: ${visible(settings)}. Data folder: ${folder === undefined ? 'not given' : visible(folder)}.`,
    ...(from === undefined ? ['Without --from, all changes up to the target are checked.'] : []),
    '',
  ]
  for (const { question, verdict, findings } of answers) {
    lines.push(`${colorOf[verdict](words[verdict].padEnd(12))}  ${questions[question]}`)
    for (const { severity, message, code, services } of findings) {
      const who = services.length === 0 ? '' : `${services.join(', ')}: `
      lines.push(`  - ${paint(severity, colors)}: ${visible(`${who}${message}`)} ${colors.dim(`(${code})`)}`)
    }
  }
  const count = (verdict: Answer['verdict']) => answers.filter((answer) => answer.verdict === verdict).length
  lines.push(
    '',
    `${answers.length} questions: ${count('affected')} affected, ${count('unknown')} can't tell, ${count('not-affected')} not affected.`,
  )
  return `${lines.join('\n')}\n`
}

/** The usual name of a release; the oldest ones aren't targets. */
function titleOf(release: string): string {
  const known: Readonly<Record<string, { title: string }>> = targets
  return known[release]?.title ?? release.replace('ocis-', 'oCIS ')
}
