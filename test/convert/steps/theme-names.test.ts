import { describe, expect, it } from 'vitest'
import { nameThemes } from '../../../src/convert/steps/theme-names.js'
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
  })

  it('take none away by having none', () => {
    expect(names(stepped(nameThemes, file({}, { name: 'Theme' })))).toEqual(['Theme 2', 'Theme'])
  })
})
