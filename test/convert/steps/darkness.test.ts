import { describe, expect, it } from 'vitest'
import { judgeDarkness } from '../../../src/convert/steps/darkness.js'
import { stepped } from '../../support/draft.js'

const background = (color: string) => ({ designTokens: { colorPalette: { 'background-default': color } } })

describe('a legacy theme', () => {
  it.each([
    ['default', background('#000'), false, ['dark-mode-doubtful']],
    ['default-dark', background('#fff'), true, ['dark-mode-doubtful']],
    ['default', background('#fff'), false, []],
    ['night', background('#fff'), false, []],
    ['x', background('#000'), true, []],
    ['x', background(''), false, []],
    ['night', background('var(--x)'), true, []],
    ['x', { 'theme-name': 'Acme Nacht' }, true, []],
  ])('%s with %j is dark: %s', (key, theme, isDark, codes) => {
    const result = stepped(judgeDarkness, { web: { [key]: { general: {}, ...theme } } })
    expect(result.themes[0]).toMatchObject({ isDark })
    expect(result.codes).toEqual(codes)
  })

  it('is reported where the old client never showed it by itself', () => {
    const { findings } = stepped(judgeDarkness, { web: { default: { general: {} }, night: {}, dark: {} } })
    expect(findings).toEqual([['dark-mode-doubtful', '/web/night']])
    const both = { web: { default: { general: {} }, 'default-dark': {}, night: {} } }
    expect(stepped(judgeDarkness, both).codes).toEqual([])
  })
})

describe('a current theme', () => {
  const file = (theme: object, defaults = {}) => ({ clients: { web: { defaults, themes: [theme] } } })
  it.each([
    [{ isDark: true }, background('#fff'), true, []],
    [background('#000'), background('#fff'), true, ['fallback-used']],
    [{}, background('#000'), true, ['fallback-used']],
    [background(''), background('#000'), false, ['fallback-used']],
    [{ name: 'dark' }, {}, true, ['fallback-used']],
  ])('%j over %j is dark: %s', (theme, defaults, isDark, codes) => {
    const result = stepped(judgeDarkness, file(theme, defaults))
    expect(result.themes[0]).toMatchObject({ isDark })
    expect(result.codes).toEqual(codes)
  })
})
