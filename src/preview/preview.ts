import { convert } from '../convert/convert.js'
import {
  aDocument,
  aString,
  assertOptions,
  checkThat,
  type OptionChecks,
  oneOf,
} from '../findings/assert-options.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { detectGeneration } from '../formats/detect-generation.js'
import type { Generation } from '../formats/generations.js'
import { type Role, roles } from '../formats/roles.js'
import { type WebOptions, webOptionsCheck } from '../formats/web-options.js'
import { quoted } from '../json/quoted.js'
import { isObject } from '../json/value.js'
import type { Resolution } from '../resolve/resolution.js'
import { resolveFirstThemes } from '../resolve/resolve.js'
import { type TargetId, targetFor, targetOf } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import type { AssetFolder } from '../validate/asset-folder.js'
import { validate } from '../validate/validate.js'
import { clientOf } from './clients.js'
import type { FindImage } from './find-image.js'
import { drawTheme, type PreviewFinding, type PreviewTheme, sideOf } from './theme.js'

/** Options of `preview`. */
export interface PreviewOptions {
  /** The release that shows the theme; by default the newest one of the product that the theme is for. */
  target?: TargetId
  /** The kind of the document: a `theme` (default), or the `branding` that the server merges into `base`. */
  as?: Role
  /** The theme below a branding document. */
  base?: unknown
  /** Old web options, for legacy documents. */
  webOptions?: WebOptions
  /** The only theme to draw, by its name. */
  theme?: string
  /** Finds images by their path below the site's root; without it none are drawn. */
  images?: FindImage
  /** The folder that the server serves, for the findings about images. */
  assets?: AssetFolder
}

/** The result of a preview: plain data. */
export interface Preview {
  readonly generation: Generation
  readonly target: TargetId
  /** The release that the proportions and colours of the drawings were measured in. */
  readonly measured: string
  readonly themes: readonly PreviewTheme[]
  /** The names of themes that are not drawn, because only the first 20 are. */
  readonly omitted: readonly string[]
  /** The findings about the theme that the target shows. */
  readonly findings: readonly PreviewFinding[]
  /** Why nothing is drawn, or not all of it. */
  readonly diagnostics: readonly Diagnostic[]
}

/** How many themes are drawn, unless one is named. */
const MOST_THEMES = 20

/** How many themes are resolved; real files have fewer. */
const MOST_RESOLVED = 500

const MOST_FINDINGS = 20

/** The check of each option; the target is looked up. */
const optionChecks: OptionChecks<PreviewOptions> = /* @__PURE__ */ (() => ({
  target: aString,
  as: oneOf(...roles),
  base: aDocument('the parsed theme that the branding is merged into'),
  webOptions: webOptionsCheck,
  theme: aString,
  images: checkThat((value) => typeof value === 'function', 'a function from paths to images'),
  assets: checkThat(isObject, 'an object with the function "find"'),
}))()

const contrastCodes: ReadonlySet<string> = new Set(['low-contrast', 'weak-contrast'])

/**
 * Draws what users see of a theme, page by page: what its old client showed, and what the target shows. The drawings have
 * the colours and proportions measured in ownCloud Web 12.5.0 and OpenCloud Web 7.3.0, and say so for other releases; they
 * are not copies of the interface.
 *
 * @param document a parsed `theme.json` of any generation
 * @param options the target, and where images are
 * @returns the drawings as SVG, with every value and its origin; the diagnostics say why drawings are missing
 * @throws TypeError or RangeError for wrong options, never for a wrong document
 *
 * @example
 * const { themes } = preview(document, { target: 'ocis-8' })
 * for (const { name, after } of themes) console.log(name, after?.drawings[0]?.svg)
 */
export function preview(document: unknown, options: PreviewOptions = {}): Preview {
  assertOptions(options, optionChecks)
  const { generation } = detectGeneration(document, options.as ?? 'theme')
  const target = targetFor(options.target, generation)
  const { shown, diagnostics } = shownOf(document, generation, target.id, options)
  const before = beforeOf(document, generation, target, options)
  const after =
    shown === undefined ? [] : resolveFirstThemes(shown, MOST_RESOLVED, resolveOptions(target.id, options))
  const { theme: only, images } = options
  const pairs = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    index,
    before: sideOf(before[index]),
    after: sideOf(after[index]),
  })).filter(({ before: old, after: now }) => old !== undefined || now !== undefined)
  const named =
    only === undefined
      ? pairs
      : pairs.filter(({ before: old, after: now }) => [old, now].some((each) => each?.look.name === only))
  const findings = shown === undefined ? [] : findingsOf(shown, target.id, options)
  const problems = [...diagnostics, ...(pairs.length === 0 ? after.flatMap((each) => each.diagnostics) : [])]
  if (pairs.length > 0 && named.length === 0)
    problems.push(
      unknownTheme(
        only,
        pairs.map(({ before: old, after: now }) => (now ?? old)?.look.name),
      ),
    )
  return {
    generation,
    target: target.id,
    measured: clientOf(target.id).measured,
    themes: named.slice(0, MOST_THEMES).map((pair) => drawTheme(pair, findings, images)),
    omitted: named.slice(MOST_THEMES).map(({ before: old, after: now }) => (now ?? old)?.look.name ?? ''),
    findings,
    diagnostics: problems,
  }
}

function unknownTheme(name: string | undefined, names: readonly (string | undefined)[]): Diagnostic {
  const possible = names.slice(0, MOST_THEMES).map(quoted).join(', ')
  return diagnostic('no-theme', '', `There is no theme ${quoted(name)}. Possible: ${possible}.`)
}

/** No release read the generation "unwrapped". */
const hasOldClient = (generation: Generation) => ['flat', 'named', 'wrapped'].includes(generation)

/** The themes that were shown before: by the old client, or by that of the other product. */
function beforeOf(
  document: unknown,
  generation: Generation,
  { family }: Target,
  options: PreviewOptions,
): Resolution[] {
  if (hasOldClient(generation)) return resolvedLegacy(document, options)
  const isForOther = ['current', 'opencloud'].includes(generation) && generation !== family.generation
  return isForOther ? resolveFirstThemes(document, MOST_RESOLVED, {}) : []
}

/** The document that the target's client reads. */
function shownOf(
  document: unknown,
  generation: Generation,
  id: TargetId,
  { as, webOptions }: PreviewOptions,
): { shown: unknown; diagnostics: readonly Diagnostic[] } {
  if (generation === targetOf(id).family.generation || generation === 'branding')
    return { shown: document, diagnostics: [] }
  const { theme, diagnostics } = convert(document, {
    target: id,
    ...(as !== undefined && { as }),
    ...(webOptions !== undefined && { webOptions }),
  })
  return { shown: theme, diagnostics: theme === undefined ? diagnostics : [] }
}

function resolveOptions(target: TargetId, { as, base }: PreviewOptions) {
  return { target, ...(as !== undefined && { as }), ...(base !== undefined && { base }) }
}

/** The themes of a legacy file, in the order that they have after the conversion. */
function resolvedLegacy(document: unknown, { webOptions }: PreviewOptions): Resolution[] {
  const rank = ({ choice }: Resolution) => ['default', 'default-dark'].indexOf(choice?.name ?? '') >>> 0
  return resolveFirstThemes(document, MOST_RESOLVED, webOptions === undefined ? {} : { webOptions }).sort(
    (a, b) => rank(a) - rank(b),
  )
}

function findingsOf(
  shown: unknown,
  target: TargetId,
  { as, base, assets }: PreviewOptions,
): PreviewFinding[] {
  const { diagnostics } = validate(shown, {
    ...resolveOptions(target, as === undefined ? { base } : { as, base }),
    maxFindings: MOST_FINDINGS,
    ...(assets !== undefined && { assets }),
  })
  return diagnostics.map(({ code, severity, message, pointer }, index) => ({
    number: index + 1,
    code,
    severity,
    message,
    pointer,
    isContrast: contrastCodes.has(code),
  }))
}
