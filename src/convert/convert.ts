import type { ThemeOf } from '../targets/define-theme.js'
import { allReleases, type ConversionTargetId } from '../targets/index.js'
import type { defaultTarget } from '../targets/releases.js'
import { type Conversion, convertWith, type Known } from './convert-with.js'
import { bothProducts } from './crossing.js'
import type { ConvertOptions } from './options.js'

const known: Known = { releases: allReleases, crossing: () => bothProducts }

/**
 * Converts a theme of any generation of ownCloud or OpenCloud to one that a target accepts and that looks the same.
 * Nothing is lost: the ledger contains every value of the input and of the output. Between the products some colours are
 * only alike, because the clients paint different things with them; the diagnostics list these.
 *
 * The document is not changed, and the result shares nothing with it.
 *
 * @param document a parsed `theme.json`
 * @param options the target, and how to convert
 * @returns the theme, the ledger and the diagnostics. With an error in the diagnostics (`not-a-theme`, `partial-theme`,
 *   `mixed-generations`, `branding-file`, `wrong-type`, …) there is no theme. `partial-theme` asks for the option `as`; for
 *   the file of a logo upload, which is converted as a branding file, it is an info. A copy of a shipped theme is
 *   converted too, with `shipped-theme` or `logo-only-theme` as the first diagnostic.
 * @throws TypeError or RangeError for wrong options, never for a wrong document
 *
 * @example
 * const { theme, ledger, diagnostics } = convert(JSON.parse(text), { target: 'ocis-8' })
 * if (theme === undefined) console.error(diagnostics.map(({ message }) => message).join('\n'))
 */
export function convert<Id extends ConversionTargetId = typeof defaultTarget>(
  document: unknown,
  // The union lets editors complete all ids, of which one alone would only be inferred.
  options: Omit<ConvertOptions, 'target'> & { target?: Id | ConversionTargetId } = {},
): Conversion<ThemeOf<Id>> {
  return convertWith(known, document, options) as Conversion<ThemeOf<Id>>
}
