import { type IconName, icons } from './icons.js'
import { escapeHtml, fitting, inTwoLines } from './text.js'

/** Left, top, width and height. */
export type Box = readonly [number, number, number, number]

/** A rectangle. */
export function rect([x, y, w, h]: Box, paint: string, radius = 0, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}"${radius === 0 ? '' : ` rx="${radius}"`} ${paint}${more}/>`
}

/** The outline of a rectangle, inside it. */
export function outline([x, y, w, h]: Box, stroke: string, radius = 0, width = 1): string {
  const half = width / 2
  return rect(
    [x + half, y + half, w - width, h - width],
    `fill="none" ${stroke}`,
    radius,
    width === 1 ? '' : ` stroke-width="${width}"`,
  )
}

/** A line from left to right. */
export const line = (x: number, y: number, w: number, stroke: string) =>
  `<path d="M${x} ${y + 0.5}h${w}" ${stroke}/>`

/** An icon. */
export function icon(name: IconName, x: number, y: number, size: number, fill: string): string {
  return `<path transform="translate(${x} ${y}) scale(${Number((size / 24).toFixed(3))})" fill-rule="evenodd" d="${icons[name]}" ${fill}/>`
}

/** One line of text. */
export function text(
  content: string,
  x: number,
  y: number,
  fill: string,
  { size = 14, weight = 400, anchor = 'start', width = 10_000 }: TextStyle = {},
): string {
  const style = `${size === 14 ? '' : ` font-size="${size}"`}${weight === 400 ? '' : ` font-weight="${weight}"`}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`
  return `<text x="${x}" y="${y}"${style} ${fill}>${escapeHtml(fitting(content, width, size))}</text>`
}

/** A text in the middle of a box, on two lines if it is longer than one. */
export function caption(content: string, [x, y, w, h]: Box, fill: string, size: number): string[] {
  const lines = inTwoLines(content, w - 20, size)
  const top = y + h / 2 + size * 0.35 - ((lines.length - 1) * size) / 1.6
  return lines.map((each, index) =>
    text(each, x + w / 2, Math.round(top + index * size * 1.25), fill, { size, anchor: 'middle' }),
  )
}

interface TextStyle {
  readonly size?: number
  readonly weight?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Wider text is cut. */
  readonly width?: number
}
