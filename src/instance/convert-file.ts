import { convert } from '../convert/convert.js'
import type { LedgerEntry } from '../convert/ledger.js'
import type { Role } from '../formats/roles.js'
import type { ThemeOf } from '../targets/define-theme.js'
import type { TargetId } from '../targets/index.js'
import type { PlanOptions } from './plan.js'
import { type Draft, say } from './plan-draft.js'

/** A file that was converted for the target of a plan. */
export interface ConvertedFile {
  readonly document: ThemeOf<TargetId>
  /** The generation that it was. */
  readonly source: string
  readonly isChanged: boolean
}

/**
 * Converts a file as the options of a plan say, and adds what is to be said of it.
 *
 * @returns `undefined` for one that can't be converted: the findings say why
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
  // The plan takes uploaded images along itself.
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

/** Says of a theme that nothing is to be done about it. */
export function sayCurrent(draft: Draft, file: string): void {
  const { title } = draft.target
  say(draft, 'already-current', file, `The theme is already right for ${title} and was not changed.`)
}

const isChange = ({ action }: LedgerEntry) => action !== 'kept'
