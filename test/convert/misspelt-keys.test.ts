import { describe, expect, it } from 'vitest'
import { openCloudTheme } from '../../src/findings/examples.js'
import { convert, resolve, type TargetId } from '../../src/index.js'
import { parsePointer, setBelow, valueAt } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'

/** The pointers of all keys of objects, outermost first. */
function keysOf(value: Json, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const at = `${pointer}/${key}`
    return [...(Array.isArray(value) ? [] : [at]), ...keysOf(item, at)]
  })
}

/** The example theme with the key at a pointer under another name. */
function renamed(pointer: string, name: string, from = exampleTheme()): JsonObject {
  const document = structuredClone(from)
  const keys = parsePointer(pointer)
  const object = valueAt(document, pointer.slice(0, pointer.lastIndexOf('/'))) as JsonObject
  const value = valueAt(document, pointer) as Json
  delete object[keys.at(-1) as string]
  setBelow(document, [...keys.slice(0, -1), name], value)
  return document
}

const misspelt = (document: JsonObject, target: TargetId) =>
  convert(document, { target, as: 'theme' }).diagnostics.flatMap(({ code, pointer, message }) =>
    code === 'misspelt-key' ? [`${pointer}: ${message}`] : [],
  )

describe('a misspelt key in place of a required one, which is filled in', () => {
  it.each([
    ['/clients/web/themes', 'theme', '/clients/web/theme'],
    ['/clients/web/defaults', 'default', '/clients/web/default'],
    ['/clients/web/defaults/designTokens', 'designToken', '/clients/web/defaults/designToken'],
    ['/clients/web/defaults/logo/topbar', 'topBar', '/clients/web/defaults/logo/topBar'],
    ['/clients/web/themes/1/isDark', 'is-dark', '/clients/web/themes/1/is-dark'],
    ['/common/urls', 'url', '/common/url'],
  ])('%s as "%s" is reported', (pointer, name, at) => {
    expect(misspelt(renamed(pointer, name), 'ocis-8')).toEqual([
      `${at}: oCIS 8 ignores "${name}", and requires "${parsePointer(pointer).at(-1)}", which was filled in. If that is meant, rename it here and convert again.`,
    ])
  })

  it('is reported for OpenCloud', () => {
    const { theme } = convert(exampleTheme(), { target: 'opencloud-7.3' })
    const document = renamed('/clients/web/themes/0/isDark', 'isdark', theme as unknown as JsonObject)
    expect(misspelt(document, 'opencloud-7.3')).toHaveLength(1)
  })

  it.each<[string, JsonObject, TargetId]>([
    ['nothing is missing', { ...exampleTheme(), commons: {} } as JsonObject, 'ocis-8'],
    ['the key is not required', renamed('/clients/web/themes/0/designTokens', 'designToken'), 'ocis-8'],
    ['the old client ignored it, too', { web: { default: { nmae: 'x' } } }, 'ocis-8'],
  ])('is not reported where %s', (_, document, target) => {
    expect(misspelt(document, target)).toEqual([])
  })
})

describe.each<[string, JsonObject, TargetId]>([
  ['ownCloud', exampleTheme() as JsonObject, 'opencloud-7.3'],
  ['OpenCloud', openCloudTheme({}).document as JsonObject, 'ocis-8'],
])('a misspelt key of a file of %s that is converted for the other product', (_, file, target) => {
  // Of groups of tokens, each key is known; without these the file would be for no product.
  const isOpen = (pointer: string) =>
    !/designTokens.|shareRoles.|^\/(?:common|clients)$|\/(?:web|themes|defaults)$/.test(pointer)
  const pointers = keysOf(file, '').filter(isOpen)

  it('is reported wherever it is, once', () => {
    expect(pointers.length).toBeGreaterThan(10)
    for (const pointer of pointers) {
      const name = parsePointer(pointer).at(-1) as string
      const found = misspelt(renamed(pointer, `${name}s`, file), target)
      const at = `${pointer}s`
      expect(found, pointer).toEqual([
        expect.stringMatching(
          new RegExp(`^${at}: .* ignores "${name}s", so it was not converted\\. If "${name}"`),
        ),
      ])
    }
  })
})

it.each<[TargetId, JsonObject, string]>([
  ['opencloud-7.3', { loginPage: { backgroundImg: '/a.jpg' }, apBanner: { title: 'Acme' } }, 'apBanner'],
  ['ocis-8', { designTokens: { roles: { primary: '#0b4f4a' } }, favicn: 'a.svg' }, 'favicn'],
])('a misspelt key is reported in a branding file of the other product, for %s', (target, defaults, key) => {
  const { diagnostics } = convert({ clients: { web: { defaults } } }, { target, as: 'branding' })
  const found = diagnostics.filter(({ code }) => code === 'misspelt-key')
  expect(found.map(({ pointer }) => pointer)).toEqual([`/clients/web/defaults/${key}`])
})

describe('a misspelt section', () => {
  it.each([
    ['/clients', 'client', 'not-a-theme', ''],
    ['/clients/web', 'wep', 'partial-theme', '/clients/wep'],
    ['/clients/web/themes', 'theme', 'partial-theme', '/clients/web/theme'],
  ])('%s as "%s" is named instead of a role for the file', (pointer, name, code, at) => {
    const document = renamed(pointer, name)
    const cure = `"${name}" is ignored: rename it to "${parsePointer(pointer).at(-1)}".`
    const [error] = convert(document).diagnostics
    expect(error).toMatchObject({ code, pointer: at, message: expect.stringContaining(cure) })
    expect(error?.message).not.toContain('--as')
    expect(resolve(document).diagnostics.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(cure),
    )
  })

  it('a part of a theme without one may be a branding file, which resolve says', () => {
    const part = { clients: { web: { defaults: { logo: { topbar: 'a.svg' } } } } }
    expect(resolve(part).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'no-theme', message: expect.stringContaining('--as branding') }),
    )
  })
})
