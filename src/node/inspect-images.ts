import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostic } from '../findings/diagnostic.js'
import { type ImageFacts, meanColor, type PixelColor } from '../images/image-facts.js'
import { type ImageUse, judgeImage } from '../images/judge.js'
import { isTooComplex, readSvg } from '../images/svg.js'
import { imageUses } from '../images/uses.js'
import { getOrInsert } from '../json/get-or-insert.js'
import type { ResolveOptions } from '../resolve/resolution.js'
import type { ImageFormat } from '../validate/image-formats.js'
import { ownKindAt } from './is-there.js'

type Sharp = typeof import('sharp')['default']

/** Larger files are not read. */
const MAX_BYTES = 20_000_000
/** Larger SVG files are not read: their elements take a hundred times as much memory as their text. */
const MAX_DRAWING_BYTES = 2_000_000
/** Larger images are not unpacked: a small file can be a huge picture. */
export const MAX_PIXELS = 50_000_000
/** Colours are counted on a copy of at most this width and height. */
const SAMPLE = 64
const SECONDS = 20

/** The message where images can't be inspected. */
export const sharpMissing =
  'Images were not inspected, because sharp is not installed: npm install sharp (beside theme-convert).'

/** Loads sharp; `undefined` where it isn't installed. */
export async function loadSharp(): Promise<Sharp | undefined> {
  try {
    return (await import('sharp')).default
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // One that was installed for another system counts as missing, too.
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || /sharp/.test(message))
      return undefined
    throw error
  }
}

/**
 * Inspects an image within limits of memory and time. What is wrong with the file is in the facts: nothing is thrown.
 *
 * @param root the folder that the path is below
 * @param file the path of the image, with slashes
 * @returns `undefined` when there is no such file
 */
export async function inspectImage(
  sharp: Sharp,
  root: string,
  file: string,
): Promise<ImageFacts | undefined> {
  const stats = ownKindAt(path.join(root, file))
  if (stats === undefined || !stats.isFile()) return undefined
  const facts = { path: file, bytes: stats.size }
  if (stats.size > MAX_BYTES) {
    return { ...facts, format: undefined, problem: `the file has ${Math.round(stats.size / 1_000_000)} MB` }
  }
  const bytes = readFileSync(path.join(root, file))
  const known = simpleFormat(bytes)
  if (known !== undefined) return { ...facts, format: known }
  const problem = drawingProblem(bytes)
  if (problem !== undefined) return { ...facts, format: undefined, problem }
  try {
    return { ...facts, ...(await readImage(sharp, bytes)) }
  } catch (error) {
    // sharp throws plain errors with technical messages.
    if (!(error instanceof Error)) throw error
    return { ...facts, format: undefined, problem: problemOf(error) }
  }
}

function problemOf({ message }: Error): string {
  if (/pixel limit/i.test(message)) return `the image has more than ${MAX_PIXELS / 1_000_000} million pixels`
  if (/timeout/i.test(message)) return `the image could not be read within ${SECONDS} seconds`
  return 'not an image that browsers show, or damaged'
}

/** The formats that browsers show but sharp can't read. */
function simpleFormat(bytes: Buffer): ImageFormat | undefined {
  if (bytes.subarray(0, 4).equals(Buffer.from([0, 0, 1, 0]))) return 'ico'
  return bytes.subarray(0, 2).toString('latin1') === 'BM' ? 'bmp' : undefined
}

/** Why an SVG can't be read within the limits; `undefined` for other files, too. */
function drawingProblem(bytes: Buffer): string | undefined {
  // Unpacking could take any amount of memory.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return "the file is compressed (as .svgz), which servers don't announce to browsers"
  }
  const start = bytes
    .subarray(0, 100)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  if (!start.trimStart().startsWith('<')) return undefined
  if (bytes.length <= MAX_DRAWING_BYTES)
    return isTooComplex(bytes.toString('utf8')) ? 'the SVG repeats its parts too often' : undefined
  return `the SVG has ${(bytes.length / 1_000_000).toFixed(1)} MB, more than the limit of ${MAX_DRAWING_BYTES / 1_000_000} MB`
}

/** The number of frames of a PNG file, which sharp doesn't report. */
function pngFrames(bytes: Buffer): number {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'acTL') return bytes.readUInt32BE(at + 8)
    if (type === 'IDAT') return 1
  }
  return 1
}

async function readImage(sharp: Sharp, bytes: Buffer): Promise<Omit<ImageFacts, 'path' | 'bytes'>> {
  const open = () =>
    sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).timeout({ seconds: SECONDS })
  const { format: name, compression, width, height, pages = 1 } = await open().metadata()
  const format = formatOf(name, compression)
  if (format === undefined) return { format, problem: `the format is ${name}, which browsers don't show` }
  const svg = format === 'svg' ? readSvg(bytes.toString('utf8')) : undefined
  if (format === 'svg' && svg === undefined) {
    return { format: undefined, problem: "not a well-formed SVG, so browsers don't show it" }
  }
  const { data, info } = await open()
    .resize(SAMPLE, SAMPLE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    format,
    width,
    height,
    frames: format === 'png' ? pngFrames(bytes) : pages,
    ...countColors(data, info.channels),
    ...(svg !== undefined && svg),
  }
}

const formats: ReadonlySet<string> = new Set(['png', 'jpeg', 'gif', 'webp', 'svg'])

function formatOf(name: string, compression: string | undefined): ImageFormat | undefined {
  if (name === 'heif' && compression === 'av1') return 'avif'
  return formats.has(name) ? (name as ImageFormat) : undefined
}

/** Colours are rounded to multiples of this in each channel. */
const STEP = 16

function countColors(pixels: Buffer, channels: number): { colors: PixelColor[]; transparent: number } {
  const counts = new Map<string, number>()
  const total = pixels.length / channels
  let transparent = 0
  for (let at = 0; at < pixels.length; at += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = pixels.subarray(at, at + 4)
    if (alpha < 255) transparent += 1 - alpha / 255
    if (alpha < STEP) continue
    const [r, g, b] = [red, green, blue].map((value) => Math.min(255, Math.round(value / STEP) * STEP))
    const color = `rgb(${r} ${g} ${b} / ${(Math.round((alpha / 255) * 10) / 10).toFixed(1)})`
    counts.set(color, (counts.get(color) ?? 0) + alpha / 255)
  }
  return {
    colors: [...counts].map(([color, count]) => ({ color, share: count / total })),
    transparent: transparent / total,
  }
}

/** Inspects every image of a theme file, on the background that each of its themes has. */
export async function imageFindings(
  document: unknown,
  options: ResolveOptions,
  lookUp: (path: string) => Promise<ImageFacts | undefined>,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const [path, uses] of imageUses(document, options)) {
    const facts = await lookUp(path)
    if (facts === undefined) continue
    const painted: ImageUse[] = []
    for (const use of uses) {
      const picture = use.over === undefined ? undefined : await lookUp(use.over)
      const background = picture === undefined ? use.background : meanColor(picture)
      painted.push({ ...use, ...(background !== undefined && { background }) })
    }
    found.push(...judgeImage(facts, painted))
  }
  return found
}

/** Looks up images below a folder, and inspects each once. */
export function imagesBelow(
  sharp: Sharp,
  root: string,
  actual: (file: string) => string = (file) => file,
): (path: string) => Promise<ImageFacts | undefined> {
  const known = new Map<string, Promise<ImageFacts | undefined>>()
  return (file) => {
    return getOrInsert(known, file, () =>
      inspectImage(sharp, root, actual(file)).then((seen) => seen && { ...seen, path: file }),
    )
  }
}

/**
 * Makes a favicon of a logo: a square PNG, transparent around what isn't square.
 *
 * @returns why there is none when the logo can't be read
 */
export async function faviconOf(
  sharp: Sharp,
  root: string,
  file: string,
): Promise<Buffer | { readonly problem: string }> {
  const facts = await inspectImage(sharp, root, file)
  if (facts === undefined) return { problem: 'there is no such file' }
  const { format, width, problem = `sharp can't read the format ${format}` } = facts
  if (format === undefined || width === undefined) return { problem }
  try {
    return await sharp(readFileSync(path.join(root, file)), { limitInputPixels: MAX_PIXELS })
      .timeout({ seconds: SECONDS })
      .resize(64, 64, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png()
      .toBuffer()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { problem: problemOf(error) }
  }
}
