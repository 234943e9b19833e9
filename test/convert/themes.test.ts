import { describe, expect, it } from 'vitest'
import { converted, wrap } from '../support/convert.js'
import { targetsFrom } from '../support/targets.js'

const names = ({ themes }: { themes: readonly Record<string, unknown>[] }) => themes.map(({ name }) => name)
const palette = (background: string) => ({
  designTokens: { colorPalette: { 'background-default': background } },
})

describe('the order of themes', () => {
  it('is default, default-dark, then the rest as it stood', () => {
    const keys = { zebra: {}, 'default-dark': {}, apple: {}, default: {} }
    expect(names(converted(wrap(keys), { themeNames: 'keep' }))).toEqual([
      'default',
      'default-dark',
      'zebra',
      'apple',
    ])
  })
})

describe('names of themes', () => {
  it('are for people, unless the target or the caller wants the keys', () => {
    const document = wrap({
      default: {},
      'default-dark': {},
      'acme-blue_2': {},
      green: { 'theme-name': 'Acme Green' },
    })
    const readable = ['Light Theme', 'Dark Theme', 'Acme Blue 2', 'Acme Green']
    const keys = ['default', 'default-dark', 'acme-blue_2', 'green']
    for (const target of targetsFrom('ocis-6')) {
      expect(names(converted(document, { target }))).toEqual(readable)
    }
    expect(names(converted(document, { target: 'ocis-5' }))).toEqual(keys)
    expect(names(converted(document, { target: 'ocis-5', themeNames: 'readable' }))).toEqual(readable)
    expect(names(converted(document, { themeNames: 'keep' }))).toEqual(keys)
  })

  it('are unique, and a changed one is reported', () => {
    const result = converted(wrap({ default: {}, 'light-theme': {}, light: { 'theme-name': 'Light Theme' } }))
    expect(names(result)).toEqual(['Light Theme', 'Light Theme 2', 'Light Theme 3'])
    expect(result.codes.filter((code) => code === 'theme-renamed')).toHaveLength(2)
  })

  it('are never blank', () => {
    expect(names(converted(wrap({ '': {}, '--': {} }), { themeNames: 'keep' }))).toEqual(['Theme', '--'])
    expect(names(converted(wrap({ '': {}, '--': {} })))).toEqual(['Theme', 'Theme 2'])
  })

  it('are not taken by a theme without a name', () => {
    const result = converted(wrap({ '': {}, Theme: {}, 'Theme 2': {} }), { themeNames: 'keep' })
    expect(names(result)).toEqual(['Theme 3', 'Theme', 'Theme 2'])
    expect(result.codes).toEqual(['theme-renamed'])
  })

  it('say where a display name is from, and keep it where it was not used', () => {
    const document = wrap({ default: { 'theme-name': 'Mine' }, green: { 'theme-name': 'Acme Green' } })
    const { themes, from } = converted(document)
    expect(from('/web/green/theme-name')).toMatchObject([
      { to: '/clients/web/themes/1/name', action: 'moved' },
    ])
    expect(themes[0]).toMatchObject({ name: 'Light Theme', 'theme-name': 'Mine' })
  })
})

describe('isDark', () => {
  it.each([
    ['default', {}, false],
    ['default-dark', {}, true],
    ['blue', palette('#0a0a20'), true],
    ['dark-blue', palette('#fafafa'), false],
    ['blue', palette('rgb(20, 20, 20)'), true],
    ['night', {}, true],
    ['noon', {}, false],
    ['night', palette('var(--x)'), true],
    ['blue', { 'theme-name': 'Acme Night' }, true],
    ['blue', { ...palette('#fff'), 'theme-name': 'Acme Night' }, false],
  ])('of %s with %j is %s', (key, theme, isDark) => {
    expect(converted(wrap({ [key]: theme })).themes[0]).toMatchObject({ isDark })
  })

  it('follows the key as the old client did, and says when the colours contradict it', () => {
    const result = converted(wrap({ default: palette('#000'), 'default-dark': palette('#fff') }))
    expect(result.themes.map(({ isDark }) => isDark)).toEqual([false, true])
    expect(result.codes.filter((code) => code === 'dark-mode-doubtful')).toHaveLength(2)
    const fitting = converted(wrap({ default: palette('#fff'), 'default-dark': palette('#000') }))
    expect(fitting.codes).not.toContain('dark-mode-doubtful')
  })
})

describe('a dark theme that the old client never chose by itself', () => {
  const codes = (themes: Record<string, Record<string, unknown>>) =>
    converted(wrap(themes)).diagnostics.filter(({ code }) => code === 'dark-mode-doubtful')

  it('is reported, because new clients show it on dark systems', () => {
    const [finding, ...rest] = codes({ default: {}, night: {}, 'dark-red': {} })
    expect(finding).toMatchObject({ pointer: '/web/night' })
    expect(finding?.message).toContain('"Night" on dark systems')
    expect(rest).toEqual([])
  })

  it('is none where the old client had one for dark systems, or none at all', () => {
    expect(codes({ default: {}, 'default-dark': {}, night: {} })).toEqual([])
    expect(codes({ default: {}, blue: {} })).toEqual([])
    expect(codes({ blue: {}, night: {} })).toEqual([])
  })
})

describe('isDark of a theme of the current shape that lacks it', () => {
  it.each([
    ["the theme's background", { name: 'n', ...palette('#000') }, palette('#fff'), true],
    ['the background that it inherits', { name: 'n' }, palette('#000'), true],
    ['its name where it clears what it would inherit', { name: 'n', ...palette('') }, palette('#000'), false],
    ['its name without a background', { name: 'Nachtblau' }, {}, true],
    ['its name where the background is no plain colour', { name: 'night', ...palette('var(--x)') }, {}, true],
  ])('is judged by %s', (_, theme, defaults, isDark) => {
    for (const document of [
      { clients: { web: { defaults, themes: [theme] } } },
      { web: { defaults, themes: [theme] } },
    ]) {
      expect(converted(document).themes[0]).toMatchObject({ isDark })
    }
  })
})

describe('empty files', () => {
  it('get a theme, because clients show nothing without one', () => {
    const { themes, codes } = converted({ web: {} })
    expect(themes).toEqual([{ isDark: false, name: 'Light Theme' }])
    expect(codes).toContain('fallback-used')
  })

  it('keep an empty theme as a theme', () => {
    const { themes, from } = converted({ web: { default: { general: { name: 'A' } }, 'default-dark': {} } })
    expect(themes[1]).toEqual({ isDark: true, name: 'Dark Theme' })
    expect(from('/web/default-dark')).toHaveLength(1)
  })
})

describe('names of vault themes', () => {
  const document = () => ({
    common: {
      name: 'Acme',
      slogan: 'Files',
      logo: 'l.svg',
      urls: { imprint: '', privacy: '', accessDeniedHelp: '' },
      shareRoles: {},
    },
    clients: {
      web: {
        defaults: {
          logo: { topbar: 't.svg', favicon: 'f.png', login: 'l.svg' },
          loginPage: { backgroundImg: '/b.jpg' },
          designTokens: { colorPalette: { border: '#eeeeee' } },
        },
        themes: [
          { name: 'Dark Theme', isDark: true },
          { name: 'Dark Theme', isDark: true, mode: 'vault' },
        ],
      },
    },
  })

  it.each([
    ['ocis-7', ['Dark Theme']],
    ['ocis-8', ['Dark Theme', 'Dark Theme']],
    ['ocis-next', ['Dark Theme', 'Dark Theme']],
  ] as const)('are those of regular themes where the client keeps them apart: %s', (target, expected) => {
    expect(names(converted(document(), { target }))).toEqual(expected)
  })
})
