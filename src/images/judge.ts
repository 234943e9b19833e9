import { contrastOf } from '../css/colors.js'
import type { DiagnosticCode } from '../findings/catalogue.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import type { ShownAs } from '../generated/places.js'
import type { Pointer } from '../json/pointer.js'
import { formatOfName } from '../validate/image-formats.js'
import type { ImageFacts } from './image-facts.js'

/** One place where an image is shown. */
export interface ImageUse {
  readonly slot: ShownAs
  /** Where the theme file names it. */
  readonly pointer: Pointer
  /** The theme that it is shown in. */
  readonly theme?: string
  /** The colour behind it. */
  readonly background?: string
  /** The image behind it. */
  readonly over?: string
}

interface Limits {
  /** The place of the slot, for messages. */
  readonly title: string
  /** The least height in pixels that is sharp there. */
  readonly height: number
  /** The most bytes that visitors should load for it. */
  readonly bytes: number
}

/**
 * The top bar of ownCloud Web 12.5 is 52 pixels high and its logo 38, the logo on access denied and logout 200 wide;
 * browsers show favicons with 16 to 32 pixels.
 */
const slots: Readonly<Record<ShownAs, Limits>> = {
  topbar: { title: 'in the top bar', height: 32, bytes: 200_000 },
  login: { title: 'on pages such as logout', height: 48, bytes: 500_000 },
  favicon: { title: 'as favicon', height: 16, bytes: 100_000 },
  background: { title: 'behind pages such as logout', height: 720, bytes: 3_000_000 },
  banner: { title: 'in the app banner', height: 32, bytes: 200_000 },
  other: { title: 'on the built-in login page and by other clients', height: 16, bytes: 3_000_000 },
}

/** The slots, the most visible one first. */
export const slotOrder = /* @__PURE__ */ Object.keys(slots) as readonly ShownAs[]

/** The most pixels that a side of a logo needs, even on screens of high density. */
const MOST_PIXELS = 4096
/** Less contrast than this is hard to see. */
const VISIBLE = 1.5
/** The part of a logo that has to be visible. */
const LEAST_SHARE = 0.1

/** Checks an image against the slots where it is shown. */
export function judgeImage(facts: ImageFacts, uses: readonly ImageUse[]): Diagnostic[] {
  const found: Diagnostic[] = []
  const [first] = uses
  if (first === undefined) return found
  const { path, format } = facts
  const say = (code: DiagnosticCode, message: string, { pointer }: ImageUse = first) => {
    found.push(diagnostic(code, pointer, `${path}: ${message}`))
  }
  if (format === undefined) {
    say('image-unreadable', `${facts.problem ?? 'not an image that browsers show'}. Export the image again.`)
    return found
  }
  const promised = formatOfName(path)
  if (promised !== undefined && promised !== format) {
    say(
      'image-wrong-format',
      `the extension means ${promised}, but the file is ${format}. Servers send it as ${promised}, which strict browsers refuse. Rename it, or save it as ${promised}.`,
    )
  }
  judgeSvg(facts, say)
  judgeSize(facts, uses, say)
  judgeVisibility(facts, uses, say)
  return found
}

type Say = (code: DiagnosticCode, message: string, use?: ImageUse) => void

function judgeSvg({ scripts = [], loads = [] }: ImageFacts, say: Say): void {
  if (scripts.length > 0) {
    say(
      'image-script',
      `the SVG contains scripts (${scripts.slice(0, 5).join(', ')}), which run with the rights of the user when its address is opened. Remove them.`,
    )
  }
  if (loads.length > 0) {
    say(
      'image-loads',
      `the SVG loads ${loads.slice(0, 3).join(', ')}, which browsers block in images. Embed it in the file.`,
    )
  }
}

function judgeSize(facts: ImageFacts, uses: readonly ImageUse[], say: Say): void {
  const { width, height, bytes, frames = 1, format } = facts
  const heavy = uses.find(({ slot }) => bytes > slots[slot].bytes)
  if (heavy !== undefined) {
    const { title, bytes: most } = slots[heavy.slot]
    say(
      'image-heavy',
      `${kilobytes(bytes)} is large for an image shown ${title}. Reduce it to at most ${kilobytes(most)}.`,
      heavy,
    )
  }
  if (frames > 1) {
    say(
      'image-animated',
      `the image is animated (${frames} frames), on every page that shows it. Save a single frame.`,
    )
  }
  if (width === undefined || height === undefined) return
  const size = `${width} × ${height} pixels`
  // Vector images are sharp at any size.
  const small = format === 'svg' ? undefined : uses.find(({ slot }) => height < slots[slot].height)
  if (small !== undefined) {
    const { title, height: least } = slots[small.slot]
    say(
      'image-size',
      `${size} is too small ${title}: the image is blurred. Use an image at least ${least} pixels high.`,
      small,
    )
  } else if (
    Math.max(width, height) > MOST_PIXELS &&
    format !== 'svg' &&
    uses.every(({ slot }) => slot !== 'background')
  ) {
    say('image-size', `${size} is more than any screen shows. Use at most ${MOST_PIXELS} pixels a side.`)
  }
  const favicon = uses.find(({ slot }) => slot === 'favicon')
  if (favicon !== undefined && Math.max(width, height) > 2 * Math.min(width, height)) {
    say(
      'image-size',
      `${size} is not square, so the favicon is a thin strip. Use a square image, such as the logo without the name.`,
      favicon,
    )
  }
}

/** A logo is invisible if all its colours are close to the one behind it. */
function judgeVisibility({ colors, transparent = 0 }: ImageFacts, uses: readonly ImageUse[], say: Say): void {
  // An image with its own background is visible on any colour.
  if (colors === undefined || colors.length === 0 || transparent < 0.01) return
  for (const [background, sharing] of groupByBackground(uses)) {
    const contrasts = colors.map(({ color, share }) => ({
      share,
      ratio: contrastOf(color, background) ?? 21,
    }))
    const all = contrasts.reduce((sum, { share }) => sum + share, 0)
    const visible = contrasts.reduce((sum, { share, ratio }) => (ratio < VISIBLE ? sum : sum + share), 0)
    if (visible / all >= LEAST_SHARE) continue
    const best = contrasts.reduce((most, { ratio }) => Math.max(most, ratio), 1)
    const themes = [...new Set(sharing.flatMap(({ theme }) => (theme === undefined ? [] : [`"${theme}"`])))]
    const [use] = sharing as [ImageUse]
    say(
      'image-invisible',
      `the logo is hardly visible ${slots[use.slot].title}${themes.length === 0 ? '' : ` of ${themes.join(', ')}`}: its colours are close to the background ${background} (contrast at most ${best.toFixed(2)}:1). Change the colour of the logo or of the background.`,
      use,
    )
  }
}

function groupByBackground(uses: readonly ImageUse[]): Map<string, ImageUse[]> {
  const groups = new Map<string, ImageUse[]>()
  for (const use of uses) {
    if (use.background === undefined) continue
    groups.set(use.background, [...(groups.get(use.background) ?? []), use])
  }
  return groups
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
