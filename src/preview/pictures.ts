import type { Shown } from './look.js'
import type { Box } from './shapes.js'
import { escapeHtml, fitting } from './text.js'

/** An image of a theme, or the reason why it is missing. */
export type Picture = { readonly href: string } | { readonly missing: string }

/** Finds the image of a value. */
export type ImageOf = (shown: Shown) => Picture

const fits = { left: 'xMinYMid meet', middle: 'xMidYMid meet', cover: 'xMidYMid slice' } as const

/** An image within a box, or an outlined box with the reason why it is missing. */
export function imageMarkup(
  { value = '' }: Shown,
  picture: Picture,
  [x, y, w, h]: Box,
  fit: keyof typeof fits,
): string {
  const place = `x="${x}" y="${y}" width="${w}" height="${h}"`
  if ('href' in picture)
    return `<image ${place} href="${escapeHtml(picture.href)}" preserveAspectRatio="${fits[fit]}"/>`
  const name = value.startsWith('data:') ? 'an embedded image' : value
  const label = name === '' ? picture.missing : `${name}: ${picture.missing}`
  const size = h < 30 ? 9 : 11
  // Other parts cover the middle of a background.
  const middle = fit === 'cover' ? y + 28 : y + h / 2 + size / 3
  return `<rect ${place} fill="#fff" fill-opacity=".85" stroke="#555" stroke-dasharray="4 3"/><text x="${x + w / 2}" y="${middle}" text-anchor="middle" font-size="${size}" font-family="sans-serif" fill="#222">${escapeHtml(fitting(label, w - 8, size))}</text>`
}
