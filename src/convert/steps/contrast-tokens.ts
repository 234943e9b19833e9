import { contrastOf, ratioText, TEXT_CONTRAST } from '../../css/colors.js'
import { quoted } from '../../json/quoted.js'
import { designColor } from '../../targets/design-colors.js'
import { type Draft, putUnknownKey, report, type Scope, type Step, type Theme, tokenOf } from '../draft.js'

const GROUP = 'colorPalette'
const PALETTE = 'tokens.colorPalette'

/** The swatches that got a contrast colour with Web 7.0, as tokens. */
const swatches = /* @__PURE__ */ ['brand', 'danger', 'passive', 'primary', 'success', 'warning'].map(
  (name) => ({
    swatch: `swatch-${name}-default`,
    contrast: `swatch-${name}-contrast`,
  }),
)

/** A contrast colour that a theme lacks. */
interface Lack {
  readonly theme: Theme
  readonly contrast: string
  /** Whether the design system's own colour is hard to read on the swatch, or its contrast is unknown. */
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
  const lacks = draft.themes.flatMap((theme) => swatches.flatMap((each) => lackOf(draft, theme, each) ?? []))
  const added = isAsked ? lacks.filter(({ pick }) => pick !== undefined) : []
  for (const { contrast } of swatches)
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

function lackOf(
  { defaults, target }: Draft,
  theme: Theme,
  { swatch, contrast }: (typeof swatches)[number],
): Lack | undefined {
  const effective = (token: string) => tokenOf(theme, PALETTE, token) ?? tokenOf(defaults, PALETTE, token)
  // Legacy files have been checked, so tokens are strings; an empty one is not set.
  const color = (token: string) => (effective(token) as string | undefined) || undefined
  const background = color(swatch)
  if (background === undefined || effective(contrast) !== undefined) return undefined
  const below = color('background-default') ?? (designColor(target, GROUP, 'background-default') as string)
  const ratioOn = (text: string | undefined) =>
    text === undefined ? undefined : contrastOf(text, background, below)
  const own = ratioOn(designColor(target, GROUP, contrast))
  return {
    theme,
    contrast,
    isHard: own === undefined || own < TEXT_CONTRAST,
    pick: pickFor(background, color('text-inverse'), ratioOn),
    isShared: tokenOf(theme, PALETTE, 'text-inverse') === undefined,
  }
}

/**
 * `text-inverse` if it is readable or its contrast is unknown; else black or white, one of which is readable on any
 * background.
 */
function pickFor(
  background: string,
  inverse: string | undefined,
  ratioOn: (text: string | undefined) => number | undefined,
): Lack['pick'] {
  const usual = ratioOn(inverse)
  if (inverse !== undefined && (usual === undefined || usual >= TEXT_CONTRAST)) {
    return { color: inverse, reason: 'requested: value of text-inverse' }
  }
  const [best] = ['#000000', '#ffffff']
    .flatMap((color) => {
      const ratio = ratioOn(color)
      return ratio === undefined ? [] : [{ color, ratio }]
    })
    .sort((a, b) => b.ratio - a.ratio)
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
const paletteOf = ({ from, spots }: Theme) => from + (spots.get(PALETTE)?.path ?? '')

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
