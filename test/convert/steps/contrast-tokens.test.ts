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

it('adds a colour that can be read, and says which', () => {
  const added = (colorPalette: object) => {
    const { codes, themes } = stepped(
      suggestContrast,
      { web: { a: theme(colorPalette) } },
      { addContrastTokens: true },
    )
    const [first] = themes as { designTokens: { colorPalette: Record<string, string> } }[]
    return [first?.designTokens.colorPalette['swatch-brand-contrast'], codes]
  }
  const dark = { 'swatch-brand-default': '#212121', 'text-inverse': '#000000' }
  expect(added({ ...dark, 'text-default': '#dddddd' })).toEqual(['#ffffff', ['contrast-tokens-missing']])
  expect(added({ 'swatch-brand-default': '#212121' })).toEqual(['#ffffff', ['contrast-tokens-missing']])
  expect(added({ ...dark, 'swatch-brand-default': '#f4b223' })).toEqual(['#000000', []])
  expect(added({ 'swatch-brand-default': '#f4b223', 'text-inverse': '#fff' })).toEqual([
    '#000000',
    ['contrast-tokens-missing'],
  ])
})

it('can add none where the swatch is no plain colour, and no other is usual', () => {
  const document = { web: { a: theme({ 'swatch-brand-default': 'var(--a)' }) } }
  const { codes, themes } = stepped(suggestContrast, document, { addContrastTokens: true })
  expect([codes, themes]).toEqual([
    ['contrast-tokens-missing'],
    [theme({ 'swatch-brand-default': 'var(--a)' })],
  ])
})
