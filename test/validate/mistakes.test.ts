import { describe, expect, it } from 'vitest'
import { type Diagnostic, validate } from '../../src/index.js'
import { valueAt } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { corpusFiles } from '../support/corpus.js'
import { changed } from '../support/examples.js'

const light = '/clients/web/themes/0'
const dark = '/clients/web/themes/1'
const palette = `${light}/designTokens/colorPalette`
const defaults = '/clients/web/defaults'

/** Mistakes that people make in a theme, one at a time: what changes, and what has to be found where. */
const mistakes: readonly (readonly [string, Record<string, Json | undefined>, string, string])[] = [
  ['common is misspelt', { '/common': undefined, '/comon': { name: 'Acme' } }, 'missing-common', ''],
  [
    'a required logo is left out',
    { [`${defaults}/logo/favicon`]: undefined },
    'missing-key',
    `${defaults}/logo`,
  ],
  ['the whole login page is left out', { [`${defaults}/loginPage`]: undefined }, 'missing-key', defaults],
  [
    'a key is misspelt',
    { [`${defaults}/logo/login`]: undefined, [`${defaults}/logo/logn`]: 'a.svg' },
    'missing-key',
    `${defaults}/logo`,
  ],
  [
    'an optional key is misspelt',
    { [`${defaults}/logo/topbarSM`]: 'a.svg' },
    'misspelt-key',
    `${defaults}/logo/topbarSM`,
  ],
  ['isDark is a text', { [`${light}/isDark`]: 'false' }, 'wrong-type', `${light}/isDark`],
  ['a name is a number', { '/common/name': 2026 }, 'wrong-type', '/common/name'],
  ['a value is null', { '/common/slogan': null }, 'wrong-type', '/common/slogan'],
  ['the themes are an object', { '/clients/web/themes': {} }, 'wrong-type', '/clients/web/themes'],
  ['a theme has no name', { [`${light}/name`]: undefined }, 'missing-key', light],
  ['a theme has a blank name', { [`${light}/name`]: '' }, 'blank-theme-name', `${light}/name`],
  ['there are no themes', { '/clients/web/themes': [] }, 'no-theme', '/clients/web/themes'],
  ['common is gone', { '/common': undefined }, 'missing-common', ''],
  ['the links are half there', { '/common/urls/imprint': undefined }, 'missing-key', '/common/urls'],
  [
    'a theme overrides a part of the logo',
    { [`${light}/logo`]: { topbar: 'a.svg', login: 'a.svg' } },
    'missing-key',
    `${light}/logo`,
  ],
  ['the mode is none', { [`${light}/mode`]: 'normal' }, 'value-not-allowed', `${light}/mode`],
  [
    'a logo in the place of old files',
    { '/clients/web/logo': { topbar: 'a.svg' } },
    'misplaced-key',
    '/clients/web/logo',
  ],
  ['themes beside web', { '/clients/themes': [] }, 'misplaced-key', '/clients/themes'],
  [
    'an old name of a link',
    { '/common/urls/imprintUrl': 'https://a.example' },
    'misplaced-key',
    '/common/urls/imprintUrl',
  ],
  ['an old group', { '/general': { name: 'Acme' } }, 'ignored-generation', '/general'],
  [
    'the old sidebar logo',
    { [`${defaults}/logo/sidebar`]: 'a.svg' },
    'misplaced-key',
    `${defaults}/logo/sidebar`,
  ],
  ['a setting of later releases', { [`${defaults}/logo/href`]: '/' }, 'unknown-key', `${defaults}/logo/href`],
  ['a colour without its #', { [`${palette}/border`]: 'd5e0de' }, 'invalid-color', `${palette}/border`],
  [
    'a colour with a digit too few',
    { [`${palette}/border`]: '#d5e0d' },
    'invalid-color',
    `${palette}/border`,
  ],
  ['a colour that is no name', { [`${palette}/border`]: 'greyish' }, 'invalid-color', `${palette}/border`],
  [
    'a length without a unit',
    { [`${defaults}/designTokens/spacing/medium`]: '16' },
    'invalid-length',
    `${defaults}/designTokens/spacing/medium`,
  ],
  [
    'a misspelt token',
    { [`${palette}/swatch-passive-muted`]: undefined, [`${palette}/swatch-pasive-muted`]: '#4b635f' },
    'misspelt-token',
    `${palette}/swatch-pasive-muted`,
  ],
  ['a token that nothing reads', { [`${palette}/harbour`]: '#4b635f' }, 'unused-token', `${palette}/harbour`],
  [
    'a token that loads something',
    { [`${palette}/border`]: 'url(//spy.example)' },
    'unsafe-token',
    `${palette}/border`,
  ],
  [
    'grey text on white',
    { [`${palette}/text-default`]: '#bbbbbb' },
    'low-contrast',
    `${palette}/text-default`,
  ],
  [
    'lightish text on white',
    { [`${palette}/text-default`]: '#7f7f7f' },
    'weak-contrast',
    `${palette}/text-default`,
  ],
  [
    'a script as imprint',
    { '/common/urls/imprint': ' java\nscript:alert(1)' },
    'script-link',
    '/common/urls/imprint',
  ],
  [
    'a link without a scheme',
    { '/common/urls/privacy': 'www.acme.example/privacy' },
    'link-without-scheme',
    '/common/urls/privacy',
  ],
  ['a link by ftp', { '/common/urls/privacy': 'ftp://acme.example' }, 'unusual-link', '/common/urls/privacy'],
  ['an absolute logo', { '/common/logo': '/themes/acme/logo.svg' }, 'absolute-logo', '/common/logo'],
  [
    'a logo of another host',
    { [`${defaults}/logo/login`]: 'https://cdn.example/a.svg' },
    'image-other-host',
    `${defaults}/logo/login`,
  ],
  [
    'a logo by http',
    { [`${defaults}/logo/login`]: 'http://cdn.example/a.svg' },
    'image-insecure',
    `${defaults}/logo/login`,
  ],
  [
    'a path of a computer',
    { [`${defaults}/logo/login`]: 'C:\\logo.svg' },
    'image-unreachable',
    `${defaults}/logo/login`,
  ],
  [
    'a path with backslashes',
    { [`${defaults}/logo/login`]: 'themes\\acme\\logo.svg' },
    'image-backslash',
    `${defaults}/logo/login`,
  ],
  [
    'a path from the theme’s folder',
    { [`${defaults}/logo/login`]: '../logo.svg' },
    'image-outside-root',
    `${defaults}/logo/login`,
  ],
  [
    'a background with spaces',
    { [`${defaults}/loginPage/backgroundImg`]: 'my photo.jpg' },
    'background-breaks-url',
    `${defaults}/loginPage/backgroundImg`,
  ],
  [
    'a logo for the press',
    { [`${defaults}/logo/login`]: 'themes/acme/logo.eps' },
    'image-format',
    `${defaults}/logo/login`,
  ],
  [
    'a banner that leads nowhere',
    { [`${defaults}/appBanner`]: { title: 'Acme' } },
    'missing-app-scheme',
    `${defaults}/appBanner`,
  ],
  [
    'a scheme with slashes',
    { [`${defaults}/appBanner`]: { title: 'Acme', appScheme: 'acme://' } },
    'invalid-app-scheme',
    `${defaults}/appBanner/appScheme`,
  ],
  [
    'a key of every object',
    { [`${palette}/constructor`]: '#000000' },
    'hostile-key',
    `${palette}/constructor`,
  ],
  [
    'a colour for a swatch, and none for its text',
    { [`${palette}/swatch-danger-default`]: '#8b0000', [`${palette}/swatch-danger-contrast`]: undefined },
    'contrast-tokens-missing',
    palette,
  ],
]

/** Mistakes in the text itself. */
const slips: readonly (readonly [string, (text: string) => string, string])[] = [
  ['a comment', (text) => text.replace('\n', '\n  // ours\n'), 'syntax-error'],
  ['a comma too many', (text) => text.replace(/\n\}\s*$/, ',\n}'), 'syntax-error'],
  ['a comma too few', (text) => text.replace(/,\n/, '\n'), 'syntax-error'],
  ['single quotes', (text) => text.replace('"common"', "'common'"), 'syntax-error'],
  ['a file cut off', (text) => text.slice(0, -40), 'syntax-error'],
  ['a byte-order mark', (text) => `\ufeff${text}`, 'byte-order-mark'],
  ['a key twice', (text) => text.replace('"common":', '"common": {},\n  "common":'), 'duplicate-key'],
]

/** A key gets another name, or another place. */
const moved = (from: string, to: string) => (document: JsonObject) => {
  const value = valueAt(document, from) as Json
  return { [from]: undefined, [to]: value }
}
const set = (at: string, value: Json) => () => ({ [at]: value })

/** What becomes of a document: keys with their new values, `undefined` for none. */
type Edit = (document: JsonObject) => Record<string, Json | undefined>

/**
 * Mistakes that could be taken for several, and what the finding says to do about each. In the example theme, which
 * has them all.
 */
const curable: readonly (readonly [
  mistake: Edit,
  code: string,
  pointer: string,
  says: string,
  cure: Edit,
])[] = [
  // Letters in the wrong order
  ...(
    [
      [`${defaults}/logo`, 'lgoo', 'missing-key'],
      [`${light}/name`, 'naem', 'missing-key'],
      ['/common/urls', 'ulrs', 'missing-key'],
      [`${defaults}/logo/login`, 'logni', 'missing-key'],
      ['/clients/web', 'wbe', 'missing-key'],
      ['/clients', 'client', 'not-a-theme'],
      [`${defaults}/designTokens`, 'designToken', 'missing-key'],
      ['/common', 'comon', 'missing-common'],
      ['/common/urls/privacy', 'privacyPolicy', 'missing-key'],
      [`${light}/isDark`, 'darkMode', 'missing-key'],
      [`${light}/isDark`, 'dark', 'missing-key'],
      [`${light}/name`, 'label', 'missing-key'],
      [`${defaults}/loginPage/backgroundImg`, 'background', 'missing-key'],
      [`${defaults}/logo/topbar`, 'sidebar', 'missing-key'],
    ] as const
  ).map(([at, other, code]): (typeof curable)[number] => {
    const wrong = `${at.slice(0, at.lastIndexOf('/'))}/${other}`
    return [moved(at, wrong), code, wrong, JSON.stringify(other), moved(wrong, at)]
  }),
  [
    moved('/common', '/clients/common'),
    'missing-common',
    '/clients/common',
    'move it to /common.',
    moved('/clients/common', '/common'),
  ],
  // Tokens that others stand beside
  ...['background-default', 'text-default', 'text-muted', 'swatch-brand-default'].map(
    (token): (typeof curable)[number] => {
      const at = `/clients/web/themes/1/designTokens/colorPalette/${token}`
      const wrong = at.replace(/(.)(.)$/, '$2$1')
      return [moved(at, wrong), 'misspelt-token', wrong, JSON.stringify(token), moved(wrong, at)]
    },
  ),
  [
    moved(`${palette}/swatch-brand-contrast`, `${palette}/swatch-brand-contast`),
    'misspelt-token',
    `${palette}/swatch-brand-contast`,
    'Did you mean "swatch-brand-contrast"?',
    moved(`${palette}/swatch-brand-contast`, `${palette}/swatch-brand-contrast`),
  ],
  [
    set(`${defaults}/designTokens/spacing/border`, '#d5e0de'),
    'misplaced-key',
    `${defaults}/designTokens/spacing/border`,
    'designTokens/colorPalette',
    moved(`${defaults}/designTokens/spacing/border`, `${defaults}/designTokens/colorPalette/border`),
  ],
  [
    set(`${palette}/max-height-logo`, '16px'),
    'misplaced-key',
    `${palette}/max-height-logo`,
    'designTokens/sizes',
    moved(`${palette}/max-height-logo`, `${defaults}/designTokens/sizes/max-height-logo`),
  ],
  [
    set(`${palette}/fontFamily`, 'Inter'),
    'misplaced-key',
    `${palette}/fontFamily`,
    'designTokens/fontFamily',
    moved(`${palette}/fontFamily`, `${light}/designTokens/fontFamily`),
  ],
  // Keys that other findings would ask for
  [
    (document) => ({
      ...moved(palette, `${light}/designTokens/colourPalette`)(document),
      [`${defaults}/designTokens/colorPalette`]: undefined,
    }),
    'missing-color-palette',
    `${light}/designTokens/colourPalette`,
    '"colourPalette" is ignored: rename it',
    moved(`${light}/designTokens/colourPalette`, palette),
  ],
  ...['appSheme', 'appscheme'].map((name): (typeof curable)[number] => [
    set(`${defaults}/appBanner`, { title: 'Acme', [name]: 'acme' }),
    'missing-app-scheme',
    `${defaults}/appBanner/${name}`,
    `"${name}" is ignored: rename it`,
    moved(`${defaults}/appBanner/${name}`, `${defaults}/appBanner/appScheme`),
  ]),
  // The server has an icon for its own roles, and for no others.
  ...(
    [
      ['b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5', 'misspelt-key'],
      ['ours', 'missing-key'],
    ] as const
  ).map(([role, code]): (typeof curable)[number] => {
    const at = `/common/shareRoles/${role}`
    return [
      set(at, { name: 'x', label: 'y', iconname: 'eye' }),
      code,
      `${at}/iconname`,
      '"iconName"',
      moved(`${at}/iconname`, `${at}/iconName`),
    ]
  }),
  // Slips into the shape of another product or of old files
  [
    set(`${light}/logo`, 'themes/acme/logo.svg'),
    'wrong-type',
    `${light}/logo`,
    'Write an object.',
    set(`${light}/logo`, { topbar: 'a.svg', login: 'a.svg', favicon: 'a.png' }),
  ],
  ...[light, dark].map((theme): (typeof curable)[number] => [
    set(`${theme}/favicon`, 'a.png'),
    'misplaced-key',
    `${theme}/favicon`,
    `${theme}/logo/favicon`,
    () => ({
      [`${theme}/favicon`]: undefined,
      [`${theme}/logo`]: { topbar: 'a.svg', login: 'a.svg', favicon: 'a.png' },
    }),
  ]),
  [
    set(`${light}/designTokens/roles`, { primary: '#fff' }),
    'unknown-key',
    `${light}/designTokens/roles`,
    'Delete it',
    () => ({ [`${light}/designTokens/roles`]: undefined }),
  ],
  [
    set('/web', { default: { general: { name: 'Acme' } } }),
    'ignored-generation',
    '/web',
    '/clients/web/themes',
    () => ({ '/web': undefined }),
  ],
  [
    set('/loginPage', { backgroundImg: 'a.jpg' }),
    'ignored-generation',
    '/loginPage',
    '/clients/web/defaults/loginPage',
    moved('/loginPage', `${light}/loginPage`),
  ],
  [
    set(`${light}/general`, { name: 'Acme' }),
    'misplaced-key',
    `${light}/general`,
    '"name" and "slogan" belong in /common',
    () => ({ [`${light}/general`]: undefined, '/common/name': 'Acme' }),
  ],
  // Values whose cure must not be the next mistake
  ...(
    [
      ['/common/urls/imprint', ''],
      [`${light}/isDark`, false],
      ['/common/logo', 'a.svg'],
    ] as const
  ).map(([at, value]): (typeof curable)[number] => [
    set(at, null),
    'wrong-type',
    at,
    'Write ',
    set(at, value),
  ]),
  [
    set(`${light}/mode`, null),
    'wrong-type',
    `${light}/mode`,
    'Leave the key out',
    () => ({ [`${light}/mode`]: undefined }),
  ],
  [
    set('/clients/web/themes/2', null),
    'wrong-type',
    '/clients/web/themes/2',
    'Write an object.',
    set(
      '/clients/web/themes/2',
      (exampleTheme() as never as { clients: { web: { themes: Json[] } } }).clients.web.themes[2] as Json,
    ),
  ],
  ...(
    [
      [`${defaults}/logo/login`, '..\\logo.svg', 'image-outside-root', 'themes/acme/assets/logo.svg'],
      [`${defaults}/logo/login`, '\\themes\\x.svg', 'image-backslash', 'themes/x.svg'],
      ['/common/logo', '\\themes\\x.svg', 'image-backslash', 'themes/x.svg'],
      ['/common/logo', ' /themes/x.svg', 'absolute-logo', 'themes/x.svg'],
      [`${defaults}/logo/login`, ' //cdn.example/logo.svg', 'image-other-host', undefined],
      [`${defaults}/logo/login`, '\\\\cdn.example\\logo.svg', 'image-other-host', undefined],
      [`${defaults}/appBanner/icon`, 'themes\\acme\\a.svg', 'banner-icon-breaks-out', 'themes/acme/a.svg'],
      [`${defaults}/appBanner/icon`, "a'b.svg", 'banner-icon-breaks-out', 'a%27b.svg'],
    ] as const
  ).map(([at, value, code, cured]): (typeof curable)[number] => [
    () => ({
      ...(at.includes('appBanner') && { [`${defaults}/appBanner`]: { title: 'Acme', appScheme: 'acme' } }),
      [at]: value,
    }),
    code,
    at,
    cured === undefined
      ? 'write its path'
      : cured.includes('%27')
        ? '%27'
        : JSON.stringify(cured).slice(1, -1),
    set(at, cured ?? 'themes/acme/logo.svg'),
  ]),
]

const bases: readonly (readonly [string, JsonObject])[] = [
  ['a theme of our own', exampleTheme()],
  ...corpusFiles('current')
    .filter(({ file }) => file.includes('web-12.4'))
    .map(({ file, document }) => [file, document as JsonObject] as const),
]

const nameOf = ({ code, pointer }: Diagnostic) => `${code} ${pointer}`

/** A copy with some keys set or removed, in that order. */
function withEdit(document: JsonObject, edit: Edit): JsonObject {
  let edited: Json = structuredClone(document)
  for (const [at, value] of Object.entries(edit(document))) {
    edited = changed(edited as JsonObject, { at, ...(value !== undefined && { value }) })
  }
  return edited as JsonObject
}

describe('a mistake that looks like several', () => {
  const findingsIn = (document: JsonObject) => validate(JSON.stringify(document, null, 2)).diagnostics

  it.each(curable.map((row) => [`${row[1]} ${row[2]}`, ...row] as const))(
    '%s is found once, and what it says helps',
    (_, mistake, code, pointer, says, cure) => {
      const wrong = withEdit(exampleTheme(), mistake)
      const found = findingsIn(wrong)
      expect(found.map((finding) => finding.code)).toEqual([code])
      const [finding] = found as [Diagnostic]
      // What lacks a key is the place of the finding; the key that is probably meant stands beside it.
      const places = [finding, ...(finding.related ?? [])]
      expect(places.map((place) => place.pointer)).toContain(pointer)
      for (const { range } of places) expect(range).toBeDefined()
      expect(finding.message).toContain(says)
      expect(findingsIn(withEdit(wrong, cure))).toEqual([])
    },
  )
})

describe.each(bases)('one mistake in %s', (_, base) => {
  const before = new Set(validate(JSON.stringify(base)).diagnostics.map(nameOf))

  it.each(mistakes)('%s', (_name, changes, code, pointer) => {
    let document: Json = structuredClone(base)
    for (const [at, value] of Object.entries(changes)) {
      document = changed(document as JsonObject, { at, ...(value !== undefined && { value }) })
    }
    const text = JSON.stringify(document, null, 2)
    const found = validate(text).diagnostics.filter((finding) => !before.has(nameOf(finding)))
    expect(found.map(nameOf)).toEqual([`${code} ${pointer}`])
    const [{ range, message }] = found as [Diagnostic]
    // The first line of what is meant holds its key, or its value where that is longer.
    const line = text.split('\n')[(range?.start.line ?? 0) - 1]
    const key = pointer.slice(pointer.lastIndexOf('/') + 1)
    const isItem = /^\d*$/.test(key)
    expect(line).toContain(isItem ? '{' : JSON.stringify(key))
    expect(valueAt(document, pointer)).toBeDefined()
    expect(message).toMatch(/[.?]( .*)?$/s)
  })

  it.each(slips)('%s', (_name, slip, code) => {
    const { diagnostics } = validate(slip(JSON.stringify(base, null, 2)))
    expect(diagnostics.map((finding) => finding.code)).toEqual([code])
    expect(diagnostics[0]?.range).toBeDefined()
  })
})
