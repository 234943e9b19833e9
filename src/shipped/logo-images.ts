import { child, type Pointer } from '../json/pointer.js'
import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import { shippedCommon } from '../targets/shipped-file.js'

/** An image in the slots of the logo that isn't the shipped one. */
export interface LogoImage {
  path: string
  /** The slots that it fills. */
  slots: Pointer[]
  /** Whether the path is one that the logo upload of oCIS 3 to 5 wrote. */
  uploaded: boolean
}

/** A path as the upload of oCIS 3 to 5 wrote it: below `branding/`, with the extension of an accepted format in lower case. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the upload wrote none of these
const uploadedPath = /^branding\/[^/\\\u0000-\u001f\u007f-\u009f]+\.(?:jpe?g|png|gif)$/u

/** Whether the path of an image is one that the logo upload of oCIS 3 to 5 wrote. */
export function isUploadedPath(path: string): boolean {
  return uploadedPath.test(path)
}

/** The images of a legacy or oCIS 5 theme's logo that are not the shipped one, in the order of their slots. */
export function logoImages(document: JsonObject): LogoImage[] {
  const images = new Map<string, LogoImage>()
  for (const [pointer, path] of logoSlots(document)) {
    if (typeof path !== 'string' || path === shippedCommon.logo || path === '') continue
    const image = images.get(path)
    if (image === undefined) images.set(path, { path, slots: [pointer], uploaded: isUploadedPath(path) })
    else image.slots.push(pointer)
  }
  return [...images.values()]
}

/** The slots that a logo upload wrote: the common logo, and those of login page and top bar in each theme. */
function* logoSlots(document: JsonObject): Generator<[Pointer, Json | undefined]> {
  yield ['/common/logo', own(ownObject(document, 'common') ?? {}, 'logo')]
  for (const [at, theme] of themesOf(document)) {
    const logo = ownObject(theme, 'logo') ?? {}
    yield [`${at}/logo/login`, own(logo, 'login')]
    yield [`${at}/logo/topbar`, own(logo, 'topbar')]
  }
}

function* themesOf(document: JsonObject): Generator<[Pointer, JsonObject]> {
  const current = ownObject(ownObject(document, 'clients') ?? {}, 'web')
  if (current !== undefined) {
    const defaults = ownObject(current, 'defaults')
    if (defaults !== undefined) yield ['/clients/web/defaults', defaults]
    const themes = own(current, 'themes')
    if (!Array.isArray(themes)) return
    for (const [index, theme] of themes.entries()) {
      if (isObject(theme)) yield [`/clients/web/themes/${index}`, theme]
    }
    return
  }
  yield ['', document]
  const web = ownObject(document, 'web')
  const prefix = web === undefined ? '' : '/web'
  for (const [key, theme] of Object.entries(web ?? document)) {
    if (isObject(theme)) yield [child(prefix, key), theme]
  }
}
