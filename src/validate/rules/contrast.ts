import { LARGE_TEXT_CONTRAST, TEXT_CONTRAST } from '../../css/colors.js'
import type { RelatedPlace } from '../../findings/diagnostic.js'
import { ocis5, palette } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { getOrInsert } from '../../json/get-or-insert.js'
import { type Pointer, valueAt } from '../../json/pointer.js'
import { brief } from '../../json/quoted.js'
import type { JsonObject } from '../../json/value.js'
import type { PaintedPair } from '../../targets/contrast-pairs.js'
import { designColor, propertyOf } from '../../targets/design-colors.js'
import type { Target } from '../../targets/target.js'
import { isSet, type Layers, layersFor, placeOf, pointerOf } from '../contrast-places.js'
import { isDesignColor, isTransparent, ratioOf } from '../contrast-ratio.js'
import { effectiveToken, nameOf, tokenGroup } from '../layers.js'
import type { DocumentRule, Report, Subject } from '../rule.js'
import type { Descriptions } from '../rule-description.js'
import { meantTokens } from '../token-places.js'

export const meta = {
  'low-contrast': { severity: 'warning', title: 'Low contrast' },
  'weak-contrast': { severity: 'info', title: 'Contrast too low for small text' },
  'contrast-tokens-missing': { severity: 'info', title: 'Swatches without a contrast colour' },
} as const satisfies Metas

/** Colours that the client paints on each other, with all fallbacks of each theme. */
export const contrast: DocumentRule = {
  codes: ['low-contrast', 'weak-contrast', 'contrast-tokens-missing'],
  rank: 14,
  for: 'accepted',
  check(subject, report) {
    const seen = new Set<string>()
    const meantByDefaults = onceEach((group) =>
      meantTokens(tokenGroup(subject.defaults, group), subject.target.tokens[group]),
    )
    subject.themes.forEach((theme, index) => {
      checkTheme(subject, theme, index, meantByDefaults, seen, report)
    })
  },
}

/** The tokens that the misspelt ones of a group probably mean. */
type Meant = (group: string) => ReadonlySet<string>

/** Computes the tokens of each group once, and only on demand. */
function onceEach(meantIn: (group: string) => readonly string[]): Meant {
  const known = new Map<string, ReadonlySet<string>>()
  return (group) => getOrInsert(known, group, () => new Set(meantIn(group)))
}

/** A pair of colours of a theme that is hard to read. */
interface Weak {
  readonly pair: PaintedPair
  readonly front: string
  readonly back: string
  /** The colour that shows through the background, if it is transparent. */
  readonly below: string | undefined
  readonly ratio: number
  /** Whether the theme sets a swatch without the colour of the text on it. */
  readonly isLacking: boolean
}

function checkTheme(
  { target, defaults, branding }: Subject,
  theme: JsonObject,
  index: number,
  meantByDefaults: Meant,
  seen: Set<string>,
  report: Report,
): void {
  let lacking: PaintedPair[] | undefined
  let weak: Weak[] | undefined
  for (const pair of target.painted) {
    const { group } = pair
    const inTheme = tokenGroup(theme, group)
    const inDefaults = tokenGroup(defaults, group)
    const ownFront = effectiveToken(inTheme, inDefaults, pair.foreground)
    const ownBack = effectiveToken(inTheme, inDefaults, pair.background)
    if (ownFront === undefined && ownBack === undefined) continue
    const front = ownFront ?? designColor(target, group, pair.foreground)
    const back = ownBack ?? designColor(target, group, pair.background)
    // Without a value, the client paints the background of another pair.
    if (front === undefined || back === undefined) continue
    const below =
      pair.below === undefined
        ? undefined
        : (effectiveToken(inTheme, inDefaults, pair.below) ?? designColor(target, group, pair.below))
    const ratio = ratioOf(front, back, below ?? 'white')
    const isLacking = pair.advice !== undefined && ownFront === undefined
    if (ratio !== undefined && ratio >= TEXT_CONTRAST) continue
    // The theme doesn't change what the design system's own colours look like.
    if (
      isDesignColor(target, group, pair.foreground, front) &&
      isDesignColor(target, group, pair.background, back)
    )
      continue
    if (isLacking && (ratio === undefined || ratio >= LARGE_TEXT_CONTRAST))
      lacking = [...(lacking ?? []), pair]
    else if (ratio !== undefined)
      weak = [
        ...(weak ?? []),
        { pair, front, back, below: isTransparent(back) ? below : undefined, ratio, isLacking },
      ]
  }
  if (weak === undefined && lacking === undefined) return
  const meantByTheme = onceEach((name) => meantTokens(tokenGroup(theme, name), target.tokens[name]))
  const isMeant = isMeantBy(meantByTheme, meantByDefaults)
  weak = weak?.filter(({ pair }) => !isMeant(pair))
  lacking = lacking?.filter((pair) => !isMeant(pair))
  // For a branding file, the colour to change is the one in that file.
  const isWritten = (pointer: Pointer) =>
    branding === undefined || valueAt(branding.document, pointer) !== undefined
  const layers = layersFor(theme, defaults, index, isWritten)
  if (weak !== undefined) reportWeak(weak, target, theme, layers, seen, report)
  if (lacking !== undefined) reportLacking(lacking, theme, index, seen, report)
}

/** Whether one colour of a pair is misspelt, which is a finding of its own and may explain the contrast. */
function isMeantBy(theme: Meant, defaults: Meant): (pair: PaintedPair) => boolean {
  return ({ group, foreground, background, below }) =>
    [foreground, background, below].some(
      (token = '') => theme(group).has(token) || defaults(group).has(token),
    )
}

/**
 * Reports one finding for each mistake: if one background makes several texts unreadable, it is the one to change; if one text
 * is unreadable on several backgrounds, the text.
 */
function reportWeak(
  weak: readonly Weak[],
  target: Target,
  theme: JsonObject,
  layersOf: (group: string) => Layers,
  seen: Set<string>,
  report: Report,
): void {
  const done = new Set<Weak>()
  for (const one of weak) {
    if (done.has(one)) continue
    const layers = layersOf(one.pair.group)
    const affected = weak.filter(
      ({ pair }) => pair.group === one.pair.group && pair.background === one.pair.background,
    )
    const isBackground =
      affected.length > 1 &&
      affectsAll(affected, layers) &&
      layers.isWritten(pointerOf(one.pair.group, one.pair.background, layers))
    const pointer = isBackground
      ? pointerOf(one.pair.group, one.pair.background, layers)
      : placeOf(one.pair, layers)
    const isSameText = ({ pair }: Weak) =>
      pair.group === one.pair.group &&
      pair.foreground === one.pair.foreground &&
      (!isSet(pair.background, layers) || placeOf(pair, layers) === pointer)
    const together = isBackground ? affected : weak.filter((other) => !done.has(other) && isSameText(other))
    for (const other of together) done.add(other)
    // The usual background of a text comes first: another one is named only if it alone fails for large text.
    const isWorse = isBackground
      ? (next: Weak, first: Weak) => next.ratio < first.ratio
      : (next: Weak, first: Weak) => next.ratio < LARGE_TEXT_CONTRAST && first.ratio >= LARGE_TEXT_CONTRAST
    const worst = together.reduce((first, next) => (isWorse(next, first) ? next : first))
    const key = `${pointer} ${together.map(({ front, back }) => `${front} ${back}`).join(' ')}`
    if (seen.has(key)) continue
    seen.add(key)
    const related = together.flatMap((other): RelatedPlace[] => {
      const { group, foreground } = other.pair
      if (other === worst || !isBackground || !isSet(foreground, layers)) return []
      return [{ message: sentence(other, target), pointer: pointerOf(group, foreground, layers) }]
    })
    report(
      worst.ratio < LARGE_TEXT_CONTRAST ? 'low-contrast' : 'weak-contrast',
      pointer,
      describe(worst, target, theme, layers.index, cureOf(worst, together, target, layers, isBackground)),
      related,
    )
  }
}

/** Whether a background may be the one mistake: it is in the layer of the texts, or in a higher one. */
function affectsAll(affected: readonly Weak[], layers: Layers): boolean {
  const [one] = affected as [Weak]
  const { background } = one.pair
  if (layers.inTheme(background)) return true
  return layers.inDefaults(background) && !affected.some(({ pair }) => layers.inTheme(pair.foreground))
}

/** What to change, and on what else a text has too little contrast. */
function cureOf(
  { pair, below, isLacking }: Weak,
  together: readonly Weak[],
  target: Target,
  layers: Layers,
  isBackground: boolean,
): string {
  const { group, foreground, background, advice } = pair
  if (isLacking) return `Set ${foreground}, usually to the value of ${advice}.`
  if (isBackground) {
    const texts = together.map((weak) => weak.pair.foreground)
    return texts.some((text) => isSet(text, layers))
      ? `Make ${background} lighter or darker.`
      : `Set ${texts.join(', ')} to match it.`
  }
  const names = together.map((weak) => weak.pair.background)
  const isForgotten = isSet(foreground, layers) && !names.some((name) => isSet(name, layers))
  const all = target.painted.filter(
    (other) =>
      other.group === group &&
      other.foreground === foreground &&
      (isSet(other.background, layers) || designColor(target, group, other.background) !== undefined),
  )
  if (isForgotten && names.length < all.length) return `Set ${names.join(', ')} to match it.`
  const others = names.filter((name) => name !== background)
  const also = others.length === 0 ? '' : ` It is also weak on ${others.join(', ')}.`
  return `Make one of ${below === undefined ? 'the two' : 'them'} lighter or darker.${also}`
}

function reportLacking(
  lacking: readonly PaintedPair[],
  theme: JsonObject,
  index: number,
  seen: Set<string>,
  report: Report,
): void {
  const [first] = lacking
  if (first === undefined) return
  const isTheme = Boolean(tokenGroup(theme, first.group)?.[first.background])
  const palette = `/clients/web/${isTheme ? `themes/${index}` : 'defaults'}/designTokens/${first.group}`
  if (seen.has(palette)) return
  seen.add(palette)
  const names = lacking.map(({ foreground }) => foreground).join(', ')
  report(
    'contrast-tokens-missing',
    palette,
    `Swatches are set without the colours of the text on them (${names}), so those of the design system stay. Set ${lacking.length === 1 ? 'it' : 'them'}, usually to the value of ${first.advice}.`,
  )
}

function describe(weak: Weak, target: Target, theme: JsonObject, index: number, cure: string): string {
  const { ratio } = weak
  const name = nameOf(theme, index, target)
  return `${sentence(weak, target, ` in the theme ${name}`)}; ${ratio < LARGE_TEXT_CONTRAST ? 'below the 3:1 that WCAG 2 requires even for large text' : 'WCAG 2 requires 4.5:1 for small text'}. ${cure}`
}

function sentence({ pair, front, back, below, ratio }: Weak, target: Target, where = ''): string {
  const { group, foreground, background, shows } = pair
  const shown = Math.floor(ratio * 100) / 100
  const named = (token: string, value: string) => `--oc-${propertyOf(target, group, token)}: ${brief(value)}`
  const over = pair.below === undefined || below === undefined ? '' : `, over ${named(pair.below, below)}`
  return `${shows} has a contrast of ${shown}:1${where} (${named(foreground, front)} on ${named(background, back)}${over})`
}

export const description = (): Descriptions<typeof meta> => ({
  'low-contrast': {
    why: 'Text below a contrast of 3:1 is hard to read, above all in bright light. WCAG 2 requires 4.5:1, and 3:1 for large text. Measured on the final colours, with all fallbacks and transparency.',
    since: ocis5,
    wrong: { change: { at: `${palette}/text-default`, value: '#b0b0b0' } },
    right: { change: { at: `${palette}/text-default`, value: '#333333' } },
  },
  'weak-contrast': {
    why: 'WCAG 2 requires a contrast of 4.5:1 for text of normal size, and 3:1 for large text. This pair is between the two.',
    since: ocis5,
    wrong: { change: { at: `${palette}/text-default`, value: '#808080' } },
    right: { change: { at: `${palette}/text-default`, value: '#595959' } },
  },
  'contrast-tokens-missing': {
    why: "Since Web 7 each swatch has a colour for the text on it. A theme that sets only the swatch keeps the design system's text colour, which may be unreadable on it. Upstream recommends the value of text-inverse.",
    since: 'ownCloud Web 7.0 (oCIS 3)',
    wrong: { change: { at: `${palette}/swatch-success-default`, value: '#888888' } },
    right: {
      change: {
        at: palette,
        value: { 'swatch-success-default': '#888888', 'swatch-success-contrast': '#000000' },
      },
    },
  },
})
