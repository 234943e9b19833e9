import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeAt } from '../../src/formats/known-keys.js'
import { fragmentPlaces } from '../../src/formats/parts.js'
import { detect, type Generation, targets } from '../../src/index.js'
import { legacyAcme } from '../support/acme.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'

const theme = { general: { name: 'Acme' }, logo: { topbar: 'a.svg' } }
const web = { defaults: { logo: { topbar: 'a.svg' } }, themes: [{ name: 'Light', isDark: false }] }

const cases: readonly (readonly [string, Generation, unknown])[] = [
  ['a single theme at the root', 'flat', theme],
  [
    'a single theme of 2018, with colours',
    'flat',
    { general: { name: 'A' }, colors: { brand: '#fff' }, logo: { big: 'a' } },
  ],
  ['themes at the root', 'named', { default: theme, 'default-dark': {} }],
  ['a theme that is called "web"', 'named', { web: theme, default: theme }],
  ['a theme that is called "web" alone', 'named', { web: theme }],
  ['a theme that is called "common"', 'named', { common: theme, default: theme }],
  ['a theme that is called "constructor"', 'named', { constructor: theme }],
  ['a theme that is called "clients"', 'named', { clients: theme, default: theme }],
  ['a theme that is called "general"', 'named', { general: theme }],
  ['a named file with common values', 'named', { default: theme, common: { name: 'A', logo: 'a.svg' } }],
  ['themes below "web"', 'wrapped', legacyAcme],
  ['empty themes below "web"', 'wrapped', { common: {}, web: { default: {} } }],
  ['no themes below "web"', 'wrapped', { web: {} }],
  ['a wrapped theme that is called "web"', 'wrapped', { web: { web: theme } }],
  ['a wrapped theme that is called "defaults"', 'wrapped', { web: { defaults: theme, default: theme } }],
  ['a wrapped theme that is called "logo"', 'wrapped', { web: { logo: theme } }],
  ['a list of themes below "web"', 'unwrapped', { web: { themes: [] } }],
  ['defaults below "web"', 'unwrapped', { web: { defaults: { logo: {} } } }],
  ['clients', 'current', { clients: { web } }],
  ['a group of a theme beside a client', 'current', { clients: { web, loginPage: {}, logo: {} } }],
  ['clients without a web client', 'current', { clients: {} }],
  [
    'a current file with a schema',
    'current',
    { $schema: 'x', common: { name: 'A' }, clients: { web, ios: {} } },
  ],
  [
    'the branding file',
    'branding',
    { common: { logo: 'a' }, clients: { web: { defaults: { logo: { login: 'a', topbar: 'a' } } } } },
  ],
  [
    'the branding file after a reset',
    'branding',
    { clients: { web: { defaults: { logo: {} } } }, common: {} },
  ],
  [
    'a label',
    'opencloud',
    { clients: { web: { defaults: {}, themes: [{ label: 'Light', isDark: false }] } } },
  ],
  ['a logo that is a text', 'opencloud', { clients: { web: { defaults: { logo: 'a.svg' }, themes: [] } } }],
  [
    'a favicon beside the logo',
    'opencloud',
    { clients: { web: { defaults: {}, themes: [{ favicon: 'a' }] } } },
  ],
  [
    'Material roles',
    'opencloud',
    { clients: { web: { defaults: { designTokens: { roles: {} } }, themes: [] } } },
  ],
  ['clients beside "web"', 'mixed', { clients: { web }, web: { default: theme } }],
  ['clients beside named themes', 'mixed', { clients: { web }, default: theme }],
  ['clients beside flat groups', 'mixed', { clients: { web }, general: { name: 'A' } }],
  ['"web" beside named themes', 'mixed', { web: { default: theme }, default: theme }],
  ['flat groups beside named themes', 'mixed', { general: { name: 'A' }, default: theme }],
  [
    'a label beside a logo object',
    'mixed',
    { clients: { web: { defaults: { logo: {} }, themes: [{ label: 'L' }] } } },
  ],
  ['an empty object', 'unknown', {}],
  ['another document', 'unknown', { name: 'package', version: '1.0.0' }],
  ['a list', 'unknown', [theme]],
  ['null', 'unknown', null],
  ['a text', 'unknown', 'theme'],
  ['nothing', 'unknown', undefined],
]

describe('detect', () => {
  it.each(cases)('%s is %s', (_, generation, document) => {
    const detection = detect(document)
    expect(detection.generation).toBe(generation)
    expect(detection.reasons.length).toBeGreaterThan(0)
    for (const reason of detection.reasons) expect(reason).toMatch(/\.$/)
  })

  it.each([
    ['a banner', { appBanner: { title: 'Acme' } }, '"appBanner" belongs in /clients/web/defaults/appBanner'],
    [
      'a palette',
      { colorPalette: { border: '#000' } },
      '"colorPalette" belongs in /clients/web/defaults/designTokens/colorPalette',
    ],
    ['a font', { fontFamily: 'Inter' }, 'in /clients/web/defaults/designTokens/fontFamily'],
    ['links and roles', { urls: {}, shareRoles: {} }, '"urls" belongs in /common/urls; "shareRoles"'],
    [
      'the inside of the web client, with groups',
      { defaults: { logo: { topbar: 'a' }, loginPage: {} }, themes: [{ name: 'A', isDark: false }] },
      '"defaults" belongs in /clients/web/defaults',
    ],
    ['the inside of the web client', { defaults: {}, themes: [] }, '"themes" belongs in /clients/web/themes'],
  ])('says where single groups belong: %s', (_, document, says) => {
    expect(detect(document)).toMatchObject({
      generation: 'unknown',
      reasons: [expect.stringContaining(says) as string],
    })
  })

  it('sends single groups to places that there are', () => {
    const tables = Object.values(targets).map(({ places }) => places)
    for (const [key, place] of Object.entries(fragmentPlaces)) {
      expect(place.endsWith(`/${key}`), place).toBe(true)
      const path = place.slice(1).split('/')
      expect(
        tables.some((table) => nodeAt(table, path) !== undefined),
        place,
      ).toBe(true)
    }
  })

  it.each([
    ['an upload', { clients: { web: { defaults: { logo: { topbar: 'a' } } } } }, ['branding', 'current']],
    ['an upload of OpenCloud', { clients: { web: { defaults: { logo: 'a' } } } }, ['branding', 'opencloud']],
    ['a reset in OpenCloud', { clients: { web: { defaults: {} } }, common: {} }, ['branding', 'current']],
    ['a common alone', { common: { name: 'A' } }, ['branding', 'current']],
    ['a background', { clients: { web: { defaults: { loginPage: {} } } } }, ['current', 'branding']],
    ['a font', { clients: { web: { defaults: { favicon: 'a' } } }, common: {} }, ['opencloud', 'branding']],
  ] as const)('says both of a part of a theme: %s', (_, document, candidates) => {
    expect(detect(document)).toMatchObject({ generation: candidates[0], certainty: 'likely', candidates })
    expect(detect(document, { as: 'branding' })).toMatchObject({
      generation: 'branding',
      certainty: 'certain',
    })
    const whole = candidates.find((generation) => generation !== 'branding')
    expect(detect(document, { as: 'theme' })).toMatchObject({ generation: whole, candidates: [whole] })
  })

  it.each([
    ['by their names', { default: theme, 'default-dark': {} }],
    ['beside current ones', { ...web, default: theme }],
    ['in the place of the list', { defaults: {}, themes: { default: { logo: {} } } }],
  ])('takes old themes in "clients" for a mixture: %s', (_, pasted) => {
    expect(detect({ clients: { web: pasted } }).candidates).toEqual(['current', 'wrapped'])
  })

  it('takes current "defaults" for no old theme, whatever is beside them', () => {
    const reasons = (section: object) => detect({ clients: { web: section } }).reasons.join()
    expect(reasons({ defaults: web.defaults, default: theme })).toContain('by their names ("default").')
    const old = { ...web.defaults, general: { name: 'Acme' } }
    expect(reasons({ defaults: old, default: theme })).toContain('("defaults", "default")')
  })

  it('takes a misspelt "defaults" for no old theme', () => {
    const { logo } = web.defaults
    expect(detect({ clients: { web: { default: { logo }, themes: web.themes } } }).generation).toBe('current')
  })

  it('names the generations that a mixed document has parts of', () => {
    expect(detect({ clients: { web }, web: { default: theme } }).candidates).toEqual(['current', 'wrapped'])
    expect(detect({ general: { name: 'A' }, default: theme }).candidates).toEqual(['flat', 'named'])
  })

  it('survives hostile keys and any JSON anywhere, and changes nothing', () => {
    const keys = fc.constantFrom(
      ...[
        'clients',
        'web',
        'common',
        'default',
        'defaults',
        'themes',
        'general',
        'logo',
        'designTokens',
        'label',
      ],
      ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'roles', 'loginPage'],
    )
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom<unknown>(null, true, 0, '', 'x'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.array(fc.tuple(keys, tie('tree')), { maxLength: 5 }).map((pairs) => {
          const object = {}
          for (const [key, value] of pairs) {
            Object.defineProperty(object, key, {
              value,
              enumerable: true,
              configurable: true,
              writable: true,
            })
          }
          return object
        }),
      ),
    }))
    fc.assert(
      fc.property(tree, (document) => {
        const before = JSON.stringify(document)
        const { generation, reasons, candidates } = detect(document)
        expect(reasons.length).toBeGreaterThan(0)
        expect(candidates.length === 0).toBe(generation === 'unknown')
        expect(JSON.stringify(document)).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })

  it.skipIf(!hasCorpus)('knows every real file', () => {
    const files = corpusFiles()
    expect(files.length).toBeGreaterThan(20)
    for (const { file, document } of files) {
      const [folder = ''] = file.split('/')
      const expected = file.includes('branding')
        ? 'branding'
        : folder === 'logo-upload'
          ? file.includes('4.0')
            ? 'wrapped'
            : 'current'
          : folder
      expect(detect(document).generation, file).toBe(expected)
    }
  })
})
