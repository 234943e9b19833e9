import type { ImageFormat } from '../validate/image-formats.js'

/** The facts that an image inspector found. Its texts come from the image, so they are not trusted. */
export interface ImageFacts {
  /** The path below the site's root. */
  readonly path: string
  readonly bytes: number
  /** The format that the bytes have, `undefined` where they are no image that browsers show. */
  readonly format: ImageFormat | undefined
  /** Why the image can't be inspected. */
  readonly problem?: string
  /** In pixels. */
  readonly width?: number
  readonly height?: number
  /** The number of pictures; an animated image has several. */
  readonly frames?: number
  /** The colours of the pixels that are not transparent. */
  readonly colors?: readonly PixelColor[]
  /** The transparent part of the image, from 0 to 1. */
  readonly transparent?: number
  /** The scripts in an SVG file. */
  readonly scripts?: readonly string[]
  /** The addresses that an SVG file loads. */
  readonly loads?: readonly string[]
}

/** A colour with its share of the image. */
export interface PixelColor {
  /** A CSS colour, with its own transparency. */
  readonly color: string
  /** The part of the image, from 0 to 1. */
  readonly share: number
}

/** The average colour of an image; `undefined` for a transparent one. */
export function meanColor({ colors = [] }: ImageFacts): string | undefined {
  const channels = [0, 0, 0]
  let sum = 0
  for (const { color, share } of colors) {
    const numbers = color.match(/[\d.]+/g) ?? []
    channels.forEach((_, index) => {
      channels[index] = (channels[index] ?? 0) + Number(numbers[index] ?? 0) * share
    })
    sum += share
  }
  if (sum === 0) return undefined
  return `rgb(${channels.map((value) => Math.round(value / sum)).join(' ')})`
}
