import { catalogue, type RuleCode } from '../generated/codes.js'

export type { Severity } from './meta.js'
export { catalogue, type RuleCode }

/** The code of a kind of finding. */
export type DiagnosticCode = keyof typeof catalogue
