import { PlainError } from '../json/plain-error.js'
import { loadSharp, MAX_PIXELS } from './inspect-images.js'

const SECONDS = 60

/** Draws SVG documents as PNG, without a browser. */
export type Rasterise = (svg: string) => Promise<Buffer>

/** Loads sharp to draw SVG documents; `undefined` where it isn't installed. */
export async function loadRasteriser(): Promise<Rasterise | undefined> {
  const sharp = await loadSharp()
  if (sharp === undefined) return undefined
  return async (svg) => {
    try {
      return await sharp(Buffer.from(svg), { limitInputPixels: MAX_PIXELS, unlimited: true })
        .timeout({ seconds: SECONDS })
        .png({ palette: false, compressionLevel: 9 })
        .toBuffer()
    } catch (error) {
      // The drawing is our own, but not the images in it, nor the machine.
      const { message } = error as Error
      throw new PlainError(
        `The picture can't be drawn: sharp reports "${message}". Draw fewer themes (--theme).`,
      )
    }
  }
}
