import { describe, expect, it } from 'vitest'
import { type Diagnostic, validate } from '../../src/index.js'
import { valueAt } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { corpusFiles } from '../support/corpus.js'
import { withChanges } from '../support/test-rule.js'

const light = '/clients/web/themes/0'
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
    { [`${defaults}/logo/login`]: undefined, [`${defaults}/logo/logn`]: 'themes/acme/a.svg' },
    'missing-key',
    `${defaults}/logo`,
  ],
  [
    'an optional key is misspelt',
    { [`${defaults}/logo/topbarSM`]: 'themes/acme/a.svg' },
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
    { [`${light}/logo`]: { topbar: 'themes/acme/a.svg', login: 'themes/acme/a.svg' } },
    'missing-key',
    `${light}/logo`,
  ],
  ['the mode is none', { [`${light}/mode`]: 'normal' }, 'value-not-allowed', `${light}/mode`],
  [
    'a logo in the place of old files',
    { '/clients/web/logo': { topbar: 'themes/acme/a.svg' } },
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
    { [`${defaults}/logo/sidebar`]: 'themes/acme/a.svg' },
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
    "a path from the theme's folder",
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
    { [`${palette}/swatch-warning-default`]: '#888888', [`${palette}/swatch-warning-contrast`]: undefined },
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

const bases: readonly (readonly [string, JsonObject])[] = [
  ['a theme of our own', exampleTheme()],
  ...corpusFiles('current')
    .filter(({ file }) => file.includes('web-12.4'))
    .map(({ file, document }) => [file, document as JsonObject] as const),
]

const nameOf = ({ code, pointer }: Diagnostic) => `${code} ${pointer}`

/** What the check of the client rejects, and what the finding says to write instead. */
const curable: readonly (readonly [
  at: string,
  wrong: Json,
  says: RegExp,
  cure: Readonly<Record<string, Json | undefined>>,
])[] = [
  [
    `${light}/logo`,
    'themes/acme/logo.svg',
    /object/,
    {
      [`${light}/logo`]: {
        topbar: 'themes/acme/a.svg',
        login: 'themes/acme/a.svg',
        favicon: 'themes/acme/a.png',
      },
    },
  ],
  ['/common/urls/imprint', null, /Write/, { '/common/urls/imprint': '' }],
  [`${light}/isDark`, null, /Write/, { [`${light}/isDark`]: false }],
  ['/common/logo', null, /Write/, { '/common/logo': 'themes/acme/a.svg' }],
  [`${light}/mode`, null, /Leave/, { [`${light}/mode`]: undefined }],
  [
    '/clients/web/themes/2',
    null,
    /object/,
    { '/clients/web/themes/2': valueAt(exampleTheme(), '/clients/web/themes/2') },
  ],
]

describe('a value that the client rejects', () => {
  const findingsIn = (document: JsonObject) => validate(JSON.stringify(document, null, 2)).diagnostics

  it.each(curable)('%s: %j is found once, and what the finding says helps', (at, value, says, cure) => {
    const wrong = withChanges(exampleTheme(), { [at]: value })
    const found = findingsIn(wrong)
    expect(found).toMatchObject([{ code: 'wrong-type', pointer: at }])
    expect(found[0]?.range).toBeDefined()
    expect(found[0]?.message).toMatch(says)
    expect(findingsIn(withChanges(wrong, cure))).toEqual([])
  })
})

describe.each(bases)('one mistake in %s', (_, base) => {
  const before = new Set(validate(JSON.stringify(base)).diagnostics.map(nameOf))

  it.each(mistakes)('%s', (_name, changes, code, pointer) => {
    const document = withChanges(base, changes)
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
