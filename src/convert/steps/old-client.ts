import type { TargetId } from '../../generated/target-facts.js'
import { openCloudWeb } from '../../targets/products.js'
import { releasesOf } from '../../targets/releases.js'
import type { Target } from '../../targets/target.js'
import { type Draft, isAcross } from '../draft.js'
import { isNoIcon, setsAny } from './token-groups.js'

/** The client that a document was written for. */
export interface OldClient {
  /** Its name, for messages. */
  readonly client: string
  /** Its release. Colours have had the same defaults in all releases of ownCloud since Web 7. */
  readonly release: Target<TargetId>
}

/** The client that a document was written for, before any step changed its tokens. */
export function oldClient(draft: Draft): OldClient {
  const { product, hasLegacyThemes } = draft
  const release = releaseOf(draft)
  if (product === openCloudWeb.product) return { client: release.title, release }
  return { client: hasLegacyThemes ? 'ownCloud Web 7' : product, release }
}

/**
 * A palette of OpenCloud is for its first releases; later ones read at most the icons. Roles are for the target if it reads
 * all tokens of the file, else for the newest release that does.
 */
function releaseOf(draft: Draft): Target<TargetId> {
  const { product, releases, target } = draft
  const all = releasesOf(releases, product)
  const reading =
    product !== openCloudWeb.product
      ? all
      : !setsAny(draft, 'tokens.roles')
        ? all.slice(-1)
        : all.filter(
            ({ rowBorder, gone }) =>
              rowBorder !== undefined && !gone.some(({ place }) => setsAny(draft, place)),
          )
  // There is one: the first release with roles reads all tokens.
  return (reading.find(({ id }) => id === target.id) ?? reading[0]) as Target<TargetId>
}

/**
 * Whether the colours of a document are those of a palette: always for ownCloud; for OpenCloud, whose later releases read
 * the icons of a palette beside the roles, if there is more, or if it is for ownCloud now.
 */
export function hasPalette(draft: Draft): boolean {
  if (draft.product !== openCloudWeb.product) return true
  return setsAny(draft, 'tokens.colorPalette', isAcross(draft) ? undefined : isNoIcon)
}
