import { aString, assertOptions } from '../findings/assert-options.js'
import { layoutOf, type ScopeLayout } from '../formats/layout.js'
import type { Place } from '../generated/places.js'
import { parsePointer, setBelow } from '../json/pointer.js'
import type { JsonObject } from '../json/value.js'
import { defaultTarget, type Releases, releaseMeant, targetAmong } from '../targets/releases.js'
import { brandingUploads } from '../targets/uploads.js'
import { type BrandingTargetId, imageName } from './branding-files.js'

/** The values of a branding file, independent of the release. */
export interface BrandingParts {
  /** The name of the service, for the title of the browser window and pages such as logout. */
  name?: string
  /** The line at the foot of pages such as logout. */
  slogan?: string
  /** The logo: an image beside the branding file, a path that the server serves (`themes/…`), or a full address. */
  logo?: string
  /** The icon in the tab of the browser, given like the logo. */
  favicon?: string
  imprintUrl?: string
  privacyUrl?: string
  accessDeniedHelpUrl?: string
}

/** The places of each part; a release has only some of those of the logo. */
const placesOf: Readonly<Record<keyof BrandingParts, readonly Place[]>> = {
  name: ['common.name'],
  slogan: ['common.slogan'],
  logo: ['common.logo', 'logo.topbar', 'logo.login'],
  favicon: ['logo.favicon'],
  imprintUrl: ['urls.imprint'],
  privacyUrl: ['urls.privacy'],
  accessDeniedHelpUrl: ['urls.accessDeniedHelp'],
}

/** The check of each part. */
const partChecks = /* @__PURE__ */ (() =>
  Object.fromEntries(Object.keys(placesOf).map((part) => [part, aString])) as Record<
    keyof BrandingParts,
    typeof aString
  >)()

/** Makes a branding file, as `makeBranding` does, for the known releases. */
export function makeBrandingWith(
  releases: Releases,
  parts: BrandingParts,
  options: { target?: BrandingTargetId },
): JsonObject {
  assertOptions(options, { target: aString })
  assertOptions(parts, partChecks)
  const { target: id = defaultTarget } = options
  brandingUploads(id, releaseMeant, releases)
  const target = targetAmong(releases, id)
  const { root, defaults } = layoutOf(target.places)
  const document: JsonObject = {}
  for (const part of Object.keys(placesOf) as (keyof BrandingParts)[]) {
    const given = parts[part]
    if (given === undefined) continue
    const value = part === 'logo' || part === 'favicon' ? servedAt(given, target.uploads) : given
    for (const place of placesOf[part]) {
      const path = pathIn(root, place) ?? pathIn(defaults, place)
      if (path !== undefined) setBelow(document, path, value)
    }
  }
  if (Object.keys(document).length === 0)
    throw new TypeError(`Pass at least one of ${Object.keys(placesOf).join(', ')}.`)
  return document
}

/** The path of an image: unchanged if the server or another host serves it, else in the folder of the branding file. */
export function servedAt(image: string, uploads: string): string {
  if (/^\/?themes\/|^[a-z][a-z\d+.-]+:|^\/\//i.test(image)) return image
  return uploads + imageName(image)
}

function pathIn({ spots, pointer }: ScopeLayout, place: Place): readonly string[] | undefined {
  const spot = spots.get(place)
  return spot === undefined ? undefined : parsePointer(pointer + spot.path)
}
