import { expect, it } from 'vitest'
import { suggestContrast } from '../../../src/convert/steps/contrast-tokens.js'
import { stepped } from '../../support/draft.js'

const theme = (colorPalette: object) => ({ designTokens: { colorPalette } })
const lacking = { 'swatch-brand-default': '#1', 'text-inverse': '#f' }

it('suggests the colours of texts on swatches', () => {
  const { findings, themes } = stepped(suggestContrast, { web: { a: theme(lacking) } })
  expect(findings).toEqual([['contrast-tokens-missing', '/web/a/designTokens/colorPalette']])
  expect(themes).toEqual([theme(lacking)])
})

it('adds them on request', () => {
  const document = { web: { a: theme(lacking), b: theme({ ...lacking, 'swatch-brand-contrast': '#2' }) } }
  const { codes, themes, to } = stepped(suggestContrast, document, { addContrastTokens: true })
  expect(codes).toEqual([])
  expect(themes[0]).toEqual(theme({ ...lacking, 'swatch-brand-contrast': '#f' }))
  expect(themes[1]).toEqual(theme({ ...lacking, 'swatch-brand-contrast': '#2' }))
  expect(to('/clients/web/themes/0/designTokens/colorPalette/swatch-brand-contrast')).toEqual([
    ['added', null],
  ])
})

it('can add none without the usual colour', () => {
  const document = { web: { a: theme({ 'swatch-brand-default': '#1' }) } }
  const { codes } = stepped(suggestContrast, document, { addContrastTokens: true })
  expect(codes).toEqual(['contrast-tokens-missing'])
})
