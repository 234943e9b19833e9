import {
  aDocument,
  aString,
  assertOptions,
  checkThat,
  entryOf,
  type OptionChecks,
  oneOf,
  show,
} from '../findings/assert-options.js'
import {
  FindingCollection,
  type FindingLimit,
  findingLimit,
  type OmittedFindings,
} from '../findings/collection.js'
import type { Diagnostic } from '../findings/diagnostic.js'
import { detectGeneration, generationOfBranding } from '../formats/detect-generation.js'
import { type Role, roles } from '../formats/roles.js'
import { type ImageCode, type ImageRuleSettings, imageCodes } from '../images/codes.js'
import type { ImageFacts } from '../images/image-facts.js'
import { defined } from '../json/defined.js'
import { isObject, type JsonObject } from '../json/value.js'
import { type TargetId, targetFor } from '../targets/index.js'
import { parseText, withoutMark } from '../text/parse-text.js'
import { withRanges } from '../text/ranges.js'
import { ruleSettings } from '../validate/options.js'
import type { FindingIn } from '../validate/validate-with.js'
import type { DiskAssetFolder } from './disk-assets.js'
import { aSignal } from './read-themes.js'

/** Options of `inspectImages`. */
export interface InspectOptions extends FindingLimit {
  /** The folder that the server serves, of `assetFolder`. Each image in it is inspected once. */
  assets: DiskAssetFolder
  /** The release that shows the theme; by default the newest one of the product that the theme is for. */
  target?: TargetId
  /** The kind of the file, as for `validate`. */
  as?: Role
  /** The parsed theme that a branding file is merged into, as for `validate`. */
  base?: unknown
  /** The server of the file, as for `validate`. */
  served?: 'ocis' | 'static'
  /** Severities of rules about images, or `off`. */
  rules?: ImageRuleSettings
  /** Stops before the next image. */
  signal?: AbortSignal
}

/** The result of an inspection. */
export interface ImageInspection<Finding extends Diagnostic = Diagnostic> {
  /** The release that it was checked for. */
  target: TargetId
  diagnostics: Finding[]
  /** What `maxFindings` leaves out of the diagnostics, by code. */
  omitted: OmittedFindings[]
}

/** sharp, which reads images, is not installed. */
export class MissingSharpError extends Error {
  override readonly name = 'MissingSharpError'
}

const optionChecks: OptionChecks<InspectOptions> = {
  assets: checkThat(
    (value) => isObject(value) && typeof value['path'] === 'string',
    'what assetFolder returned',
  ),
  target: aString,
  as: oneOf(...roles),
  base: aDocument('the parsed theme that the branding is merged into'),
  served: oneOf('ocis', 'static'),
  rules: checkThat(isObject, 'an object with rules'),
  signal: aSignal,
  maxFindings: findingLimit,
}

function assertRules(rules: ImageRuleSettings): void {
  const known = Object.fromEntries([...imageCodes].map((code) => [code, true]))
  for (const [code, setting] of Object.entries(rules)) {
    entryOf(known, code, 'rule about images')
    if (!ruleSettings.includes(setting))
      throw new TypeError(`The rule "${code}" must be ${ruleSettings.join(' or ')}, not ${show(setting)}.`)
  }
}

/** The inspected images of each folder. */
const lookUps = new WeakMap<DiskAssetFolder, (file: string) => Promise<ImageFacts | undefined>>()

/**
 * Inspects the images of a theme: whether browsers show each, its size fits its place, it contains no scripts, and is
 * visible on the colours of the theme. It requires sharp. Missing images are findings of `validate`.
 *
 * @param input a parsed theme of any generation, or its text
 * @param options the folder with the images, and what the theme is
 * @returns the findings: `image-unreadable`, `image-wrong-format`, `image-script`, `image-loads`, `image-heavy`,
 *   `image-animated`, `image-size`, `image-invisible`; for a text each has its range, and one that isn't JSON has the
 *   findings of `parseText` instead
 * @throws TypeError or RangeError for a wrong call, MissingSharpError without sharp, and the reason of `signal`
 *
 * @example
 * const assets = assetFolder('web/assets')
 * const { diagnostics } = validate(text, { assets })
 * diagnostics.push(...(await inspectImages(text, { assets })).diagnostics)
 */
export async function inspectImages<Input>(
  input: Input,
  options: InspectOptions,
): Promise<ImageInspection<FindingIn<Input>>> {
  return (await inspect(input, options)) as ImageInspection<FindingIn<Input>>
}

async function inspect(input: unknown, options: InspectOptions): Promise<ImageInspection> {
  assertOptions(options, optionChecks)
  const { assets, as, base, served, rules = {}, maxFindings, signal } = options
  if (assets === undefined) throw new TypeError('The option "assets" is needed: what assetFolder returned.')
  assertRules(rules)
  const text = typeof input === 'string' ? withoutMark(input) : undefined
  const { document, diagnostics } =
    text === undefined ? { document: input, diagnostics: [] } : parseText(text)
  const { generation } = detectGeneration(document, as)
  const shape =
    generation === 'branding' && isObject(document)
      ? generationOfBranding(document, base as JsonObject | undefined)
      : generation
  const target = targetFor(options.target, shape).id
  if (diagnostics.length > 0) return { target, diagnostics, omitted: [] }
  const { imageFindings, imagesBelow, loadSharp, sharpMissing } = await import('./inspect-images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) throw new MissingSharpError(sharpMissing)
  const known = lookUps.get(assets) ?? imagesBelow(sharp, assets.path)
  lookUps.set(assets, known)
  const set = new FindingCollection(maxFindings)
  const found = await imageFindings(document, defined({ target, as, base, served }), (file) => {
    signal?.throwIfAborted()
    return known(file)
  })
  for (const finding of found) {
    const setting = rules[finding.code as ImageCode]
    if (setting !== 'off') set.add({ ...finding, severity: setting ?? finding.severity })
  }
  return {
    target,
    diagnostics: text === undefined ? set.listed : withRanges(text, set.listed),
    omitted: set.omitted(),
  }
}
