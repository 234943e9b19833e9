import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import * as library from '../src/index.js'
import * as node from '../src/node/index.js'
import * as ownCloud from '../src/owncloud.js'
import plugin from '../src/plugin/index.js'
import * as drawing from '../src/preview/index.js'
import * as report from '../src/report/index.js'
import { exampleTheme } from '../src/shipped/example-themes.js'
import { raw, rawTextsIn } from './support/raw-texts.js'

const { brandingFor, convert, detect, explain, parseText, resolve, resolveThemes, targetFor, validate } =
  library
const document = exampleTheme()

/** A call from JavaScript, where no compiler looks at it. */
const call = (run: (...values: never[]) => unknown, ...values: unknown[]) => {
  return () => run(...(values as never[]))
}

describe('an object that is no JSON', () => {
  const foreign: [string, object, string][] = [
    ['a promise', Promise.resolve(document), 'Promise'],
    ['a buffer', Buffer.from(JSON.stringify(document)), 'Uint8Array'],
    ['a map', new Map(), 'Map'],
    ['a URL', new URL('https://acme.example/theme.json'), 'URL'],
  ]

  it.each(foreign)('is a wrong call: %s', (_, value, type) => {
    const withoutRules = call(validate, value, { rules: 'off' })
    for (const run of [
      withoutRules,
      ...[convert, validate, resolve, resolveThemes].map((each) => call(each, value)),
    ]) {
      expect(run).toThrow(TypeError)
      expect(run).toThrow(new RegExp(`type ${type}: await promises`))
    }
  })

  it.each(foreign)('is unknown to detect, which says what it is: %s', (_, value, type) => {
    const { generation, reasons } = detect(value)
    expect([generation, reasons]).toEqual(['unknown', [expect.stringContaining(`type ${type},`)]])
  })

  it.each(foreign)('is neither an option nor the options: %s', (_, value, type) => {
    for (const run of [
      call(validate, document, value),
      call(convert, document, value),
      call(validate, { common: {} }, { as: 'branding', base: value }),
      call(resolve, { common: {} }, { as: 'branding', base: value }),
      call(resolve, document, { branding: value }),
      call(drawing.preview, { common: {} }, { as: 'branding', base: value }),
    ]) {
      expect(run).toThrow(TypeError)
      expect(run).toThrow(new RegExp(`not an object of the type ${type}`))
    }
  })

  it.each(foreign)('is a wrong call in a document, too, instead of an empty object: %s', (_, value) => {
    const palette = (colorPalette: unknown) => ({
      common: document.common,
      clients: { web: { defaults: { designTokens: { colorPalette } }, themes: [] } },
      web: { default: { general: {}, designTokens: { colorPalette } } },
    })
    const legacy = { web: palette(value).web }
    for (const run of [convert, validate, resolve, resolveThemes, drawing.preview])
      for (const input of [palette(value), legacy, { ...document, own: value }])
        expect(call(run, input)).toThrow(/of the type (?:Promise|Uint8Array|Map|URL)\b/)
    expect(call(validate, palette(value), { rules: 'off' })).toThrow(TypeError)
    expect(library.detectLogoOnly(palette(value))).toBeUndefined()
  })

  it('is a wrong call in a document among the options', () => {
    const circle: Record<string, unknown> = { common: {} }
    circle['self'] = circle
    let deep: object = {}
    for (let level = 0; level < 20_000; level += 1) deep = { common: deep }
    for (const value of [{ common: new Map() }, { common: () => 1 }, circle, deep])
      for (const run of [
        call(validate, { common: {} }, { as: 'branding', base: value }),
        call(resolve, { common: {} }, { as: 'branding', base: value }),
        call(drawing.preview, { common: {} }, { as: 'branding', base: value }),
        call(resolve, document, { branding: value }),
      ])
        expect(run).toThrow(/^(?:A document contains only JSON|Circular reference|.* 500 levels deep, not)/)
  })

  it.each([1n, Number.NaN, Symbol('a'), () => 1])('is a wrong call as a whole document: %s', (value) => {
    for (const run of [convert, validate, resolve, resolveThemes, drawing.preview])
      expect(call(run, value)).toThrow(/contains only JSON values; at the root/)
  })

  it('may have no prototype, or one of another realm', () => {
    expect(validate(Object.assign(Object.create(null), document)).valid).toBe(true)
    expect(validate(runInNewContext(`(${JSON.stringify(document)})`)).valid).toBe(true)
  })
})

describe('a wrong call', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'convert: a target instead of options',
      call(convert, document, 'ocis-5'),
      /must be an object.*"ocis-5"/,
    ],
    ['convert: null', call(convert, document, null), /must be an object.*null/],
    ['convert: a misspelt option', call(convert, document, { tagret: 'ocis-5' }), /"tagret".*"target"/],
    ['convert: an option of another function', call(convert, document, { served: 'ocis' }), /"served"/],
    ['convert: a wrong name style', call(convert, document, { themeNames: 'both' }), /"keep" or "readable"/],
    ['convert: a number as a schema', call(convert, document, { schema: 1 }), /"schema".*not 1/],
    ...['privacyURL', 'privacy', 'imprint_url', 'WEB_OPTION_PRIVACY_URL', 'acessDeniedHelpUrl'].map(
      (name): [string, () => unknown, RegExp] => [
        `convert: ${name} among the web options`,
        call(convert, document, { webOptions: { [name]: 'https://acme.example' } }),
        new RegExp(`"${name}" in "webOptions".*"(?:privacy|imprint|accessDeniedHelp)Url"`),
      ],
    ),
    [
      'resolve: a number as a web option',
      call(resolve, document, { webOptions: { privacyUrl: 5 } }),
      /"privacyUrl" in "webOptions" must be a string, not 5/,
    ],
    [
      'preview: web options as a list',
      call(drawing.preview, document, { webOptions: [] }),
      /not an empty list/,
    ],
    ['validate: a target instead of options', call(validate, document, 'ocis-5'), /must be an object/],
    ['validate: a misspelt option', call(validate, document, { serve: 'static' }), /"serve".*"served"/],
    ['validate: rules that are no object', call(validate, document, { rules: 'none' }), /"rules"/],
    ['validate: assets as a path', call(validate, document, { assets: '/assets' }), /"assets"/],
    ['resolve: a misspelt option', call(resolve, document, { prefer: 'dark' }), /"prefer".*"prefers"/],
    ['resolve: an index of no list', call(resolve, document, { theme: -1 }), /index from 0 on, not -1/],
    ['resolve: no number', call(resolve, document, { theme: Number.NaN }), /index from 0 on, not NaN/],
    [
      'convert: an option of the command',
      call(convert, document, { addContrast: true }),
      /"addContrastTokens"/,
    ],
    ['convert: an empty address of a schema', call(convert, document, { schema: '' }), /an address, not ""/],
    [
      'convert: a whole web configuration',
      call(convert, document, { webOptions: { server: '', options: { privacyUrl: '' } } }),
      /"options" of a web configuration, not all of it/,
    ],
    ...[true, undefined, Promise.resolve({ found: true })].map((found): [string, () => unknown, RegExp] => [
      `validate: assets that answer ${found}`,
      call(validate, document, { assets: { find: () => found } }),
      /"find" of "assets" must return \{ found: true \} or \{ found: false \}, not /,
    ]),
    ...['data:', null, Promise.resolve({ href: '' })].map((image): [string, () => unknown, RegExp] => [
      `preview: images that are ${image}`,
      call(drawing.preview, document, { images: () => image }),
      /"images" must return \{ href \}, \{ problem \} or undefined, not /,
    ]),
    [
      'previewMarkdown: pictures that are no addresses',
      call(drawing.previewMarkdown, drawing.preview(document), { pictures: [1] }),
      /list of addresses can't have 1/,
    ],
    ...[{}, { name: 'a' }].map((theme): [string, () => unknown, RegExp] => [
      `previewPage: a preview with ${JSON.stringify(theme)}`,
      call(drawing.previewPage, { ...drawing.preview(document), themes: [theme] }),
      /what preview returned/,
    ]),
    [
      'assetFolder: no path',
      () => node.assetFolder('src').find(5 as never),
      /path of an image must be a string/,
    ],
    ['embeddedImages: no path', () => node.embeddedImages('src')(5 as never), /path of an image must be/],
    ['plugin: no files', call(plugin.vite, { files: [] }), /names, folders .* not an empty list/],
    ...['branding/', '..', 'a/..', 'a\\'].flatMap((image): [string, () => unknown, RegExp][] => [
      [`brandingFor: ${image}`, call(brandingFor, image), /image/],
      [`makeBranding: ${image}`, call(library.makeBranding, { logo: image }), /image/],
    ]),
    ['resolve: a wrong preference', call(resolve, document, { prefers: 'black' }), /"light" or "dark"/],
    ['resolveThemes: a target', call(resolveThemes, document, 'ocis-8'), /must be an object/],
    ['detect: a text instead of options', call(detect, document, '{}'), /must be an object/],
    ['detect: a buffer as the text', call(detect, document, { text: Buffer.from('{}') }), /"text"/],
    ['explain: no subject', call(explain, document), /custom property/],
    ['explain: an object', call(explain, {}, {}), /custom property/],
    ['explain: a misspelt option', call(explain, document, '/logo', { them: 1 }), /"them".*"theme"/],
    ['parseText: a buffer', call(parseText, Buffer.from('{}')), /string.*toString/],
    ['parseText: nothing', call(parseText), /string/],
    ['brandingFor: no image', call(brandingFor, ''), /image/],
    ['brandingFor: a folder', call(brandingFor, 'branding/'), /image/],
    [
      'brandingFor: a misspelt option',
      call(brandingFor, 'a.png', { targte: 'ocis-8' }),
      /"targte".*"target"/,
    ],
  ])('%s is a TypeError', (_, run, says) => {
    expect(run).toThrow(TypeError)
    expect(run).toThrow(says)
  })

  it.each<[string, () => unknown, RegExp]>([
    ['convert: a misspelt target', call(convert, document, { target: 'ocis8' }), /"ocis8".*"ocis-8"/],
    ['validate: a misspelt target', call(validate, document, { target: 'opencloud' }), /opencloud-7\.3/],
    ['resolve: an unknown target', call(resolve, document, { target: 'ocis-1' }), /ocis-5/],
    ['targetFor: an unknown target', call(targetFor, 'x', 'current'), /Possible: ocis-5/],
    ['targetFor: null', call(targetFor, null, 'current'), /Unknown target null/],
    ['targetFor: a misspelt generation', call(targetFor, undefined, 'curent'), /"curent".*"current"/],
    ['targetFor: a whole detection', call(targetFor, undefined, detect(document)), /generation an object/],
    [
      'owncloud.targetFor: no generation',
      call(ownCloud.targetFor, undefined),
      /Unknown generation undefined/,
    ],
    [
      'validate: a rule in capitals',
      call(validate, document, { rules: { 'LOW-CONTRAST': 'off' } }),
      /Did you mean "low-contrast"/,
    ],
    [
      'validate: a finding of inspectImages',
      call(validate, document, { rules: { 'image-heavy': 'off' } }),
      /Unknown rule "image-heavy".* Other findings can't be switched off/,
    ],
    [
      'validate: a misspelt rule',
      call(validate, document, { rules: { 'low-contrst': 'off' } }),
      /low-contrast/,
    ],
    ['describeCode: an unknown code', call(report.describeCode, 'low-contrst'), /"low-contrast"/],
    ['createReporter: an unknown format', call(report.createReporter, 'sarf'), /"sarif"/],
    ['brandingFor: a target without branding', call(brandingFor, 'a.png', { target: 'ocis-5' }), /oCIS 5/],
  ])('%s is a RangeError', (_, run, says) => {
    expect(run).toThrow(RangeError)
    expect(run).toThrow(says)
  })

  it('is none where all options of a web configuration are the web options', () => {
    const webOptions = {
      disablePreviews: true,
      loginUrl: 'https://a.example',
      logoutUrl: 'https://a.example',
    }
    const more = { upload: { companionUrl: '' }, feedbackLink: { href: '' }, homeFolder: '/', editor: {} }
    for (const run of [convert, resolve, drawing.preview])
      expect(call(run, document, { webOptions: { ...webOptions, ...more } })).not.toThrow()
    expect(resolve(document, { webOptions: webOptions as never }).diagnostics).toEqual(
      resolve(document).diagnostics,
    )
  })

  it('of planMigration is found before a file is read', async () => {
    const webOptions = { privacyURL: 'https://acme.example' } as never
    for (const options of [{ webOptions }, { webConfig: { file: 'config.json', options: webOptions } }])
      await expect(node.planMigration('no such folder', options)).rejects.toThrow(
        /"privacyURL".*"privacyUrl"/,
      )
  })

  it('names only targets that are possible', () => {
    expect(call(convert, document, { target: 'opencloud-3' })).toThrow(/opencloud-3.*opencloud-4/)
  })

  it('is looked for in every function that takes options', () => {
    const functions = { convert, validate, resolve, resolveThemes, detect }
    for (const run of Object.values(functions))
      expect(call(run, document, { 'no such option': 1 })).toThrow(/no such option/)
  })

  it('names only releases with branding files where one is needed', () => {
    const { makeBranding } = library
    for (const run of [
      call(brandingFor, 'a.png', { target: 'ocis-5' }),
      call(makeBranding, { name: 'Acme' }, { target: 'ocis-5' }),
      call(makeBranding, { name: 'Acme' }, { target: 'ocis6' }),
    ]) {
      expect(run).toThrow(RangeError)
      expect(run).toThrow(/Possible: ocis-6, ocis-7, ocis-8/)
    }
  })

  it('of the plugin is one when the plugin is made', () => {
    const make = (options: object) => () => plugin.rollup(options as never)
    expect(make({ target: 'ocis-8', files: ['themes'] })).not.toThrow()
    expect(make({ tagret: 'ocis-8' })).toThrow(/"tagret".*"target"/)
    expect(make({ target: 'ocis-9' })).toThrow(RangeError)
    expect(make({ files: 5 })).toThrow(/"files".*not 5/)
    expect(make({ assets: {} })).toThrow(/"assets" must be the path/)
  })

  it('of a reporter is one at once, and a whole result of validate is none', () => {
    const reporter = report.createReporter('json')
    const checked = validate('{}', { target: 'ocis-8' })
    expect(reporter.file({ file: 'theme.json', text: '{}', ...checked })).toContain('theme.json')
    expect(call(reporter.file, { file: 'theme.json' })).toThrow(/"diagnostics"/)
    expect(call(reporter.file, { file: 'theme.json', diagnostics: checked })).toThrow(/list of findings/)
    expect(call(report.formatDiagnostics, checked, 'pretty')).toThrow(TypeError)
    expect(call(report.formatDiagnostics, [], 'pretty', { flie: 'a' })).toThrow(/"flie".*"file"/)
    for (const finding of [{}, null, { code: 'x', severity: 'fatal', message: '', pointer: '' }])
      expect(call(report.formatDiagnostics, [finding], 'json')).toThrow(
        /list of findings, .* can't have (?:an object|null)/,
      )
    const colors = { red: (shown: string) => shown }
    expect(call(report.formatDiagnostics, [], 'pretty', { colors })).toThrow(/the functions bold, dim, red/)
  })

  it('takes a document that is a text for what it is', () => {
    const { theme, diagnostics } = convert(JSON.stringify(document))
    expect(theme).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'not-a-theme', message: expect.stringContaining('parseText') },
    ])
  })
})

/** The functions for which any value is a document, and those that only types check. */
const acceptAnything = new Set(['detectLogoOnly', 'defineTheme'])

/** What each function gets where its first arguments are right. */
const right: Readonly<Record<string, readonly unknown[]>> = {
  explain: [document, '/logo'],
  brandingFor: ['acme.png'],
  makeBranding: [{ name: 'Acme' }],
  createReporter: ['sarif'],
  formatDiagnostics: [[], 'pretty'],
  previewPage: [drawing.preview(document)],
  previewPolicy: [],
  previewMarkdown: [drawing.preview(document)],
  findThemes: ['themes'],
  readTheme: ['theme.json'],
  readThemes: ['themes'],
  readWebConfig: ['config.json'],
  readServerSettings: [],
  writeFiles: [[]],
  writeTheme: ['no such folder/theme.json', {}],
  planMigration: ['data'],
  resumeMigration: ['data'],
  rollbackMigration: ['data'],
}

const exported: Readonly<Record<string, unknown>> = {
  ...{ ...library, ...report, ...drawing, ...node },
  ...Object.fromEntries(Object.entries(ownCloud).map(([name, value]) => [`owncloud.${name}`, value])),
  'plugin.rollup': plugin.rollup,
}

/** The name of a function without that of its entry. */
const plainName = (name: string) => name.slice(name.indexOf('.') + 1)

const functions = Object.entries(exported).filter(
  (entry): entry is [string, (...values: never[]) => unknown] =>
    typeof entry[1] === 'function' && !/Error$/.test(entry[0]) && !acceptAnything.has(plainName(entry[0])),
)

/** What comes of a call, also of one whose result is promised or made piece by piece. */
async function outcomeOf(run: (...values: never[]) => unknown, values: readonly unknown[]): Promise<unknown> {
  try {
    const result = await run(...(values as never[]))
    const { next } = Object(result) as { next?: () => unknown }
    await next?.call(result)
    return undefined
  } catch (error) {
    return error
  }
}

/** An object in an object, and so on. */
function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = wrap(undefined)
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}

const circular: Record<string, unknown> = {}
circular['common'] = circular

/** Values that no call takes, and that are no document. */
const odd: Readonly<Record<string, unknown>> = {
  ...{
    undefined,
    null: null,
    number: 42,
    NaN: Number.NaN,
    bigint: 1n,
    symbol: Symbol('a'),
    function: () => 1,
  },
  ...{ 'no text': '', 'a number as a text': '42', 'a NUL character': 'a\0b', 'half a character': '\ud800' },
  ...{
    'an object': {},
    'a list': [],
    'a list with holes': Object.assign(new Array(3), { 1: 1 }),
    'an object like a list': { length: 1e9 },
  },
  ...{ 'a file': { file: 'x' }, bytes: Buffer.from('{}'), map: new Map([['a', 1]]), date: new Date(0) },
  ...{ 'a text as an object': new String('a'), 'without a prototype': Object.create(null), circular },
  ...{ 'a bigint inside': { common: { name: 1n } }, 'a symbol inside': { common: Symbol('a') } },
  'many objects in each other': nested(20_000, (inner) => ({ common: inner })),
  'many lists in each other': nested(20_000, (inner) => [inner]),
  'a long text': 'a'.repeat(100_000),
  'a name of a type that acts on terminals': { [Symbol.toStringTag]: raw },
  'an option that acts on terminals': { [raw]: raw },
  'options with a NUL character': { cwd: 'a\0b', root: 'a\0b', files: ['a\0b'], environment: { A: 'a\0b' } },
}

const throwing = () => {
  throw new Error('own error')
}
const getter = { enumerable: true, get: throwing }
const { proxy: revoked, revoke } = Proxy.revocable({}, {})
revoke()

/** Objects that throw an error of their own when they are looked at. */
const throwingObjects: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    ['common', 'target', 'cwd', 'name', 'themes', Symbol.toStringTag].map((name) => [
      `a getter of ${String(name)}`,
      Object.defineProperty({}, name, getter),
    ]),
  ),
  'a getter inside': { clients: Object.defineProperty({}, 'web', getter) },
  'a proxy': new Proxy({}, { get: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing }),
  'a proxy of a list': new Proxy([], { get: throwing, ownKeys: throwing }),
  'a revoked proxy': revoked,
}

/** What the language says of a value that the code didn't expect. */
const ofTheLanguage =
  /^Cannot |is not (?:a function|iterable|defined)|^undefined|\(reading |call stack|to JSON|serialize|The argument '/

/** What comes of each call of a function with a value. */
async function eachOutcome(value: unknown, look: (name: string, error: unknown) => void): Promise<void> {
  for (const [name, run] of functions) {
    const before = right[plainName(name)]
    const calls = [[value], [document, value], ...(before === undefined ? [] : [[...before, value]])]
    for (const values of calls) {
      const error = await outcomeOf(run, values)
      if (error !== undefined) look(name, error)
    }
  }
}

describe('of every public function', () => {
  it('no error without arguments is one of the language', async () => {
    for (const [name, run] of functions) {
      const error = await outcomeOf(run, [])
      if (error !== undefined) expect((error as Error).message, name).not.toMatch(ofTheLanguage)
    }
  })

  it.each(Object.keys(odd))('an error says what is wrong: %s', async (key) => {
    await eachOutcome(odd[key], (name, error) => {
      const isOfCall = error instanceof TypeError || error instanceof RangeError
      expect(error, name).toSatisfy((one) => isOfCall || (one instanceof Error && one.name in node))
      const { message } = error as Error
      expect(message, name).not.toMatch(ofTheLanguage)
      expect(rawTextsIn({ message }), name).toEqual([])
      if (isOfCall) expect(message.length, name).toBeLessThan(5000)
    })
  })

  it.each(Object.keys(throwingObjects))('the error of an object comes through: %s', async (key) => {
    await eachOutcome(throwingObjects[key], (name, error) => {
      const { message } = error as Error
      if (message !== 'own error' && !message.includes('revoked'))
        expect(message, name).not.toMatch(ofTheLanguage)
    })
  })

  it('a misspelt option is refused, with those that there are', async () => {
    const taking = functions.filter(([name]) => name in right || name === 'convert')
    expect(taking.length).toBe(Object.keys(right).length + 1)
    for (const [name, run] of taking) {
      const error = await outcomeOf(run, [...(right[name] ?? [document]), { 'no such option': 1 }])
      expect(error, name).toBeInstanceOf(TypeError)
      expect((error as Error).message, name).toMatch(/Unknown option "no such option"\. The options are "/)
    }
  })

  it('an empty path is refused, which would be the current folder', async () => {
    for (const [name, run] of functions) {
      if (!(name in node) || !(name in right)) continue
      const values = right[name] as readonly unknown[]
      const error = await outcomeOf(run, [...values, { cwd: '' }])
      expect((error as Error).message, name).toMatch(/"cwd" must be the path of a folder, not ""/)
    }
    for (const option of ['root', 'assets', 'config'])
      expect(call(plugin.rollup, { [option]: '' }), option).toThrow(/must be .*path.*, not ""/)
    expect(await outcomeOf(node.readServerSettings, [{ files: [''] }])).toBeInstanceOf(TypeError)
  })
})
