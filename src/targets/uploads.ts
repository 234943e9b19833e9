import { entryOf } from '../findings/assert-options.js'
import { uploadsOf } from '../generated/target-facts.js'

/** How a release stores an uploaded logo. Apart from the targets, because bundles that need only this have no schemas. */
interface Uploads {
  /** The usual name of the server release. */
  readonly title: string
  /** Whether the server merges `_branding/theme.json` into the theme. */
  readonly readsBranding: boolean
  /** The path below which the server serves uploaded logos. */
  readonly uploads: string
  /** The keys of `logo` in the defaults that the upload writes the path to; none if `logo` itself is the path. */
  readonly uploadSlots: readonly string[]
}

export { uploadFolders, uploadsOf } from '../generated/target-facts.js'

/**
 * How a release that reads branding files stores an uploaded logo.
 *
 * @param id the release
 * @param guessOf finds the release that a misspelt id probably means
 * @param known the supported releases, and the way to the others for messages
 * @throws RangeError for a release that doesn't read branding files, with a list of those that do
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
