import { designTokensOfWeb7, tokenValue } from '../../targets/design-tokens.js'
import { openCloudWeb } from '../../targets/products.js'
import { releasesOf } from '../../targets/releases.js'
import type { Target } from '../../targets/target.js'
import type { ThemeTokens } from '../colors/palette-to-roles.js'
import type { Draft } from '../draft.js'

/** The client that a document was written for, with its defaults for colours that a theme doesn't set. */
export function oldClient({ product, hasLegacyThemes, releases }: Draft): Omit<ThemeTokens, 'set'> {
  const all = releasesOf(releases, product)
  // A palette of OpenCloud is for its first releases; later ones read at most the icons.
  const release = all.at(product === openCloudWeb.product ? -1 : 0) as Target
  const tokens = hasLegacyThemes ? designTokensOfWeb7 : release.designTokens
  return {
    client: hasLegacyThemes ? 'ownCloud Web 7' : product,
    fallback: (token) => tokenValue(tokens, `color-${token}`) || undefined,
  }
}
