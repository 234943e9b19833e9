import { contrastOf, ratioText, TEXT_CONTRAST } from '../../css/colors.js'
import { quoted } from '../../json/quoted.js'
import { designColor } from '../../targets/design-colors.js'
import {
  type Draft,
  inputPointerOf,
  putUnknownKey,
  report,
  type Scope,
  type Step,
  type Theme,
  tokenOf,
} from '../draft.js'

const GROUP = 'colorPalette'
const PALETTE = 'tokens.colorPalette'

/** A contrast colour that a theme lacks. */
interface Lack {
  readonly theme: Theme
  readonly contrast: string
  /** Whether the design system's own colour is hard to read on the swatch and another isn't, or its contrast is unknown. */
  readonly isHard: boolean
  /** The colour to use; `undefined` if no readable one is known. */
  readonly pick: { readonly color: string; readonly reason: string; readonly instead?: string } | undefined
  /** Whether the theme has `text-inverse` from the defaults, or not at all. */
  readonly isShared: boolean
}

/**
 * Themes from before Web 7 set swatches without the colour of the text on them. Upstream recommends the value of
 * `text-inverse`. On request it is added if it is readable, else black or white; without a request it is suggested if the
 * text would be hard to read.
 */
export const suggestContrast: Step = (draft) => {
  const isAsked = draft.options.addContrastTokens === true
  // Only those that the target paints texts with.
  const contrasts = new Set(
    draft.target.painted.flatMap(({ foreground, advice }) => (advice ? foreground : [])),
  )
  const lacks = draft.themes.flatMap((theme) =>
    [...contrasts].flatMap((contrast) => lackOf(draft, theme, contrast) ?? []),
  )
  const added = isAsked ? lacks.filter(({ pick }) => pick !== undefined) : []
  for (const contrast of contrasts)
    addAll(
      draft,
      added.filter((lack) => lack.contrast === contrast),
    )
  const left = lacks.filter((lack) => !added.includes(lack) && lack.isHard)
  for (const theme of draft.themes)
    suggest(
      draft,
      theme,
      left.filter((lack) => lack.theme === theme),
    )
}

function lackOf({ defaults, target }: Draft, theme: Theme, contrast: string): Lack | undefined {
  const effective = (token: string) => tokenOf(theme, PALETTE, token) ?? tokenOf(defaults, PALETTE, token)
  // Legacy files have been checked, so tokens are strings; an empty one is not set.
  const color = (token: string) => (effective(token) as string | undefined) || undefined
  const pairs = target.painted.filter(({ foreground }) => foreground === contrast)
  if (effective(contrast) !== undefined || !pairs.some(({ background }) => color(background)))
    return undefined
  const shown = (token: string) => color(token) ?? (designColor(target, GROUP, token) as string)
  const below = shown('background-default')
  const backgrounds = pairs.map(({ background }) => shown(background))
  const ratioOn = (text = '') => {
    const ratios = backgrounds.map((background) => contrastOf(text, background, below) ?? Number.NaN)
    const least = Math.min(...ratios)
    return Number.isNaN(least) ? undefined : least
  }
  const own = ratioOn(designColor(target, GROUP, contrast))
  const pick = pickFor(backgrounds.join(' and '), color('text-inverse'), ratioOn)
  return {
    theme,
    contrast,
    isHard: own === undefined || (own < TEXT_CONTRAST && own < (ratioOn(pick?.color) ?? TEXT_CONTRAST)),
    pick,
    isShared: tokenOf(theme, PALETTE, 'text-inverse') === undefined,
  }
}

/**
 * `text-inverse` if it is readable or its contrast is unknown; else black or white, whichever is easier to read.
 */
function pickFor(
  background: string,
  inverse: string | undefined,
  ratioOn: (text: string | undefined) => number | undefined,
): Lack['pick'] {
  const usual = ratioOn(inverse)
  const [best] = ['#000000', '#ffffff']
    .flatMap((color) => {
      const ratio = ratioOn(color)
      return ratio === undefined ? [] : [{ color, ratio }]
    })
    .sort((a, b) => b.ratio - a.ratio)
  if (inverse !== undefined && (usual === undefined || usual >= Math.min(TEXT_CONTRAST, best?.ratio ?? 0)))
    return { color: inverse, reason: 'requested: value of text-inverse' }
  if (best === undefined) return undefined

  const instead =
    usual === undefined
      ? `there is no text-inverse; this one has ${ratioText(best.ratio)} on ${background}`
      : `text-inverse (${inverse}) has a contrast of only ${ratioText(usual)} on ${background}, this one ${ratioText(best.ratio)}`
  return { color: best.color, reason: `requested: ${instead}`, instead }
}

/** Adds one token: to the defaults if all themes lack it and get the same colour, else to each theme. */
function addAll(draft: Draft, lacks: readonly Lack[]): void {
  const [first] = lacks
  if (first?.pick === undefined) return
  const { contrast, pick } = first
  const isShared =
    lacks.length > 1 &&
    lacks.length === draft.themes.length &&
    lacks.every((lack) => lack.isShared && lack.pick?.color === pick.color)
  const add = (scope: Scope, { color, reason }: NonNullable<Lack['pick']>) =>
    putUnknownKey(scope, PALETTE, contrast, { value: color, from: null, action: 'added', reason })
  if (isShared) add(draft.defaults, pick)
  else for (const lack of lacks) if (lack.pick !== undefined) add(lack.theme, lack.pick)
  for (const { theme, pick: own } of lacks) {
    if (own?.instead === undefined) continue
    const what = `${contrast} of the theme ${nameOf(theme)} was set to ${own.color}: ${own.instead}.`
    report(draft, 'contrast-tokens-missing', paletteOf(theme), what)
  }
}

const nameOf = ({ values }: Theme) => quoted(values.get('theme.name')?.value)
const paletteOf = (theme: Theme) => inputPointerOf(theme, PALETTE)

function suggest(draft: Draft, theme: Theme, lacks: readonly Lack[]): void {
  if (lacks.length === 0) return
  const tokens = lacks.map(({ contrast, pick }) =>
    pick === undefined ? contrast : `${contrast}: ${pick.color}`,
  )
  report(
    draft,
    'contrast-tokens-missing',
    paletteOf(theme),
    `The theme ${nameOf(theme)} sets swatches without the colours of the text on them, which clients read since ownCloud Web 7. Those of the design system are hard to read there. Set ${tokens.join(', ')}; convert adds them with --add-contrast (in the library: addContrastTokens), also before a migration.`,
  )
}
