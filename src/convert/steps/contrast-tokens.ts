import type { Json } from '../../json/value.js'
import { type Draft, putStranger, report, type Scope, type Step, type Theme, tokenOf } from '../draft.js'

const PALETTE = 'tokens.colorPalette'

/** The swatches that got a contrast colour with Web 7.0, as tokens. */
const swatches = ['brand', 'danger', 'passive', 'primary', 'success', 'warning'].map((name) => ({
  swatch: `swatch-${name}-default`,
  contrast: `swatch-${name}-contrast`,
}))

/** The contrast colours that a theme lacks, and the colour that usually stands there. */
interface Lack {
  readonly theme: Theme
  readonly tokens: readonly string[]
  readonly inverse: Json | undefined
  /** Whether the theme has the colour from what all themes share. */
  readonly isShared: boolean
}

/**
 * Themes from before Web 7 colour their swatches and not the text on them. Upstream advises the value of
 * `text-inverse`: suggested here, and added only on request.
 */
export const suggestContrast: Step = (draft) => {
  const lacks = draft.themes.map((theme) => lackOf(draft, theme))
  const canAdd = ({ inverse }: Lack) => draft.options.addContrastTokens === true && Boolean(inverse)
  for (const { contrast } of swatches) {
    const wanting = lacks.filter((lack) => lack.tokens.includes(contrast) && canAdd(lack))
    const isShared =
      wanting.length > 1 && wanting.length === lacks.length && wanting.every((lack) => lack.isShared)
    if (isShared) add(draft.defaults, contrast, wanting[0]?.inverse as Json)
    else for (const { theme, inverse } of wanting) add(theme, contrast, inverse as Json)
  }
  for (const lack of lacks) if (lack.tokens.length > 0 && !canAdd(lack)) suggest(draft, lack)
}

function lackOf({ defaults }: Draft, theme: Theme): Lack {
  const effective = (token: string) => tokenOf(theme, PALETTE, token) ?? tokenOf(defaults, PALETTE, token)
  return {
    theme,
    tokens: swatches
      .filter(({ swatch, contrast }) => effective(swatch) && effective(contrast) === undefined)
      .map(({ contrast }) => contrast),
    inverse: effective('text-inverse'),
    isShared: tokenOf(theme, PALETTE, 'text-inverse') === undefined,
  }
}

function add(scope: Scope, token: string, value: Json): void {
  const reason = 'asked for by the caller: the value of text-inverse'
  putStranger(scope, PALETTE, token, { value, from: null, action: 'added', reason })
}

function suggest(draft: Draft, { theme, tokens, inverse }: Lack): void {
  const usual = inverse ? ` (${String(inverse)})` : ''
  const name = JSON.stringify(theme.values.get('theme.name')?.value)
  const { path } = theme.spots.get(PALETTE) ?? { path: '' }
  report(
    draft,
    'contrast-tokens-missing',
    theme.from + path,
    `The theme ${name} colours swatches without the colour of the text on them (${tokens.join(', ')}), which clients read since ownCloud Web 7. The usual value is that of text-inverse${usual}; the conversion adds them when asked to.`,
  )
}
