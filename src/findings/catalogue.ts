import { catalogue } from '../generated/codes.js'
import type { Meta } from './meta.js'

export type { Severity } from './meta.js'
export { catalogue }

/** The code of a kind of finding. */
export type DiagnosticCode = keyof typeof catalogue

/** What of a place the findings of a kind mean. */
export function partOf(code: DiagnosticCode): 'key' | 'value' {
  const kind: Meta = catalogue[code]
  return kind.part ?? 'value'
}
