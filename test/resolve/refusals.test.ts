import { describe, expect, it } from 'vitest'
import { resolve, resolveThemes } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { common, layeredFile } from '../support/layered-file.js'

const finding = (document: unknown, options: Parameters<typeof resolve>[1]) => {
  const { diagnostics } = resolve(document, options)
  expect(diagnostics).toHaveLength(1)
  return diagnostics[0]
}

describe('a branding that nothing reads', () => {
  const branding = { common: { logo: 'b.png' } }
  const roles = layeredFile()

  it('is told with the reader that leaves it out', () => {
    const before = resolve(roles, { target: 'ocis-5', served: 'ocis', branding }).diagnostics[0]
    expect(before).toMatchObject({ code: 'branding-not-read', pointer: '' })
    expect(before?.message).toMatch(/^oCIS 5.* branding file.* no effect/)
    expect(finding(roles, { target: 'ocis-8', served: 'static', branding })?.message).toMatch(
      /^A plain web server .* branding file/,
    )
  })
})

describe('old web options', () => {
  it('are told one by one where no client reads them, but for empty ones', () => {
    const webOptions = { imprintUrl: 'https://acme.example/i', privacyUrl: '' }
    const told = finding(layeredFile(), { target: 'ocis-8', webOptions })
    expect(told).toMatchObject({ code: 'web-option-unused', pointer: '' })
    expect(told?.message).toMatch(/does not read imprintUrl from the web configuration/)
    expect(told?.message).toContain('Web 12')
  })
})

describe('a file that the client rejects', () => {
  it('is told apart from a branding that makes it so', () => {
    const broken = { common: { urls: { imprint: 5 } } }
    const theme = finding(layeredFile({ root: { common: { ...common, ...broken.common } } }), {
      target: 'ocis-8',
    })
    expect(theme).toMatchObject({ code: 'rejected-file', pointer: '' })
    expect(theme?.message).toMatch(/^This file fails .*Web 12.* Validate it to see/)
    const branded = finding(layeredFile(), { target: 'ocis-8', branding: broken })
    expect(branded).toMatchObject({ code: 'rejected-file', pointer: '' })
    expect(branded?.message).toMatch(/^With this branding file .*Web 12.* Validate the branding file/)
    // The branding is fine: the file alone is rejected as well.
    const both = { target: 'ocis-8', branding: { common: { logo: 'b.png' } } } as const
    expect(
      finding(layeredFile({ root: { common: { ...common, ...broken.common } } }), both)?.message,
    ).toMatch(/^This file/)
  })
})

describe('no theme to show', () => {
  const list = '/clients/web/themes'
  const legacy = (...names: string[]): JsonObject => ({
    web: Object.fromEntries(names.map((name) => [name, { general: { name: 'Acme' } }])),
  })

  it.each<[string, unknown, Parameters<typeof resolve>[1], string, RegExp]>([
    ['an empty list', layeredFile({ themes: [] }), {}, list, /no theme to show.*clients\.web\.themes/],
    ['no vault', layeredFile(), { target: 'ocis-8', mode: 'vault' }, list, /no theme for the vault to show/],
    ['an unknown name', layeredFile(), { theme: 'x' }, list, /theme "x".* name of a theme or its index/],
    ['an index too high', layeredFile(), { theme: 2 }, list, /theme 2\./],
    ['no default theme', legacy('acme'), {}, '/web', /"default"/],
    ['no default theme either', legacy('acme'), { stored: 'gone' }, '/web', /"default"/],
    ['no such legacy theme', legacy('default'), { theme: 'x' }, '/web', /theme "x"/],
    ['no such index', legacy('default'), { theme: 1 }, '/web', /theme 1\./],
    ['no such named theme', { default: { general: {} } }, { theme: 'x' }, '', /theme "x"/],
  ])('%s', (_, document, options, pointer, message) => {
    const told = finding(document, options)
    expect(told).toMatchObject({ code: 'no-theme', pointer })
    expect(told?.message).toMatch(message)
  })

  it('is not blamed on a choice that nobody made', () => {
    const [only] = resolveThemes(layeredFile({ themes: [] }))
    expect(only?.diagnostics[0]?.message).toContain('no theme to show')
  })

  it('names the place of what is no theme', () => {
    const document = layeredFile({ themes: [{ name: 'L', isDark: false }, 5 as never] })
    const told = finding(document, { theme: 1 })
    expect(told).toMatchObject({ code: 'wrong-type', pointer: `${list}/1` })
    expect(told?.message).toMatch(/^Not a theme.*not an object/)
  })
})
