import { aString, assertOptions, oneOf } from '../findings/assert-options.js'
import { detectGeneration } from '../formats/detect-generation.js'
import type { Generation, GenerationDetection } from '../formats/generations.js'
import { type Role, roles } from '../formats/roles.js'
import { isObject, type Json, type JsonObject } from '../json/value.js'
import type { Difference } from './differences.js'
import { type LogoImage, logoImages } from './logo-images.js'
import { looksServerWritten } from './server-text.js'
import { type Comparison, compareWithShipped, type Verdict } from './verdict.js'

/** The result of `detect`. */
export interface Detection extends GenerationDetection {
  /**
   * Whether the file is customised or was written by a logo upload, for legacy files and those of oCIS 5; `shipped` also
   * for themes that OpenCloud shipped; `null` for all others.
   */
  verdict: Verdict | null
  /** The releases whose shipped theme is nearest; `null` without a verdict. */
  shipped: string | null
  /** The values that differ from the nearest shipped theme. */
  differences: Difference[]
  /** The images in the slots of the logo that differ from the shipped one. */
  logos: LogoImage[]
  /** Whether the server probably wrote the text last (not certain); `null` without a text or a verdict. */
  looksServerWritten: boolean | null
  /** What to do with the file; `null` without a verdict. */
  recommendation: string | null
}

/** Additional information for `detect`. */
export interface DetectOptions {
  /** The text that the document was parsed from. */
  text?: string
  /** The kind of the file, if known: a part of a theme may be a branding file. */
  as?: Role
}

/**
 * Detects the generation of a document by its structure, and whether it is customised or was written by a logo
 * upload, by comparing its values with the shipped themes.
 *
 * Any JSON value is accepted, and nothing is changed.
 *
 * @param document a parsed `theme.json`
 * @param options the text of the document, to detect whether the server wrote it last
 * @returns the generation with the reasons for it (`mixed` and `unknown` are answers too), and the verdict with
 *   every value that differs from the nearest shipped theme
 * @throws TypeError for wrong options, never for a wrong document
 *
 * @example
 * const { generation, verdict, recommendation } = detect(JSON.parse(text), { text })
 * // 'wrapped', 'logo-only', 'Delete it …'
 */
export function detect(document: unknown, options: DetectOptions = {}): Detection {
  assertOptions(options, { text: aString, as: oneOf(...roles) })
  const found = detectGeneration(document, options.as)
  const comparison = compareWithShipped(document, found.generation)
  const serverWritten =
    options.text === undefined || comparison === undefined
      ? null
      : looksServerWritten(options.text, document as Json)
  const hasUploads = comparison !== undefined && found.generation !== 'opencloud'
  const logos = hasUploads && isObject(document) ? logoImages(document as JsonObject) : []
  return {
    ...found,
    verdict: comparison?.verdict ?? null,
    shipped: comparison?.nearest.releases ?? null,
    differences: comparison?.differences ?? [],
    logos,
    looksServerWritten: serverWritten,
    recommendation:
      comparison === undefined
        ? null
        : recommend(comparison, found.generation, logos, serverWritten === true),
  }
}

function recommend(
  comparison: Comparison,
  generation: Generation,
  logos: readonly LogoImage[],
  serverWritten: boolean,
): string {
  const { verdict, nearest, differences } = comparison
  if (verdict === 'shipped') {
    return `Delete it: it is an unmodified copy of the theme that ${nearest.releases} shipped, and it hides those of later releases.`
  }
  if (verdict === 'logo-only') {
    return `Delete it: it is a copy of the theme of ${nearest.releases} written by a logo upload; only the logo differs. To keep the logo ${logos[0]?.path}, upload it again after the upgrade, or first let "theme-convert convert --branding-out" (in the library: brandingFor) write the branding file for the new server.`
  }
  const isOnlyLogo = differences.every(({ pointer }) => nearest.slots.includes(pointer))
  if (isOnlyLogo) {
    return `Convert it, or delete it if you only need its logo: it is the theme of ${nearest.releases} with another logo, but not written by a logo upload, ${whyNoUpload(comparison, logos)}.`
  }
  if (generation === 'flat' || generation === 'unwrapped') {
    return 'Convert it: themes of this generation are older than the logo upload.'
  }
  const upload = serverWritten ? ' It was probably last written by a logo upload.' : ''
  const count = differences.length === 1 ? 'one value differs' : `${differences.length} values differ`
  return `Convert it: customised theme; ${count} from that of ${nearest.releases}.${upload}`
}

/** Why a file in which only the logo differs was not written by a logo upload. */
function whyNoUpload({ nearest, differences }: Comparison, logos: readonly LogoImage[]): string {
  if (logos.length > 1) return 'which puts the same image into every slot'
  const [logo] = logos
  if (logo === undefined || differences.length < nearest.slots.length) {
    return `which fills ${nearest.slots.join(', ')}`
  }
  return 'which puts .jpg, .jpeg, .png and .gif files into branding/'
}
