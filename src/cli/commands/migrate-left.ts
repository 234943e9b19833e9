import { brandingFile } from '../../instance/instance.js'
import { leftToValidate } from '../../instance/left-to-validate.js'
import type { MigrationPlan } from '../../node/migrations/plan-migration.js'
import { type Counts, count, noCounts } from '../../report/counts.js'

const settings = { task: 'change the settings as the warnings say' }

/** What to do about warnings that are left when all steps are done; the others only may be something to do. */
const tasks: Readonly<Record<string, { readonly task: string; readonly isLast?: true }>> = {
  'theme-misses-merge': settings,
  'mount-of-file': settings,
  'asset-path-gone': settings,
  'setting-differs': settings,
  'web-option-misspelt': settings,
  'web-options-lost': { task: 'add the lost links as the warnings say' },
  'symbolic-link': { task: 'check what is behind the links' },
  'upload-again': { task: 'upload the logo again', isLast: true },
}

/** For the only theme: users see that of the release instead. */
const misnamed: (typeof tasks)[string] = { task: 'name the theme as the warnings say' }

/** What a plan leaves when all its steps are done. */
export interface Left {
  readonly hasErrors: boolean
  readonly warnings: number
  /** What is to be done before the new server starts, and what once it runs. */
  readonly first: readonly string[]
  readonly last: readonly string[]
  /** Files of which `validate` has more to say than the plan. */
  readonly themes: readonly { readonly file: string; readonly counts: Counts }[]
}

/** What a plan leaves to do. */
export function leftBy(plan: MigrationPlan): Left {
  const found = [...plan.findings, ...plan.omitted]
  const { error, warning: warnings } = count(noCounts(), plan.findings, plan.omitted)
  const hasErrors = error > 0
  const themes = leftToValidate(Object.entries(plan.documents), plan).map(
    ({ file, diagnostics, omitted }) => ({ file, counts: count(noCounts(), diagnostics, omitted) }),
  )
  // Beside a theme that the server reads, a misnamed one may be an old copy.
  const isOnlyTheme = Object.keys(plan.documents).every((file) => file === brandingFile)
  const left = found.flatMap(({ code, severity }) => {
    if (code === 'theme-misnamed' && isOnlyTheme) return misnamed
    return severity === 'warning' ? (tasks[code] ?? []) : []
  })
  const tasksOf = (isLast: boolean) =>
    left.flatMap((one) => (isLast === (one.isLast ?? false) ? one.task : []))
  const first = [
    ...(hasErrors ? ['correct the errors above and migrate again'] : []),
    ...(plan.byHand.length > 0 ? ['make the changes by hand'] : []),
    ...(themes.some(({ counts }) => counts.error > 0) ? ['correct the errors that validate lists'] : []),
    ...tasksOf(false),
  ]
  return { hasErrors, warnings, first: [...new Set(first)], last: [...new Set(tasksOf(true))], themes }
}

/** Whether something is left to do, so that the migration alone is not enough. */
export const isLeft = ({ first, last }: Left): boolean => first.length + last.length > 0
