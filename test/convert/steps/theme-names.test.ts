import { describe, expect, it } from 'vitest'
import { nameThemes, reportSharedChoice } from '../../../src/convert/steps/theme-names.js'
import { stepped } from '../../support/draft.js'

const names = ({ themes }: ReturnType<typeof stepped>) => themes.map((theme) => theme['name'])

describe('themes with keys', () => {
  const legacy = {
    web: { default: { general: {} }, 'acme-blue_2': {}, x: { 'theme-name': 'Mine' }, ' ': {} },
  }

  it('get names for people', () => {
    const result = stepped(nameThemes, legacy)
    expect(names(result)).toEqual(['Light Theme', 'Acme Blue 2', 'Mine', 'Theme'])
    expect(result.from('/web/x/theme-name')).toEqual([['moved', '/clients/web/themes/2/name']])
    expect(result.from('/web/acme-blue_2')).toEqual([['added', '/clients/web/themes/1/name']])
    expect(result.findings).toEqual([['theme-renamed', '/web/ ']])
    expect(result.messages[0]).toMatch(/" " has no display name.*"Theme"/)
  })

  it.each([
    ['-acme--blue_', {}, 'Acme Blue'],
    ['x', { 'theme-name': ' ' }, 'X'],
    ['x', { 'theme-name': '' }, 'X'],
    ['default-dark', { 'theme-name': 'Mine' }, 'Dark Theme'],
  ])('with the key %j and %j are called %s', (key, theme, name) => {
    const result = stepped(nameThemes, { web: { [key]: { general: {}, ...theme } } })
    expect(names(result)).toEqual([name])
    expect(result.codes).toEqual([])
  })

  it('keep their keys on request, and their display names beside them', () => {
    const result = stepped(nameThemes, legacy, { themeNames: 'keep' })
    expect(names(result)).toEqual(['default', 'acme-blue_2', 'x', 'Theme'])
    expect(result.themes[2]).toEqual({ name: 'x', 'theme-name': 'Mine' })
  })

  it('get no name twice', () => {
    const result = stepped(nameThemes, { web: { default: {}, light: { 'theme-name': 'Light Theme' } } })
    expect(names(result)).toEqual(['Light Theme', 'Light Theme 2'])
    expect(result.codes).toEqual(['theme-renamed'])
    expect(result.messages[0]).toMatch(/"light" would have the same name.*"Light Theme 2"/)
  })
})

describe('themes with names', () => {
  const file = (...themes: object[]) => ({ clients: { web: { defaults: {}, themes } } })

  it('keep them unless they are taken', () => {
    const result = stepped(nameThemes, file({ name: 'a' }, { name: 'a' }, { name: 'b' }, {}))
    expect(names(result)).toEqual(['a', 'a 2', 'b', 'Theme'])
    expect(result.from('/clients/web/themes/1/name')).toEqual([['rewritten', '/clients/web/themes/1/name']])
    expect(result.to('/clients/web/themes/3/name')).toEqual([['fallback', null]])
    expect(result.findings).toEqual([
      ['theme-renamed', '/clients/web/themes/1/name'],
      ['theme-renamed', '/clients/web/themes/3/name'],
    ])
    expect(result.messages).toEqual([
      expect.stringMatching(/named "a".*renamed "a 2"/),
      expect.stringMatching(/no name.*"Theme"/),
    ])
  })

  it.each([
    ['ocis-8', ['a', 'a']],
    ['ocis-7', ['a', 'a 2']],
  ] as const)('share one with a vault for %s: %j', (target, expected) => {
    const document = file({ name: 'a', mode: 'vault' }, { name: 'a' })
    expect(names(stepped(nameThemes, document, { target }))).toEqual(expected)
  })

  it('take none away by having none', () => {
    expect(names(stepped(nameThemes, file({}, { name: 'Theme' })))).toEqual(['Theme 2', 'Theme'])
  })
})

describe('a choice by the name of the product', () => {
  const file = (...themes: object[]) => ({ clients: { web: { defaults: {}, themes } } })
  const two = [{ name: 'a' }, { name: 'b' }]

  it('is said to be one for all themes', () => {
    const { findings, messages } = stepped(reportSharedChoice, file(...two), { target: 'opencloud-1' })
    expect(findings).toEqual([['choice-shared', '/common/name']])
    expect(messages[0]).toContain('the 2 themes')
  })

  it.each([
    ['one theme', file({ name: 'a' }), 'opencloud-1'],
    ['a release that goes by labels', file(...two), 'opencloud-7.3'],
    ['ownCloud', file(...two), 'ocis-8'],
    ['a file that was for it before', file({ label: 'a' }, { label: 'b' }), 'opencloud-1'],
  ] as const)('is none with %s', (_, document, target) => {
    expect(stepped(reportSharedChoice, document, { target }).codes).toEqual([])
  })
})
