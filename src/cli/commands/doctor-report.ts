import { type Answer, type DoctorFinding, questions } from '../../doctor/answer.js'
import { type TargetId, targets } from '../../index.js'
import { paint } from '../../report/paint.js'
import type { Colors } from '../../report/reporter.js'
import { visible } from '../../report/visible.js'

const words = { 'not-affected': 'not affected', affected: 'affected', unknown: "can't tell" } as const

/** What the answers are about. */
export interface Subject {
  readonly from: string | undefined
  readonly target: TargetId
  /** Where the settings are from. */
  readonly settings: string
  readonly folder: string | undefined
}

/**
 * The answers as text: findings that belong to several questions first; then each verdict and question, with the changes
 * to make or the missing information.
 */
export function renderAnswers(
  { from, target, settings, folder }: Subject,
  answers: readonly Answer[],
  colors: Colors,
): string {
  const colorOf = { 'not-affected': colors.green, affected: colors.red, unknown: colors.yellow } as const
  const start = from === undefined ? 'Any earlier release' : titleOf(from)
  const lines = [
    colors.bold(`${start} → ${targets[target].title} (${target})`),
    `Settings: ${visible(settings)}. Data folder: ${folder === undefined ? 'not given' : visible(folder)}`,
    ...(from === undefined || from === 'opencloud'
      ? ['Without --from, all changes up to the target are checked.']
      : []),
    '',
  ]
  const said = answers.map(({ question, findings }) => ({
    title: questions[question],
    lines: findings.map((finding) => lineOf(finding, colors)),
  }))
  const repeated = repeatedIn(said)
  if (repeated.size > 0) {
    lines.push('For several questions:')
    for (const [line, titles] of repeated) lines.push(line, `    ${colors.dim(titles.join(', '))}`)
    lines.push('')
  }
  for (const [index, { verdict, basis }] of answers.entries()) {
    const { title, lines: own } = said[index] as Said
    lines.push(`${colorOf[verdict](words[verdict].padEnd(12))}  ${title}`)
    if (basis !== undefined) lines.push(`  ${colors.dim(basis)}`)
    lines.push(...own.filter((line) => !repeated.has(line)))
  }
  const count = (verdict: Answer['verdict']) => answers.filter((answer) => answer.verdict === verdict).length
  lines.push(
    '',
    `${answers.length} questions: ${count('affected')} affected, ${count('unknown')} can't tell, ${count('not-affected')} not affected.`,
  )
  return `${lines.join('\n')}\n`
}

function lineOf({ severity, message, code, services }: DoctorFinding, colors: Colors): string {
  const who = services.length === 0 ? '' : `${services.join(', ')}: `
  return `  - ${paint(severity, colors)}: ${visible(`${who}${message}`)} ${colors.dim(`(${code})`)}`
}

/** The lines below the title of a question. */
interface Said {
  readonly title: string
  readonly lines: readonly string[]
}

/** The lines that belong to several questions, each with their titles. */
function repeatedIn(said: readonly Said[]): ReadonlyMap<string, readonly string[]> {
  const titlesOf = new Map<string, string[]>()
  for (const { title, lines } of said)
    for (const line of new Set(lines)) titlesOf.set(line, [...(titlesOf.get(line) ?? []), title])
  return new Map([...titlesOf].filter(([, titles]) => titles.length > 1))
}

/** The usual name of a release; the oldest ones aren't targets. */
function titleOf(release: string): string {
  const known: Readonly<Record<string, { title: string }>> = targets
  if (release === 'opencloud') return 'Any earlier release of OpenCloud'
  return known[release]?.title ?? release.replace('ocis-', 'oCIS ')
}
