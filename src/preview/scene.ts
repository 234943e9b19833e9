import { contrastOf, isColor } from '../css/colors.js'
import type { Paint, PaintedRegion, PaintedRegions } from '../targets/painted-regions.js'
import type { Look, Shown } from './look.js'
import { type ImageOf, imageMarkup } from './pictures.js'
import type { Box } from './shapes.js'
import { escapeHtml, fitting } from './text.js'

/** What a finding of a theme is marked by. */
export interface Mark {
  /** As the list below the drawing numbers it. */
  readonly number: number
  readonly message: string
  readonly severity: 'error' | 'warning' | 'info'
  /** Whether it is about two colours on each other, so that it shows only where they are too near. */
  readonly isContrast: boolean
}

/** What drawings are made with, whichever page they show. */
export interface Surroundings {
  readonly look: Look
  readonly regions: PaintedRegions
  /** What the ids in the drawing start with. */
  readonly id: string
  /** The findings at a place of the file. */
  readonly marksAt: (pointer: string) => readonly Mark[]
  readonly image: ImageOf
}

/** The attributes that paint a shape in the colours of a part. */
export interface Brushes {
  readonly background: string
  readonly text: string
  readonly icon: string
  readonly border: string
}

/** One page of a client, drawn. */
export interface Drawing {
  /** What the page is called in files and ids: `files`, `login`, … */
  readonly page: string
  readonly title: string
  readonly width: number
  readonly height: number
  /** A whole SVG document. */
  readonly svg: string
  /** How many parts of it say what they show. */
  readonly parts: number
  /** The findings that are marked in it, by their numbers. */
  readonly marked: readonly number[]
}

/** What of a part has which value. */
type Use = readonly [role: string, shown: Shown]

/** WCAG 2 requires so much of text. */
const TEXT = 4.5

/** A drawing in the making. */
export class Scene {
  private readonly shapes: string[] = []
  private readonly definitions: string[] = []
  private readonly marked = new Set<number>()
  private count = 0
  readonly look: Look

  constructor(
    private readonly around: Surroundings,
    readonly width: number,
    readonly height: number,
  ) {
    this.look = around.look
    this.definitions.push(
      `<pattern id="${around.id}x" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 8L8 0" stroke="#888"/></pattern>`,
    )
  }

  /**
   * A part of the page: its shapes answer together which values they show.
   *
   * @param name the region that it is
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
    const notes = [
      ...(region.isUnseen ? ['Not measured: drawn with the colours that the tokens are named after.'] : []),
      ...(note === undefined ? [] : [note]),
    ]
    this.add(title ?? region.title, box, draw(brushes), uses, notes, this.isWeak(region))
  }

  /** A part that has no colours of the theme. */
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
    const told = [
      title,
      ...uses.map(([role, shown]) => tell(role, shown)),
      ...notes,
      ...marks.map(({ number, message }) => `Finding ${number}: ${message}`),
    ]
    this.count += 1
    this.shapes.push(
      `<g class="part" role="img" tabindex="-1"><title>${told.map(escapeHtml).join('&#10;')}</title>${shapes.join('')}<rect class="box" x="${x}" y="${y}" width="${w}" height="${h}" fill="none" pointer-events="all"/>${marks.map((mark, index) => badge(mark, x + w - 9 - 20 * index, y + 9)).join('')}</g>`,
    )
    for (const { number } of marks) this.marked.add(number)
  }

  /** Shapes that are no part of the theme: what every release draws so. */
  plain(...shapes: readonly string[]): void {
    this.shapes.push(...shapes)
  }

  /** An image of the theme, within a box; where it is missing, an outlined box with its path. */
  image(shown: Shown, box: Box, fit: 'left' | 'middle' | 'cover'): string {
    return imageMarkup(shown, this.around.image(shown), box, fit)
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
    const region = this.around.regions[name]
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
    // As in a browser: without a colour of its own a text has that around it, and all else none.
    if (isForBrowsers(shown)) return `fill="url(#${this.around.id}x)"`
    if (role !== 'text' && role !== 'icon') return 'fill="none"'
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
      return odd === undefined ? 'fill="none"' : `fill="url(#${this.around.id}x)"`
    }
    const id = `${this.around.id}g${this.definitions.length}`
    const stop = ({ color }: Shown, offset: number) =>
      `<stop offset="${offset}" stop-color="${color?.hex}" stop-opacity="${color?.alpha}"/>`
    this.definitions.push(`<linearGradient id="${id}">${stop(from, 0)}${stop(to, 1)}</linearGradient>`)
    return `fill="url(#${id})"`
  }

  private marksOf(uses: readonly Use[], isWeak: boolean): Mark[] {
    const found = new Map<number, Mark>()
    for (const [, { pointer }] of uses) {
      if (pointer === undefined) continue
      for (const mark of this.around.marksAt(pointer)) {
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
      return ratio !== undefined && ratio < TEXT
    })
  }
}

const fillOf = ({ color }: Shown) =>
  `fill="${color?.hex}"${color === undefined || color.alpha === 1 ? '' : ` fill-opacity="${Number(color.alpha.toFixed(3))}"`}`

/** Colours that depend on the page that they are on, and several colours in one. */
const isForBrowsers = ({ value, color }: Shown) =>
  color === undefined && value !== undefined && value.includes('(') && isColor(value)

/** Longer values are cut: a part is no place to read them. */
const MAX_VALUE = 120

function tell(role: string, { name, value, layer, pointer, color }: Shown): string {
  const isColor = role !== 'shows'
  const shown = value === undefined ? '' : fitting(value, MAX_VALUE, 1 / 0.54)
  const is =
    value === undefined ? 'not set' : isColor && color === undefined ? `${shown} (can’t be drawn)` : shown
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

/** Names of fonts and nothing else; the client's own otherwise. */
function fontFamily(value: string | undefined): string {
  const fallback = 'Inter, sans-serif'
  if (value === undefined || value.length > 300) return fallback
  const names = value.split(',').map((name) => name.trim())
  const isFont = (name: string) =>
    /^(?:[\p{L}_][\p{L}\p{N}_ -]*|"[\p{L}\p{N}_ -]+"|'[\p{L}\p{N}_ -]+')$/u.test(name)
  return names.every(isFont) ? [...names, 'sans-serif'].join(', ') : fallback
}
