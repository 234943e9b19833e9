import { contrastOf, TEXT_CONTRAST } from '../css/colors.js'
import { isColor } from '../css/is-color.js'
import type { Paint, PaintedRegion, PaintedRegions } from '../targets/painted-regions.js'
import type { Look, Shown } from './look.js'
import { type ImageOf, imageMarkup } from './pictures.js'
import type { Box } from './shapes.js'
import { escapeHtml, fitting } from './text.js'

/** A finding that is marked in a drawing. */
export interface Mark {
  /** Its number in the list below the drawings. */
  readonly number: number
  readonly message: string
  readonly severity: 'error' | 'warning' | 'info'
  /** Whether it is about contrast: it is marked only where the contrast is too low. */
  readonly isContrast: boolean
}

/** The colours of a client's pages. */
export interface PaintedClient {
  /** The release whose colours and proportions were measured, and are drawn. */
  readonly measured: string
  readonly regions: PaintedRegions
  /** For a release that was not measured itself: what is known of it. */
  readonly unmeasured?: {
    /** The regions whose colours are known. */
    readonly known: ReadonlySet<string>
    /** What else is known, as sentences. */
    readonly remark?: string
  }
}

/** What all drawings of a theme need. */
export interface SceneContext {
  readonly look: Look
  readonly client: PaintedClient
  /** The prefix of ids in the drawing. */
  readonly id: string
  /** The findings at a place of the file. */
  readonly marksAt: (pointer: string) => readonly Mark[]
  readonly image: ImageOf
}

/** The SVG attributes with the colours of a part. */
export interface Brushes {
  readonly background: string
  readonly text: string
  readonly icon: string
  readonly border: string
}

/** The drawing of one page of a client. */
export interface Drawing {
  /** The name of the page in files and ids: `files`, `login`, … */
  readonly page: string
  readonly title: string
  readonly width: number
  readonly height: number
  /** A whole SVG document. */
  readonly svg: string
  /** The number of parts, each with a title that lists its values. */
  readonly parts: number
  /** The numbers of the findings that are marked in it. */
  readonly marked: readonly number[]
}

/** A value of a part, with its role, such as `background`. */
type Use = readonly [role: string, shown: Shown]

/** An unfinished drawing. */
export class Scene {
  private readonly shapes: string[] = []
  private readonly definitions: string[] = []
  private readonly marked = new Set<number>()
  private count = 0
  readonly look: Look

  constructor(
    private readonly context: SceneContext,
    readonly width: number,
    readonly height: number,
  ) {
    this.look = context.look
    this.definitions.push(
      `<pattern id="${context.id}x" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 0h8v8H0z" fill="#767676"/><path d="M0 8L8 0" stroke="#5f5f5f"/></pattern>`,
    )
  }

  /**
   * Adds a part of the page. Its title lists the values that it shows.
   *
   * @param name the region
   */
  part(
    name: string,
    box: Box,
    draw: (brushes: Brushes) => readonly string[],
    { title, also = [], note }: { title?: string; also?: readonly Shown[]; note?: string } = {},
  ): void {
    const region = this.region(name)
    const uses: Use[] = []
    const brush = (role: 'background' | 'text' | 'icon' | 'border', end?: Paint): string => {
      const paint = region[role]
      if (paint === undefined) return role === 'text' || role === 'icon' ? 'fill="#000"' : 'fill="none"'
      const shown = this.shown(paint)
      uses.push([role, shown])
      if (end === undefined) return this.fill(shown, role)
      const last = this.shown(end)
      uses.push([`${role} at the right end`, last])
      return this.gradient(shown, last)
    }
    const brushes: Brushes = {
      background: brush('background', region.backgroundTo),
      text: brush('text'),
      icon: brush('icon'),
      border: brush('border').replaceAll('fill', 'stroke'),
    }
    uses.push(...also.map((shown): Use => ['shows', shown]))
    const { measured, unmeasured } = this.context.client
    const isUnknown = unmeasured !== undefined && unmeasured.known.size > 0 && !unmeasured.known.has(name)
    const notes = [
      ...(region.isUnseen
        ? ['Not measured: drawn with the colours that the tokens are named after.']
        : isUnknown
          ? [`Not known for this release: drawn as in ${measured}.`]
          : []),
      ...(note === undefined ? [] : [note]),
    ]
    this.add(title ?? region.title, box, draw(brushes), uses, notes, this.isWeak(region))
  }

  /** Adds a part without colours of the theme. */
  uncolored(title: string, box: Box, shapes: readonly string[], also: readonly Shown[], note: string): void {
    const uses = also.map((shown): Use => ['shows', shown])
    this.add(title, box, shapes, uses, [note], false)
  }

  private add(
    title: string,
    [x, y, w, h]: Box,
    shapes: readonly string[],
    uses: readonly Use[],
    notes: readonly string[],
    isWeak: boolean,
  ): void {
    const marks = this.marksOf(uses, isWeak)
    const lines = [
      title,
      ...uses.map(([role, shown]) => lineFor(role, shown)),
      ...notes,
      ...marks.map(({ number, message }) => `Finding ${number}: ${message}`),
    ]
    this.count += 1
    this.shapes.push(
      `<g class="part" role="img" tabindex="-1"><title>${lines.map(escapeHtml).join('&#10;')}</title>${shapes.join('')}<rect class="box" x="${x}" y="${y}" width="${w}" height="${h}" fill="none" pointer-events="all"/>${marks.map((mark, index) => badge(mark, Math.min(x + w, this.width - 10) - 20 * index, Math.max(y, 10))).join('')}</g>`,
    )
    for (const { number } of marks) this.marked.add(number)
  }

  /** Adds shapes that don't depend on the theme. */
  plain(...shapes: readonly string[]): void {
    this.shapes.push(...shapes)
  }

  /** An image of the theme in a box; where it is missing, an outlined box with its path. */
  image(shown: Shown, box: Box, fit: 'left' | 'middle' | 'cover'): string {
    return imageMarkup(shown, this.context.image(shown), box, fit)
  }

  /** Whether the image of a value is there. */
  hasImage(shown: Shown): boolean {
    return !('missing' in this.context.image(shown))
  }

  drawing(page: string, title: string): Drawing {
    const { width, height, count } = this
    const family = fontFamily(this.look.property('font-family').value)
    return {
      page,
      title,
      width,
      height,
      parts: count,
      marked: [...this.marked].sort((a, b) => a - b),
      svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escapeHtml(`Drawing: ${title}`)}" font-family="${escapeHtml(family)}" font-size="14"><defs>${this.definitions.join('')}</defs>${this.shapes.join('')}</svg>`,
    }
  }

  private region(name: string): PaintedRegion {
    const region = this.context.client.regions[name]
    if (region === undefined) throw new RangeError(`There is no region ${name}.`)
    return region
  }

  private shown(paint: Paint): Shown {
    const tokens = typeof paint === 'string' ? [paint] : paint
    const [first = ''] = tokens
    if (!first.startsWith('#')) return this.look.color(...tokens)
    return {
      name: 'fixed',
      value: first,
      layer: 'client',
      pointer: undefined,
      color: { hex: first, alpha: 1 },
    }
  }

  private fill(shown: Shown, role: string): string {
    if (shown.color !== undefined) return fillOf(shown)
    const isFront = role === 'text' || role === 'icon'
    // Hatched text would not be readable.
    if (isForBrowsers(shown)) return isFront ? 'fill="#808080"' : `fill="url(#${this.context.id}x)"`
    // As in a browser: text without a colour inherits one, everything else has none.
    if (!isFront) return 'fill="none"'
    const around = this.look.color(...this.textTokens())
    return around.color === undefined ? 'fill="#000"' : fillOf(around)
  }

  private textTokens(): readonly string[] {
    const { text } = this.region('box')
    return text === undefined ? [] : typeof text === 'string' ? [text] : text
  }

  private gradient(from: Shown, to: Shown): string {
    if (from.color === undefined || to.color === undefined) {
      const odd = [from, to].find(isForBrowsers)
      return odd === undefined ? 'fill="none"' : `fill="url(#${this.context.id}x)"`
    }
    const id = `${this.context.id}g${this.definitions.length}`
    const stop = ({ color }: Shown, offset: number) =>
      `<stop offset="${offset}" stop-color="${color?.hex}" stop-opacity="${color?.alpha}"/>`
    this.definitions.push(`<linearGradient id="${id}">${stop(from, 0)}${stop(to, 1)}</linearGradient>`)
    return `fill="url(#${id})"`
  }

  private marksOf(uses: readonly Use[], isWeak: boolean): Mark[] {
    const found = new Map<number, Mark>()
    for (const [, { pointer }] of uses) {
      if (pointer === undefined) continue
      for (const mark of this.context.marksAt(pointer)) {
        if (!mark.isContrast || isWeak) found.set(mark.number, mark)
      }
    }
    return [...found.values()]
  }

  /** Whether the text of a region is hard to read on its background. */
  private isWeak({ text, background, backgroundTo, on = [] }: PaintedRegion): boolean {
    if (text === undefined) return false
    const backgrounds = [background, ...on.map((name) => this.region(name).background)].flatMap((paint) =>
      paint === undefined ? [] : (this.shown(paint).value ?? []),
    )
    const ends = backgroundTo === undefined ? [] : [this.shown(backgroundTo).value ?? []].flat()
    const front = this.shown(text).value
    if (front === undefined) return false
    return [backgrounds, ...ends.map((end) => [end])].some(([first, ...below]) => {
      const ratio = first === undefined ? undefined : contrastOf(front, first, ...below)
      return ratio !== undefined && ratio < TEXT_CONTRAST
    })
  }
}

const fillOf = ({ color }: Shown) =>
  `fill="${color?.hex}"${color === undefined || color.alpha === 1 ? '' : ` fill-opacity="${Number(color.alpha.toFixed(3))}"`}`

/** Whether a value is a colour that only browsers can compute, such as `color-mix()`. */
const isForBrowsers = ({ value, color }: Shown) =>
  color === undefined && value !== undefined && value.includes('(') && isColor(value)

/** Longer values are cut in titles. */
const MAX_VALUE = 120

function lineFor(role: string, { name, value, layer, pointer, color }: Shown): string {
  const isColor = role !== 'shows'
  const shown = value === undefined ? '' : fitting(value, MAX_VALUE, 1 / 0.54)
  const is =
    value === undefined ? 'not set' : isColor && color === undefined ? `${shown} (can't be drawn)` : shown
  const from =
    name === 'fixed' ? 'fixed by the client' : `${layer}${pointer === undefined ? '' : ` ${pointer}`}`
  return value === undefined
    ? `${role}: ${name} is not set`
    : `${role}: ${name === 'fixed' ? '' : `${name} `}${is}, ${from}`
}

function badge({ number, severity }: Mark, x: number, y: number): string {
  const fill = severity === 'error' ? '#b00020' : severity === 'warning' ? '#8a4b00' : '#0b57a4'
  return `<g class="mark"><circle cx="${x}" cy="${y}" r="9" fill="${fill}" stroke="#fff" stroke-width="1.5"/><text x="${x}" y="${y + 4}" font-size="11" font-weight="700" fill="#fff" text-anchor="middle" font-family="sans-serif">${number}</text></g>`
}

/** A font family that is a list of names; otherwise that of the client. */
function fontFamily(value: string | undefined): string {
  const fallback = 'Inter, sans-serif'
  if (value === undefined || value.length > 300) return fallback
  const names = value.split(',').map((name) => name.trim())
  const isFont = (name: string) =>
    /^(?:[\p{L}_][\p{L}\p{N}_ -]*|"[\p{L}\p{N}_ -]+"|'[\p{L}\p{N}_ -]+')$/u.test(name)
  return names.every(isFont) ? [...names, 'sans-serif'].join(', ') : fallback
}
