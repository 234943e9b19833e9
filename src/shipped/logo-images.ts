import { eachLayer, webSection } from '../formats/web-section.js'
import { getOrInsert } from '../json/get-or-insert.js'
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
  eachLogoSlot(document, (pointer, path) => {
    if (typeof path !== 'string' || path === shippedCommon.logo || path === '') return
    getOrInsert(images, path, () => ({ path, slots: [], uploaded: isUploadedPath(path) })).slots.push(pointer)
  })
  return [...images.values()]
}

/** Calls back for the slots that a logo upload wrote: the common logo, and those of login page and top bar in each theme. */
function eachLogoSlot(document: JsonObject, visit: (pointer: Pointer, path: Json | undefined) => void): void {
  const visitTheme = (theme: JsonObject, at: Pointer) => {
    const logo = ownObject(theme, 'logo') ?? {}
    for (const slot of ['login', 'topbar']) visit(`${at}/logo/${slot}`, own(logo, slot))
  }
  visit('/common/logo', own(ownObject(document, 'common') ?? {}, 'logo'))
  if (webSection(document) !== undefined) {
    eachLayer(document, visitTheme)
    return
  }
  visitTheme(document, '')
  const web = ownObject(document, 'web')
  for (const [key, theme] of Object.entries(web ?? document))
    if (isObject(theme)) visitTheme(theme, child(web === undefined ? '' : '/web', key))
}
