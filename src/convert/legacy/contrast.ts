import { own, ownObject, setOwn } from '../../document/json.js'
import { report } from '../work.js'
import type { DraftTheme, Step } from './draft.js'

/** The swatches that got a contrast colour with Web 7.0, as tokens. */
const swatches = ['brand', 'danger', 'passive', 'primary', 'success', 'warning'].map((name) => ({
  swatch: `swatch-${name}-default`,
  contrast: `swatch-${name}-contrast`,
}))

/**
 * Themes from before Web 7 colour their swatches and not the text on them. Upstream advises the value of
 * `text-inverse`: suggested here, and added only on request.
 */
export const suggestContrast: Step = (draft) => {
  for (const theme of draft.themes) {
    const palette = paletteOf(theme)
    if (palette === undefined) continue
    const inDefaults = ownObject(ownObject(draft.defaults, 'designTokens') ?? {}, 'colorPalette') ?? {}
    const effective = (token: string) => own(palette, token) ?? own(inDefaults, token)
    const missing = swatches.filter(
      ({ swatch, contrast }) => effective(swatch) && effective(contrast) === undefined,
    )
    if (missing.length === 0) continue
    const inverse = effective('text-inverse')
    const name = JSON.stringify(theme.output['name'])
    const tokens = missing.map(({ contrast }) => contrast).join(', ')
    if (draft.options.addContrastTokens === true && typeof inverse === 'string' && inverse !== '') {
      for (const { contrast } of missing) {
        setOwn(palette, contrast, inverse)
        const to = `${theme.pointer}/designTokens/colorPalette/${contrast}`
        draft.ledger.add(null, to, 'added', 'asked for by the caller: the value of text-inverse')
      }
      continue
    }
    report(
      draft,
      'contrast-tokens-missing',
      `${theme.source.pointer}/designTokens/colorPalette`,
      `The theme ${name} colours swatches without the colour of the text on them (${tokens}), which clients read since ownCloud Web 7. The usual value is that of text-inverse${inverse ? ` (${String(inverse)})` : ''}; the conversion adds them when asked to.`,
    )
  }
}

function paletteOf(theme: DraftTheme) {
  const tokens = ownObject(theme.output, 'designTokens')
  return tokens && ownObject(tokens, 'colorPalette')
}
