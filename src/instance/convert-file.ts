import { convert } from '../convert/convert.js'
import type { LedgerEntry } from '../convert/ledger.js'
import type { Generation } from '../formats/generations.js'
import type { Role } from '../formats/roles.js'
import { detectServerCopy } from '../shipped/server-copies.js'
import type { ThemeOf } from '../targets/define-theme.js'
import type { TargetId } from '../targets/index.js'
import { productOf } from '../targets/products.js'
import { withLines } from '../text/ranges.js'
import type { InstanceTheme } from './instance.js'
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
  { path: file, text, document }: Pick<InstanceTheme, 'path' | 'text' | 'document'>,
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
  const reported = diagnostics.filter(({ code }) => code !== 'file-moved')
  const findings = text === undefined ? reported : withLines(text, reported)
  const copy = theme === undefined ? undefined : copyThatIsConverted(draft, file, document, ledger.source)
  draft.findings.push(
    ...findings.map((finding) => ({
      file,
      ...finding,
      ...(copy !== undefined && copyCodes.has(finding.code) && { message: copy }),
    })),
  )
  draft.omitted.push(...omitted.map((each) => ({ file, ...each })))
  if (theme === undefined) return undefined
  draft.ledgers.push({ file, ledger })
  return { document: theme, source: ledger.source, isChanged: ledger.entries.some(isChange) }
}

const copyCodes: ReadonlySet<string> = new Set(['shipped-theme', 'logo-only-theme'])

/** Why a copy of a shipped theme is converted all the same: the administrator put it there, and it may be in use. */
function copyThatIsConverted(
  { active, instance, target }: Draft,
  file: string,
  document: unknown,
  source: Generation,
): string | undefined {
  const copy = detectServerCopy(document, productOf(source))
  if (copy === undefined) return undefined
  const { image, shipped } = copy
  const what =
    image === undefined
      ? `Unmodified copy of the theme that ${shipped.releases} shipped.`
      : `Copy of the theme that ${shipped.releases} shipped; only the logo ${image} differs.`
  const { names = [] } = instance.themes.find(({ path }) => path === file) ?? {}
  if (![file, ...names].includes(active.file)) {
    return `${what} It is converted because a setting may name it. Delete it if none does.`
  }
  const own = `To show the theme that ${target.title} ships instead, delete this file`
  return active.value === undefined
    ? `${what} It is converted because the server reads it here. ${own}.`
    : `${what} It is converted because ${active.setting} names it. ${own} and remove ${active.setting}.`
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
  addFinding(
    draft,
    'already-current',
    file,
    `The theme needs no conversion for ${title} and was not changed.`,
  )
}

const isChange = ({ action }: LedgerEntry) => action !== 'kept'
