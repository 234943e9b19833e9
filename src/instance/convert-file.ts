import { convert } from '../convert/convert.js'
import type { LedgerEntry } from '../convert/ledger.js'
import type { Role } from '../formats/roles.js'
import type { ThemeOf } from '../targets/define-theme.js'
import type { TargetId } from '../targets/index.js'
import type { PlanOptions } from './plan.js'
import { addFinding, type Draft } from './plan-draft.js'

/** A file that was converted for the target of a plan. */
export interface ConvertedFile {
  readonly document: ThemeOf<TargetId>
  /** The generation of the original. */
  readonly source: string
  readonly isChanged: boolean
}

/**
 * Converts a file with the options of a plan, and adds its findings and its ledger to the plan.
 *
 * @returns `undefined` for a file that can't be converted: the findings say why
 */
export function convertFile(
  draft: Draft,
  file: string,
  document: unknown,
  as: Role,
): ConvertedFile | undefined {
  const { options, target } = draft
  const { maxFindings, webOptions, themeNames } = options
  const { theme, ledger, diagnostics, omitted } = convert(document, {
    target: target.id,
    as,
    ...(maxFindings !== undefined && { maxFindings }),
    ...(webOptions !== undefined && as === 'theme' && { webOptions }),
    ...(themeNames !== undefined && { themeNames }),
  })
  // The plan has a step for each of these images.
  const findings = diagnostics.filter(({ code }) => code !== 'file-moved')
  draft.findings.push(...findings.map((finding) => ({ file, ...finding })))
  draft.omitted.push(...omitted.map((each) => ({ file, ...each })))
  if (theme === undefined) return undefined
  draft.ledgers.push({ file, ledger })
  return { document: theme, source: ledger.source, isChanged: ledger.entries.some(isChange) }
}

/** Why a file is converted. */
export function reasonToConvert(
  { target }: Draft,
  { document, source }: ConvertedFile,
  webOptions: PlanOptions['webOptions'] = {},
): string {
  const urls = Object.values(document.common?.urls ?? {})
  const links = Object.values(webOptions).filter((link) => link !== '' && urls.includes(link))
  const linked = links.length === 0 ? '' : `; adds ${links.join(', ')} from the old web options`
  return source === target.family.generation
    ? `missing or obsolete values for ${target.title}${linked}`
    : `${target.title} does not read a theme of this shape (${source})${linked}`
}

/** Adds the finding about a theme that needs no conversion. */
export function reportCurrent(draft: Draft, file: string): void {
  const { title } = draft.target
  addFinding(draft, 'already-current', file, `The theme is already right for ${title} and was not changed.`)
}

const isChange = ({ action }: LedgerEntry) => action !== 'kept'
