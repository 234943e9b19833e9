import type { JsonObject } from '../json/value.js'
import { allReleases } from '../targets/index.js'
import type { BrandingTargetId } from './branding-files.js'
import { type BrandingParts, makeBrandingWith } from './make-branding-with.js'

/**
 * Makes a branding file, which the server merges into every theme: values that are not in it stay as they are.
 *
 * @param parts the values; an image that isn't a path below `themes/` or a full address has to be put beside the file
 * @param options the release, of oCIS from 6 on or of OpenCloud; `ocis-8` unless given
 * @returns the document for `themes/_branding/theme.json`, in the shape of that release
 * @throws TypeError for no parts, or unknown ones; RangeError for a target that does not read branding files
 *
 * @example
 * makeBranding({ name: 'Acme Cloud', logo: 'acme.png' }, { target: 'opencloud-7.3' })
 * // { common: { name: 'Acme Cloud', logo: 'themes/_branding/acme.png' }, clients: { web: { defaults: { logo: … } } } }
 */
export function makeBranding(parts: BrandingParts, options: { target?: BrandingTargetId } = {}): JsonObject {
  return makeBrandingWith(allReleases, parts, options)
}
