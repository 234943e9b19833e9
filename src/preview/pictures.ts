import type { Shown } from './look.js'
import type { Box } from './shapes.js'
import { endFitting, escapeHtml, fitting } from './text.js'

/** An image of a theme, or the reason why it is missing. */
export type Picture = { readonly href: string } | { readonly missing: string }

/** Finds the image of a value. */
export type ImageOf = (shown: Shown) => Picture

const fits = { left: 'xMinYMid meet', middle: 'xMidYMid meet', cover: 'xMidYMid slice' } as const

/** An image within a box, or an outlined box with the reason why it is missing. */
export function imageMarkup(
  { value = '' }: Shown,
  picture: Picture,
  box: Box,
  fit: keyof typeof fits,
): string {
  const [x, y, w, h] = box
  const place = `x="${x}" y="${y}" width="${w}" height="${h}"`
  if ('href' in picture) {
    const image = (at: string, how: string) =>
      `<image ${at} href="${escapeHtml(picture.href)}" preserveAspectRatio="${how}"/>`
    // Chromium ignores preserveAspectRatio for an SVG image, but not for a view of it.
    const [width, height] = svgSize(picture.href) ?? []
    return width === undefined
      ? image(place, fits[fit])
      : `<svg ${place} viewBox="0 0 ${width} ${height}" preserveAspectRatio="${fits[fit]}">${image(`width="${width}" height="${height}"`, 'none')}</svg>`
  }
  const outline = `<rect ${place} fill="#fff" fill-opacity=".85" stroke="#555" stroke-dasharray="4 3"/>`
  // The part's title has the value and the reason.
  if (w < 60) return outline + label('?', [x, y, w, h], 0, 14)
  const name = value.startsWith('data:') ? 'an embedded image' : value
  // Other parts cover the middle of a background.
  const around: Box = fit === 'cover' ? [x, y, w, 56] : box
  return [
    outline,
    ...(name === '' ? [] : [label(endFitting(name, w - 8, TEXT), around, -1, TEXT)]),
    label(fitting(picture.missing, w - 8, TEXT), around, name === '' ? 0 : 1, TEXT),
  ].join('')
}

const TEXT = 11

/** A line of text in the middle of a box, or above or below the middle. */
function label(content: string, [x, y, w, h]: Box, line: -1 | 0 | 1, size: number): string {
  const middle = y + h / 2 + size / 3 + (line * size) / 1.7
  return `<text x="${x + w / 2}" y="${Number(middle.toFixed(1))}" text-anchor="middle" font-size="${size}" font-family="sans-serif" fill="#222">${escapeHtml(content)}</text>`
}

/** In base64; the start tag of an image is not after it. */
const START = 8192

/** The width and height of an embedded SVG image; `undefined` for other images, and for one without a size. */
function svgSize(href: string): readonly [number, number] | undefined {
  const [, data] = /^data:image\/svg\+xml;base64,(.*)$/.exec(href) ?? []
  if (data === undefined) return undefined
  const start = atob(data.slice(0, START)).replace(/<!--.*?-->/gs, '')
  const [tag = ''] = /<svg\s[^>]*>/.exec(start) ?? []
  const numbers = (pattern: RegExp) => pattern.exec(tag)?.slice(1).map(Number)
  const [width] = numbers(/\swidth\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']/) ?? []
  const [height] = numbers(/\sheight\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']/) ?? []
  if (width && height) return [width, height]
  const [w, h] =
    numbers(/\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)/) ?? []
  return w && h ? [w, h] : undefined
}
