import { aString, assertOptions, entryOf } from '../findings/options.js'
import type { Branding } from '../generated/theme-types.js'
import type { JsonObject } from '../json/value.js'
import { type ConversionTargetId, defaultTarget } from '../targets/index.js'
import { uploadsOf } from '../targets/uploads.js'

/**
 * The branding document that keeps an uploaded logo on oCIS 6 and later: what the server itself writes to
 * `themes/_branding/theme.json` when the image is uploaded there.
 *
 * @param image the path or the name of the image; only its file name counts
 * @param options the release, `ocis-8` unless given
 * @returns the document; the image itself belongs beside it
 * @throws TypeError for no name of an image, RangeError for a target that does not read branding files
 *
 * @example
 * brandingFor('branding/acme.png').common?.logo // 'themes/_branding/acme.png'
 */
export function brandingFor(image: string, options: { target?: ConversionTargetId } = {}): Branding {
  assertOptions(options, { target: aString })
  const name = typeof image === 'string' ? image.slice(image.lastIndexOf('/') + 1) : ''
  if (name === '') throw new TypeError('Pass the path or the name of an image, such as "branding/acme.png".')
  const { target = defaultTarget } = options
  const { readsBranding, title, uploads } = entryOf(uploadsOf, target, 'conversion target')
  if (!readsBranding) throw new RangeError(`${title} does not read branding files.`)
  const path = uploads + name
  return {
    common: { logo: path },
    clients: { web: { defaults: { logo: { topbar: path, login: path } } } },
  }
}

/**
 * The same for OpenCloud, whose upload writes two strings; the three keys of oCIS take the whole site down there.
 *
 * @param path where the server serves the image
 */
export function openCloudBranding(path: string): JsonObject {
  return { common: { logo: path }, clients: { web: { defaults: { logo: path } } } }
}
