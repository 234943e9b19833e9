import { entryOf } from '../findings/assert-options.js'
import { uploadsOf } from '../generated/target-facts.js'

/** What becomes of an uploaded logo; by itself, so that bundles which need no more have no schemas. */
interface Uploads {
  /** The usual name of the server release. */
  readonly title: string
  /** Whether the server lays `_branding/theme.json` over the theme. */
  readonly readsBranding: boolean
  /** The path below which the server serves uploaded logos. */
  readonly uploads: string
  /** The keys of the defaults' `logo` that the upload writes the path to; none where the logo itself is the path. */
  readonly uploadSlots: readonly string[]
}

export { uploadsOf }

/**
 * The same for a release that reads branding files.
 *
 * @param guessOf finds the release that a misspelt one probably is
 * @param known the releases that are possible, where not all are, and where the others are
 * @throws RangeError for any other one, with those that do
 */
export function brandingUploads(
  id: unknown,
  guessOf: (word: string, ids: readonly string[]) => string | undefined,
  known: { readonly targets: object; readonly others?: string } = { targets: uploadsOf },
): Uploads {
  const all: Readonly<Record<string, Uploads>> = Object.fromEntries(
    Object.entries(uploadsOf).filter(([name]) => name in known.targets),
  )
  const possible = Object.fromEntries(Object.entries(all).filter(([, { readsBranding }]) => readsBranding))
  const uploads = typeof id === 'string' && Object.hasOwn(all, id) ? all[id] : undefined
  if (uploads === undefined || uploads.readsBranding)
    return entryOf(possible, id, 'target', guessOf, known.others)
  throw new RangeError(
    `${uploads.title} does not read branding files. Possible: ${Object.keys(possible).join(', ')}.`,
  )
}

/** Where releases keep uploaded logos, longest first so that no folder hides another. */
export const uploadFolders: readonly string[] = /* @__PURE__ */ (() =>
  [...new Set(Object.values(uploadsOf).map(({ uploads }) => uploads))].sort((a, b) => b.length - a.length))()
