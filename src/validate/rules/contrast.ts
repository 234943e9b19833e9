import { contrastOf } from '../../document/colors.js'
import type { JsonObject } from '../../document/json.js'
import { tokenValue } from '../../resolve/properties.js'
import type { PaintedPair } from '../../targets/painted-pairs.js'
import type { Target } from '../../targets/target.js'
import { type Effective, effectiveText } from '../layers.js'
import type { AcceptedSubject, DocumentRule, Report } from '../rule.js'

/** What WCAG 2 asks for large text, and for all other text. */
const LARGE_TEXT = 3
const TEXT = 4.5

/** Colours that the client paints on each other, after the whole fallback chain of each theme. */
export const contrast: DocumentRule = {
  codes: ['low-contrast', 'weak-contrast', 'contrast-tokens-missing'],
  for: 'accepted',
  check(subject, report) {
    const seen = new Set<string>()
    subject.themes.forEach((theme, index) => {
      checkTheme(subject, theme, index, seen, report)
    })
  },
}

function checkTheme(
  { target, defaults }: AcceptedSubject,
  theme: JsonObject,
  index: number,
  seen: Set<string>,
  report: Report,
): void {
  const color = (group: string, token: string) => {
    const own = effectiveText(defaults, theme, index, ['designTokens', group, token])
    return { own, text: own?.text ?? designColor(target, group, token) }
  }
  const lacking: PaintedPair[] = []
  for (const pair of target.painted) {
    const foreground = color(pair.group, pair.foreground)
    const background = color(pair.group, pair.background)
    const place = placeOf(foreground.own, background.own)
    if (place === undefined || foreground.text === undefined || background.text === undefined) continue
    const below = pair.below === undefined ? undefined : color(pair.group, pair.below).text
    const ratio = ratioOf(foreground.text, background.text, below)
    if (ratio === undefined) continue
    const isLacking = pair.advice !== undefined && foreground.own === undefined
    if (isLacking && ratio >= TEXT) lacking.push(pair)
    const key = `${place.pointer} ${pair.foreground} ${foreground.text} ${background.text}`
    if (ratio >= TEXT || seen.has(key)) continue
    seen.add(key)
    report(
      ratio < LARGE_TEXT ? 'low-contrast' : 'weak-contrast',
      place.pointer,
      describe(pair, target, theme, [foreground.text, background.text], ratio, isLacking),
    )
  }
  const [first] = lacking
  if (first === undefined) return
  const place = color(first.group, first.background).own as Effective
  const palette = place.pointer.slice(0, place.pointer.lastIndexOf('/'))
  if (seen.has(palette)) return
  seen.add(palette)
  const names = lacking.map(({ foreground }) => foreground).join(', ')
  report(
    'contrast-tokens-missing',
    palette,
    `Swatches are coloured without the colour of the text on them (${names}), which stays the design system's. Set ${lacking.length === 1 ? 'it' : 'them'}, usually to the value of ${first.advice}.`,
  )
}

/** The place to change: that of a theme rather than of all themes, that of the text rather than of what is below. */
function placeOf(
  foreground: Effective | undefined,
  background: Effective | undefined,
): Effective | undefined {
  if (foreground?.isTheme) return foreground
  return background?.isTheme ? background : (foreground ?? background)
}

function describe(
  { group, foreground, background, shows, advice }: PaintedPair,
  target: Target,
  theme: JsonObject,
  [front, back]: readonly [string, string],
  ratio: number,
  isLacking: boolean,
): string {
  const prefix = prefixOf(target, group)
  const name = JSON.stringify(theme[target.choice.titleKey] ?? '')
  const cure = isLacking
    ? `Set ${foreground}, usually to the value of ${advice}.`
    : 'Make one of the two lighter or darker.'
  const shown = Math.floor(ratio * 100) / 100
  return `${shows} has a contrast of ${shown}:1 in the theme ${name} (--oc-${prefix}${foreground}: ${front} on --oc-${prefix}${background}: ${back}); ${ratio < LARGE_TEXT ? 'few people can read that' : 'small text needs 4.5:1'}. ${cure}`
}

function prefixOf({ properties }: Target, group: string): string {
  return properties.store.find((rule) => rule.group === group)?.prefix ?? ''
}

const designColors = new WeakMap<Target, Map<string, string | undefined>>()

/** The design system's own colour of a token. */
function designColor(target: Target, group: string, token: string): string | undefined {
  let colors = designColors.get(target)
  if (colors === undefined) {
    colors = new Map()
    designColors.set(target, colors)
  }
  const name = prefixOf(target, group) + token
  let value = colors.get(name)
  if (value === undefined && !colors.has(name)) {
    value = Object.hasOwn(target.designTokens, name) ? tokenValue(target.designTokens, name) : undefined
    colors.set(name, value)
  }
  return value
}

/** Ratios by their colours: those of a theme come again in its next version, and in many files. */
const ratios = new Map<string, number | undefined>()
const MAX_REMEMBERED = 4096

function ratioOf(foreground: string, background: string, below: string | undefined): number | undefined {
  const key = `${foreground} ${background} ${below ?? ''}`
  let ratio = ratios.get(key)
  if (ratio === undefined && !ratios.has(key)) {
    ratio =
      below === undefined ? contrastOf(foreground, background) : contrastOf(foreground, background, below)
    if (ratios.size >= MAX_REMEMBERED) ratios.clear()
    if (key.length < 200) ratios.set(key, ratio)
  }
  return ratio
}
