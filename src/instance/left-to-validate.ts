import type { OmittedFindings } from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import { validate } from '../validate/validate.js'
import { brandingFile } from './instance.js'
import type { PlanContents } from './plan.js'

/** What `validate` has to say about a file of a plan, as it will be. */
export interface LeftToValidate {
  readonly file: string
  readonly diagnostics: readonly Diagnostic[]
  readonly omitted: readonly OmittedFindings[]
}

/** The most findings of one kind that are listed; the others are counted. */
const MOST = 100

/**
 * The errors and warnings that `validate` has about the themes and the branding as they will be, beside the findings of
 * the plan.
 */
export function leftToValidate(
  documents: Iterable<readonly [file: string, document: unknown]>,
  { findings, target }: Pick<PlanContents, 'findings' | 'target'>,
): LeftToValidate[] {
  const isListed = (file: string, code: string) =>
    findings.some((found) => found.file === file && found.code === code)
  return [...documents].flatMap(([file, document]) => {
    const as = file === brandingFile ? 'branding' : 'theme'
    const { diagnostics, omitted } = validate(document, { target, as, maxFindings: MOST })
    const left = diagnostics.filter(({ code, severity }) => severity !== 'info' && !isListed(file, code))
    return left.length === 0 ? [] : [{ file, diagnostics: left, omitted }]
  })
}
