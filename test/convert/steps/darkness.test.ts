import { describe, expect, it } from 'vitest'
import { judgeDarkness } from '../../../src/convert/steps/darkness.js'
import { nameThemes } from '../../../src/convert/steps/theme-names.js'
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

  it.each([
    ['default', {}, /prefer light/],
    ['default-dark', background('#fff'), /prefer dark/],
    ['x', background('#000'), /background-default #000/],
    ['night', {}, /its name/],
  ])('%s with %j: the ledger says why', (key, theme, reason) => {
    const { to, why } = stepped(judgeDarkness, { web: { [key]: { general: {}, ...theme } } })
    expect(to('/clients/web/themes/0/isDark')).toEqual([['added', null]])
    expect(why('/clients/web/themes/0/isDark')).toEqual([expect.stringMatching(reason)])
  })

  it.each([
    ['default', '#000', /light one .*background #000 is dark/],
    ['default-dark', '#fff', /dark one .*background #fff is light/],
  ])('%s on %s is reported at the colour', (key, color, message) => {
    const { findings, messages } = stepped(judgeDarkness, {
      web: { [key]: { general: {}, ...background(color) } },
    })
    expect(findings).toEqual([
      ['dark-mode-doubtful', `/web/${key}/designTokens/colorPalette/background-default`],
    ])
    expect(messages).toEqual([expect.stringMatching(message)])
  })

  it('is judged by a display name that is no longer its name', () => {
    const keys = (draft: Parameters<typeof judgeDarkness>[0]) => {
      nameThemes(draft)
      judgeDarkness(draft)
    }
    const dark = (title: string) =>
      stepped(keys, { web: { x: { general: {}, zz: 'dark', 'theme-name': title } } }, { themeNames: 'keep' })
        .themes[0]?.['isDark']
    expect([dark('Acme Nacht'), dark('Acme Day')]).toEqual([true, false])
  })

  it('is reported where the old client never showed it by itself', () => {
    const { findings } = stepped(judgeDarkness, { web: { default: { general: {} }, night: {}, dark: {} } })
    expect(findings).toEqual([['dark-mode-doubtful', '/web/night']])
    const none = { web: { default: { general: {} }, day: {} } }
    expect(stepped(judgeDarkness, none).codes).toEqual([])
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
    if (codes.length === 0) return
    expect(result.to('/clients/web/themes/0/isDark')).toEqual([['fallback', null]])
    expect(result.messages[0]).toContain(isDark ? 'a dark theme' : 'a light theme')
  })
})
