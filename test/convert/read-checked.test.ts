import { describe, expect, it } from 'vitest'
import { type ConversionTargetId, type ConvertOptions, convert } from '../../src/index.js'
import { valueAt } from '../../src/json/pointer.js'
import type { JsonObject } from '../../src/json/value.js'
import { layeredFile } from '../support/layered-file.js'

const found = (document: unknown, options: ConvertOptions = {}) =>
  convert(document, options).diagnostics.map(({ code, pointer }) => [code, pointer])
const wrong = (pointer: string) => ['wrong-type', pointer]

const general = { name: 'Acme' }
const unwrapped = (defaults: JsonObject) => ({
  common: {},
  web: { defaults, themes: [{ name: 'a', isDark: false }] },
})
const openCloud = (defaults: object) => ({
  common: { name: 'Acme', urls: {} },
  clients: { web: { defaults, themes: [{ label: 'L', isDark: false, name: 'L' }] } },
})

describe('a value of the wrong type', () => {
  it.each<[string, unknown, ConversionTargetId, string]>([
    ['a flat theme', { general: { name: 5 }, loginPage: {} }, 'ocis-8', '/general/name'],
    ['a named theme', { default: { general: { name: 5 } } }, 'ocis-8', '/default/general/name'],
    [
      'a wrapped theme',
      { web: { default: { general: { name: 5 } } } },
      'ocis-8',
      '/web/default/general/name',
    ],
    ['a draft', unwrapped({ logo: { topbar: 5 } }), 'ocis-8', '/web/defaults/logo/topbar'],
    ['a draft, in a key that drafts did not know', unwrapped({ icons: 5 }), 'ocis-8', '/web/defaults/icons'],
    ['a current theme', layeredFile({ defaults: { logo: 5 } }), 'ocis-8', '/clients/web/defaults/logo'],
    ['a theme of OpenCloud', openCloud({ name: 5, logo: 'a' }), 'opencloud-4', '/clients/web/defaults/name'],
    ['one for another product', openCloud({ name: 5, logo: 'a' }), 'ocis-8', '/clients/web/defaults/name'],
  ])('stops the conversion of %s, told once and where it stands', (_, document, target, pointer) => {
    expect(convert(document, { target }).theme).toBe(undefined)
    expect(found(document, { target })).toEqual([wrong(pointer)])
  })

  it('may be right in the release of the target, and the other way round', () => {
    const tags = layeredFile({ defaults: { designTokens: { tagColorsList: [5] } } })
    expect(convert(tags, { target: 'ocis-8' }).theme).toBeDefined()
    expect(found(tags, { target: 'ocis-next' })).toEqual([
      wrong('/clients/web/defaults/designTokens/tagColorsList/0'),
    ])
  })

  it('is no missing key: those are filled in', () => {
    const { theme, diagnostics } = convert(openCloud({ logo: 'a' }), { target: 'ocis-8' })
    expect(theme).toBeDefined()
    expect(diagnostics.map(({ code }) => code)).not.toContain('missing-key')
  })
})

describe('values of the wrong type that may be dropped', () => {
  const drop = { invalidValues: 'drop' } as const

  it.each<[string, JsonObject, string[]]>([
    ['a flat theme', { general: 5, logo: 5, loginPage: {} }, ['/general', '/logo']],
    ['all that there is', { web: { default: 5 } }, ['/web/default']],
    [
      'a current theme',
      layeredFile({ defaults: { logo: 5, loginPage: 7 } }),
      ['/clients/web/defaults/loginPage', '/clients/web/defaults/logo'],
    ],
    [
      'a draft',
      unwrapped({ icons: 5, logo: { topbar: 5 } }),
      ['/web/defaults/icons', '/web/defaults/logo/topbar'],
    ],
  ])('go, each with a finding that says so: %s', (_, document, pointers) => {
    const { theme, diagnostics, ledger } = convert(document, drop)
    expect(theme).toBeDefined()
    const dropped = diagnostics.filter(({ code }) => code === 'value-invalid-dropped')
    expect(dropped.map(({ pointer }) => pointer).sort()).toEqual(pointers)
    for (const { message, pointer, severity } of dropped) {
      expect(severity).toBe('warning')
      expect(message).toMatch(/This must be .* It was dropped, as requested\.$/)
      expect(ledger.entries).toContainEqual(
        expect.objectContaining({ from: pointer, to: null, action: 'dropped' }),
      )
      expect(typeof valueAt(document, pointer)).toBe('number')
    }
  })

  it('leave the rest as it is', () => {
    const document = { web: { default: { general: { ...general, slogan: 7 } } } }
    expect(convert(document, drop).theme?.common?.name).toBe('Acme')
    expect(found(document, { invalidValues: 'stop' })).toEqual([wrong('/web/default/general/slogan')])
  })
})
