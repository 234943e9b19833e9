import { contrastOf } from '../../document/colors.js'
import type { JsonObject } from '../../document/json.js'
import { tokenValue } from '../../resolve/properties.js'
import type { PaintedPair } from '../../targets/painted-pairs.js'
import type { Target } from '../../targets/target.js'
import { effectiveToken, tokenGroup } from '../layers.js'
import type { DocumentRule, Report, Subject } from '../rule.js'

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
  { target, defaults }: Subject,
  theme: JsonObject,
  index: number,
  seen: Set<string>,
  report: Report,
): void {
  let lacking: PaintedPair[] | undefined
  let group = ''
  let inTheme: JsonObject | undefined
  let inDefaults: JsonObject | undefined
  const pointerIn = (pair: PaintedPair, token: string, isTheme: boolean) =>
    `/clients/web/${isTheme ? `themes/${index}` : 'defaults'}/designTokens/${pair.group}/${token}`
  for (const pair of target.painted) {
    if (pair.group !== group) {
      group = pair.group
      inTheme = tokenGroup(theme, group)
      inDefaults = tokenGroup(defaults, group)
    }
    const ownFront = effectiveToken(inTheme, inDefaults, pair.foreground)
    const ownBack = effectiveToken(inTheme, inDefaults, pair.background)
    if (ownFront === undefined && ownBack === undefined) continue
    const front = ownFront ?? designColor(target, group, pair.foreground)
    const back = ownBack ?? designColor(target, group, pair.background)
    if (front === undefined || back === undefined) continue
    const below =
      pair.below === undefined
        ? ''
        : (effectiveToken(inTheme, inDefaults, pair.below) ?? designColor(target, group, pair.below) ?? '')
    const ratio = ratioOf(front, back, below)
    if (ratio === undefined) continue
    const isLacking = pair.advice !== undefined && ownFront === undefined
    if (ratio >= TEXT) {
      if (isLacking) lacking = [...(lacking ?? []), pair]
      continue
    }
    // The place to change: that of a theme rather than of all themes, that of the text rather than of what is below.
    const isIn = (map: JsonObject | undefined, token: string) => Boolean(map?.[token])
    const pointer = isIn(inTheme, pair.foreground)
      ? pointerIn(pair, pair.foreground, true)
      : isIn(inTheme, pair.background)
        ? pointerIn(pair, pair.background, true)
        : pointerIn(pair, ownFront === undefined ? pair.background : pair.foreground, false)
    const key = `${pointer} ${front} ${back}`
    if (seen.has(key)) continue
    seen.add(key)
    report(
      ratio < LARGE_TEXT ? 'low-contrast' : 'weak-contrast',
      pointer,
      describe(pair, target, theme, [front, back], ratio, isLacking),
    )
  }
  const [first] = lacking ?? []
  if (first === undefined || lacking === undefined) return
  const isTheme = Boolean(tokenGroup(theme, first.group)?.[first.background])
  const palette = pointerIn(first, '', isTheme).slice(0, -1)
  if (seen.has(palette)) return
  seen.add(palette)
  const names = lacking.map(({ foreground }) => foreground).join(', ')
  report(
    'contrast-tokens-missing',
    palette,
    `Swatches are coloured without the colour of the text on them (${names}), which stays the design system's. Set ${lacking.length === 1 ? 'it' : 'them'}, usually to the value of ${first.advice}.`,
  )
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
const ratios = new Map<string, Map<string, number | undefined>>()
const MAX_REMEMBERED = 1024

function ratioOf(front: string, back: string, below: string): number | undefined {
  let known = ratios.get(front)
  if (known === undefined) {
    if (ratios.size >= MAX_REMEMBERED) ratios.clear()
    known = new Map()
    ratios.set(front, known)
  }
  // What is below shows only through a transparent background.
  const isOpaque = back.length === '#rrggbb'.length && back.startsWith('#')
  const key = isOpaque ? back : `${back} ${below}`
  let ratio = known.get(key)
  if (ratio === undefined && !known.has(key)) {
    ratio = below === '' ? contrastOf(front, back) : contrastOf(front, back, below)
    if (known.size >= MAX_REMEMBERED) known.clear()
    known.set(key, ratio)
  }
  return ratio
}
