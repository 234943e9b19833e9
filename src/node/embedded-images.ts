import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isTooComplex, readSvg } from '../images/svg.js'
import type { FindImage, PreviewImage } from '../preview/find-image.js'
import { uploadFolders } from '../targets/uploads.js'
import { assetFolder } from './disk-assets.js'
import { ownKindAt } from './is-there.js'

/** Larger images are not embedded. */
const MAX_IMAGE = 2_000_000
/** How many bytes of images are embedded in all. */
const MAX_ALL = 8_000_000

/** The signature of each image format that browsers show, and its offset. */
const signatures: readonly (readonly [type: string, start: string, at: number])[] = [
  ['png', '89504e470d0a', 0],
  ['jpeg', 'ffd8ff', 0],
  ['gif', '47494638', 0],
  ['webp', '57454250', 8],
  ['avif', '66747970617669', 4],
  ['bmp', '424d', 0],
  ['x-icon', '00000100', 0],
]

/**
 * The images of an assets folder, for pages to embed: at most 2 MB each, and 8 MB in all. An uploaded logo is found
 * also in the upload folder of another release, because a conversion changes its path.
 *
 * @param root the folder that the server serves at the site's root, such as `web/assets`
 * @returns what the option `images` of `preview` takes
 * @throws TypeError unless it is a path, RangeError unless it is a folder
 *
 * @example
 * const { themes } = preview(document, { images: embeddedImages('web/assets') })
 */
export function embeddedImages(root: string): FindImage {
  const folder = assetFolder(root)
  const known = new Map<string, PreviewImage | undefined>()
  let left = MAX_ALL
  const load = (file: string): PreviewImage | undefined => {
    const isThere = (each: string) => folder.find(each).found
    const found = isThere(file) ? file : elsewhere(file).find(isThere)
    if (found === undefined) return undefined
    const place = path.join(root, found)
    const stats = ownKindAt(place)
    if (stats === undefined || !stats.isFile()) return { problem: 'not a regular file' }
    if (stats.size > MAX_IMAGE || stats.size > left)
      return { problem: `too large to embed (${Math.round(stats.size / 1000)} kB)` }
    const bytes = readFileSync(place)
    left -= bytes.length
    const type = typeOf(bytes)
    return type === undefined
      ? { problem: 'not an image that browsers show' }
      : { href: `data:image/${type};base64,${bytes.toString('base64')}` }
  }
  return (file) => {
    if (!known.has(file)) known.set(file, load(file))
    return known.get(file)
  }
}

/** The paths of an uploaded logo in other releases. */
function elsewhere(file: string): string[] {
  const from = uploadFolders.find((folder) => file.startsWith(folder))
  if (from === undefined) return []
  return uploadFolders.filter((folder) => folder !== from).map((folder) => folder + file.slice(from.length))
}

function typeOf(bytes: Buffer): string | undefined {
  const known = signatures.find(([, start, at]) => bytes.subarray(at).toString('hex', 0, 8).startsWith(start))
  if (known !== undefined) return known[0]
  const text = bytes.toString('utf8')
  return readSvg(text) === undefined || isTooComplex(text) ? undefined : 'svg+xml'
}
