import { type Conversion, convertWith } from './convert/convert-with.js'
import type { ConvertOptions } from './convert/options.js'
import { entryOf } from './findings/assert-options.js'
import { type Generation, generations } from './formats/generations.js'
import type { OwnCloudTargetId } from './generated/target-facts.js'
import type { JsonObject } from './json/value.js'
import { type Explanation, explainWith } from './resolve/explain-with.js'
import type { Resolution, ResolveOptions } from './resolve/resolution.js'
import { resolveThemesWith, resolveWith } from './resolve/resolve-with.js'
import { type BrandingParts, makeBrandingWith } from './shipped/make-branding-with.js'
import type { ThemeOf } from './targets/define-theme.js'
import { ownCloudClients, ownCloudReleases, ownCloudServed } from './targets/owncloud-releases.js'
import { type defaultTarget, targetAmongFor } from './targets/releases.js'
import type { Target } from './targets/target.js'
import type { ValidateOptions } from './validate/options.js'
import { type FindingIn, type Validation, validateWith } from './validate/validate-with.js'

export { catalogue } from './findings/catalogue.js'
export { detectGeneration } from './formats/detect-generation.js'
export { generations } from './formats/generations.js'
export type * from './index.js'
export { brandingFor } from './shipped/branding-files.js'
export { detect } from './shipped/detect.js'
export { detectLogoOnly } from './shipped/verdict.js'
export { defineTheme } from './targets/define-theme.js'
export { ownCloudTargets as targets } from './targets/owncloud-releases.js'
export { defaultTarget } from './targets/releases.js'
export { parseText } from './text/parse-text.js'
export { ruleCodes } from './validate/rules.js'

/** Options whose target is a release of ownCloud. */
export type ForOwnCloud<Options, Id extends OwnCloudTargetId = OwnCloudTargetId> = Omit<Options, 'target'> & {
  /** The release of ownCloud; `ocis-8` unless given. */
  target?: Id
}

/**
 * `convert` of `theme-convert`, for releases of ownCloud only.
 *
 * @param document a parsed `theme.json`
 * @param options the target, and how to convert
 * @returns the theme, the ledger and the diagnostics; for a theme of OpenCloud no theme, and the error `other-product`
 * @throws TypeError or RangeError for wrong options, never for a wrong document
 *
 * @example
 * import { convert } from 'theme-convert/owncloud'
 * const { theme, diagnostics } = convert(JSON.parse(text), { target: 'ocis-7' })
 */
export function convert<Id extends OwnCloudTargetId = typeof defaultTarget>(
  document: unknown,
  // The union makes editors complete all ids; with `Id` alone they only infer one.
  options: ForOwnCloud<ConvertOptions, Id | OwnCloudTargetId> = {},
): Conversion<ThemeOf<Id>> {
  return convertWith({ releases: ownCloudReleases }, document, options) as Conversion<ThemeOf<Id>>
}

/**
 * `validate` of `theme-convert`, for releases of ownCloud only.
 *
 * @param input a parsed `theme.json`, or its text
 * @param options the target, the server of the file, and the rules
 * @returns the findings; a theme of OpenCloud is not valid, with the error `other-product`
 * @throws TypeError or RangeError for wrong options, and TypeError for what JSON can't hold; never for a wrong document
 *
 * @example
 * import { validate } from 'theme-convert/owncloud'
 * const { valid, diagnostics } = validate(text)
 */
export function validate<Input>(
  input: Input,
  options: ForOwnCloud<ValidateOptions> = {},
): Validation<FindingIn<Input>> {
  return validateWith(ownCloudServed, input, options)
}

/**
 * `resolve` of `theme-convert`, for releases of ownCloud only.
 *
 * @param document a parsed `theme.json`
 * @param options the client, the user, and the additions of the server
 * @returns the theme that is shown; for a theme of OpenCloud none, with `other-product`, unless a target is given
 * @throws TypeError or RangeError for wrong options, and TypeError for what JSON can't hold; never for a wrong document
 *
 * @example
 * import { resolve } from 'theme-convert/owncloud'
 * const { properties } = resolve(document, { prefers: 'dark' })
 */
export function resolve(document: unknown, options: ForOwnCloud<ResolveOptions> = {}): Resolution {
  return resolveWith(ownCloudClients, document, options)
}

/**
 * `resolveThemes` of `theme-convert`, for releases of ownCloud only.
 *
 * @param document a parsed `theme.json`
 * @param options as for `resolve`; `theme`, `stored`, `prefers` and `mode` are ignored
 * @returns one resolution for each theme, in the order of the file; without themes, a single one with the reason
 * @throws as `resolve` does
 *
 * @example
 * import { resolveThemes } from 'theme-convert/owncloud'
 * const names = resolveThemes(document).map(({ choice }) => choice?.name)
 */
export function resolveThemes(document: unknown, options: ForOwnCloud<ResolveOptions> = {}): Resolution[] {
  return resolveThemesWith(ownCloudClients, document, Number.POSITIVE_INFINITY, options)
}

/**
 * `explain` of `theme-convert`, for releases of ownCloud only.
 *
 * @param document a parsed `theme.json`
 * @param subject a custom property, or a JSON Pointer in the shown theme
 * @param options as for `resolve`
 * @returns the value and every layer that sets it
 * @throws TypeError for a subject that is neither, and as `resolve` does
 *
 * @example
 * import { explain } from 'theme-convert/owncloud'
 * const { conclusion } = explain(document, '/logo/topbar')
 */
export function explain(
  document: unknown,
  subject: string,
  options: ForOwnCloud<ResolveOptions> = {},
): Explanation {
  return explainWith(ownCloudServed, document, subject, options)
}

/**
 * `makeBranding` of `theme-convert`, for releases of ownCloud only.
 *
 * @param parts the values; an image that isn't a path below `themes/` or a full address has to be put beside the file
 * @param options the release, from oCIS 6 on; `ocis-8` unless given
 * @returns the document for `themes/_branding/theme.json`
 * @throws TypeError for no parts, or unknown ones; RangeError for a target that does not read branding files
 *
 * @example
 * import { makeBranding } from 'theme-convert/owncloud'
 * const branding = makeBranding({ name: 'Acme Cloud', logo: 'acme.png' })
 */
export function makeBranding(
  parts: BrandingParts,
  options: { target?: Exclude<OwnCloudTargetId, 'ocis-5'> } = {},
): JsonObject {
  return makeBrandingWith(ownCloudReleases, parts, options)
}

/**
 * `targetFor` of `theme-convert`, for releases of ownCloud only.
 *
 * @param id a target, such as `ocis-8`; the newest release unless given
 * @param generation the generation of a document
 * @returns the target
 * @throws RangeError for an unknown id or generation, and for an id of OpenCloud
 *
 * @example
 * import { targetFor } from 'theme-convert/owncloud'
 * const { title } = targetFor('ocis-7', 'current')
 */
export function targetFor(
  id: OwnCloudTargetId | undefined,
  generation: Generation,
): Target<OwnCloudTargetId> {
  entryOf(generations, generation, 'generation')
  return targetAmongFor(ownCloudReleases, id, generation) as Target<OwnCloudTargetId>
}
