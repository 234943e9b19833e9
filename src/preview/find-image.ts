import { isOnOtherHost, localFile, schemeOf } from '../css/addresses.js'
import { show } from '../findings/assert-options.js'
import type { Target } from '../targets/target.js'
import type { Shown } from './look.js'
import type { ImageOf, Picture } from './pictures.js'

/** An image file for a drawing: a `data:` address, or the reason why it is missing. */
export type PreviewImage = { readonly href: string } | { readonly problem: string }

/** Finds an image by its path below the site's root; `undefined` where there is no such file. */
export type FindImage = (path: string) => PreviewImage | undefined

/** Longer `data:` addresses are not drawn. */
const MAX_DATA = 1_000_000

const DATA = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|svg\+xml);base64,[A-Za-z\d+/]+={0,2}$/

/**
 * Finds the image of a value. Nothing is loaded from other hosts.
 *
 * @param release whose server has built-in images; there is no file of them
 */
export function imagesBy(
  find: FindImage | undefined,
  { builtInAssets, builtInImages }: Pick<Target, 'builtInAssets' | 'builtInImages'>,
): ImageOf {
  const builtIn = new Set(builtInImages.map((name) => builtInAssets + name))
  return ({ value = '' }: Shown): Picture => {
    if (value === '') return { missing: 'no image' }
    if (schemeOf(value) === 'data') {
      if (value.length > MAX_DATA) return { missing: 'too large' }
      return DATA.test(value) ? { href: value } : { missing: 'not an image in base64' }
    }
    if (schemeOf(value) !== undefined || isOnOtherHost(value))
      return { missing: 'on another host, not loaded' }
    const path = localFile(value)
    if (path === undefined) return { missing: 'outside the site' }
    const image = find?.(path)
    if (image === undefined && builtIn.has(path)) return { missing: 'built into the server, not drawn' }
    if (image === undefined) return { missing: find === undefined ? 'image file not available' : 'missing' }
    const { problem, href } = Object(image) as Record<string, unknown>
    if (typeof problem === 'string') return { missing: problem }
    if (typeof href === 'string') return { href }
    throw new TypeError(
      `The function "images" must return { href }, { problem } or undefined, not ${show(image)}.`,
    )
  }
}
