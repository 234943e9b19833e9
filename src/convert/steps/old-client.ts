import { designTokensOfWeb7, tokenValue } from '../../targets/design-tokens.js'
import { openCloudWeb } from '../../targets/products.js'
import { releasesOf } from '../../targets/releases.js'
import type { Target } from '../../targets/target.js'
import type { ThemeTokens } from '../colors/palette-to-roles.js'
import type { Draft } from '../draft.js'

/** The defaults that stood in for colours that a document doesn't set, and whose they are. */
export function oldClient({ product, hasLegacyThemes, releases }: Draft): Omit<ThemeTokens, 'set'> {
  const all = releasesOf(releases, product)
  // Palettes of OpenCloud, in themes as in branding files, are from its first releases.
  const release = all.at(product === openCloudWeb.product ? -1 : 0) as Target
  const tokens = hasLegacyThemes ? designTokensOfWeb7 : release.designTokens
  return {
    client: hasLegacyThemes ? 'ownCloud Web 7' : product,
    fallback: (token) => tokenValue(tokens, `color-${token}`) || undefined,
  }
}
