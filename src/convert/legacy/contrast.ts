import { type Json, type JsonObject, own, ownObject, setOwn } from '../../document/json.js'
import { objectAt } from '../fill.js'
import { defaultsPointer, report } from '../work.js'
import type { Draft, DraftTheme, Step } from './draft.js'

/** The swatches that got a contrast colour with Web 7.0, as tokens. */
const swatches = ['brand', 'danger', 'passive', 'primary', 'success', 'warning'].map((name) => ({
  swatch: `swatch-${name}-default`,
  contrast: `swatch-${name}-contrast`,
}))

/** The contrast colours that a theme lacks, and the colour that usually stands there. */
interface Lack {
  readonly theme: DraftTheme
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
    if (wanting.length > 1 && wanting.length === lacks.length && wanting.every(({ isShared }) => isShared)) {
      add(draft, draft.defaults, defaultsPointer, contrast, wanting[0]?.inverse as Json)
    } else {
      for (const { theme, inverse } of wanting) {
        add(draft, theme.output, theme.pointer, contrast, inverse as Json)
      }
    }
  }
  for (const lack of lacks) if (lack.tokens.length > 0 && !canAdd(lack)) suggest(draft, lack)
}

function lackOf(draft: Draft, theme: DraftTheme): Lack {
  const ownTokens = paletteOf(theme.output)
  const shared = paletteOf(draft.defaults)
  const effective = (token: string) => own(ownTokens, token) ?? own(shared, token)
  return {
    theme,
    tokens: swatches
      .filter(({ swatch, contrast }) => effective(swatch) && effective(contrast) === undefined)
      .map(({ contrast }) => contrast),
    inverse: effective('text-inverse'),
    isShared: !Object.hasOwn(ownTokens, 'text-inverse'),
  }
}

const nothing: JsonObject = {}

function paletteOf(layer: JsonObject): JsonObject {
  const tokens = ownObject(layer, 'designTokens')
  return (tokens && ownObject(tokens, 'colorPalette')) ?? nothing
}

function add(draft: Draft, layer: JsonObject, pointer: string, token: string, value: Json): void {
  setOwn(objectAt(objectAt(layer, 'designTokens'), 'colorPalette'), token, value)
  const to = `${pointer}/designTokens/colorPalette/${token}`
  draft.ledger.add(null, to, 'added', 'asked for by the caller: the value of text-inverse')
}

function suggest(draft: Draft, { theme, tokens, inverse }: Lack): void {
  const usual = inverse ? ` (${String(inverse)})` : ''
  report(
    draft,
    'contrast-tokens-missing',
    `${theme.source.pointer}/designTokens/colorPalette`,
    `The theme ${JSON.stringify(theme.output['name'])} colours swatches without the colour of the text on them (${tokens.join(', ')}), which clients read since ownCloud Web 7. The usual value is that of text-inverse${usual}; the conversion adds them when asked to.`,
  )
}
