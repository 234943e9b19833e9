import { targets } from '../targets/index.js'
import { allClients } from './all-clients.js'
import { type Explanation, explainWith } from './explain-with.js'
import type { ResolveOptions } from './resolution.js'

/**
 * Explains one final value of a client: every layer that sets it, the one that wins, and why.
 *
 * @param document a parsed `theme.json`
 * @param subject a custom property (`--oc-color-swatch-brand-default`), or a JSON Pointer in the shown theme
 *   (`/logo/topbar`)
 * @param options as for `resolve`
 * @returns the value and every layer that sets it. Without a theme to show there is no value, and the diagnostics of
 *   `resolution` have the reason.
 * @throws TypeError for a subject that is neither, and as `resolve` does
 *
 * @example
 * explain(document, '--oc-color-swatch-brand-default', { target: 'ocis-8' }).conclusion
 */
export function explain(document: unknown, subject: string, options: ResolveOptions = {}): Explanation {
  return explainWith({ ...allClients, targets }, document, subject, options)
}
