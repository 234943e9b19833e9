import { aString, assertOptions } from '../findings/assert-options.js'
import type { OwnCloudTargetId, TargetId } from '../generated/target-facts.js'
import type { Branding } from '../generated/theme-types.js'
import { defaultTarget, releaseMeant } from '../targets/releases.js'
import { brandingUploads, uploadsOf } from '../targets/uploads.js'

/** The file that the logo upload of OpenCloud writes: two strings. OpenCloud rejects the keys of oCIS on every page. */
export interface OpenCloudBranding {
  common: { logo: string }
  clients: { web: { defaults: { logo: string } } }
}

/** The id of a target that reads branding files. */
export type BrandingTargetId = Exclude<TargetId, 'ocis-5'>

/** Whether a target reads branding files. */
export const isBrandingTarget = (id: TargetId): id is BrandingTargetId => uploadsOf[id].readsBranding

/** The document that the logo upload of a release writes. */
export type BrandingOf<Id extends BrandingTargetId> = Id extends OwnCloudTargetId
  ? Branding
  : OpenCloudBranding

/**
 * The branding document for a logo on oCIS 6 and later, or on OpenCloud: what the server itself writes to
 * `themes/_branding/theme.json` when the image is uploaded.
 *
 * @param image the path or the name of the image; only its file name counts
 * @param options the release, `ocis-8` unless given; OpenCloud has a shape of its own
 * @returns the document; the image has to be put beside the file
 * @throws TypeError for a path without a file name, RangeError for a target that does not read branding files
 *
 * @example
 * brandingFor('branding/acme.png').common?.logo // 'themes/_branding/acme.png'
 * brandingFor('acme.png', { target: 'opencloud-7.3' }).clients.web.defaults.logo // 'themes/_branding/acme.png'
 */
export function brandingFor<Id extends BrandingTargetId = typeof defaultTarget>(
  image: string,
  options: { target?: Id | BrandingTargetId } = {},
): BrandingOf<Id> {
  // The target determines which of the two types it is.
  return logoBranding(image, options) as unknown as BrandingOf<Id>
}

/** The same for any target. */
export function logoBranding(image: string, options: { target?: TargetId }): object {
  assertOptions(options, { target: aString })
  const name = imageName(image)
  const { uploads, uploadSlots } = brandingUploads(options.target ?? defaultTarget, releaseMeant)
  const path = uploads + name
  const logo = uploadSlots.length === 0 ? path : Object.fromEntries(uploadSlots.map((slot) => [slot, path]))
  return { common: { logo: path }, clients: { web: { defaults: { logo } } } }
}

/**
 * The file name of an image, of a path of any system.
 *
 * @throws TypeError for a path without one
 */
export function imageName(image: unknown): string {
  if (typeof image !== 'string' || /(?:^|[/\\])\.{0,2}$/.test(image))
    throw new TypeError('Pass the path or the name of an image, such as "branding/acme.png".')
  return image.replace(/^.*[/\\]/s, '')
}
