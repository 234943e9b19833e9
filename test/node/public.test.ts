import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brandingFor, convert, detect, resolve, validate } from '../../src/index.js'
import {
  applyMigration,
  assetFolder,
  embeddedImages,
  FileExistsError,
  faviconFor,
  findThemes,
  inspectImages,
  MigrationError,
  type MigrationPlan,
  NoFilesError,
  planMigration,
  readServerSettings,
  readTheme,
  readThemes,
  readWebConfig,
  resumeMigration,
  rollbackMigration,
  SettingsError,
  WriteError,
  writeFiles,
  writeTheme,
} from '../../src/node/index.js'
import { preview } from '../../src/preview/index.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { logoOnly, snapshot, uploadServers, writeInstance } from '../support/instances.js'

const legacy = `${JSON.stringify(exampleLegacyTheme(), null, 2)}\n`
const [, ocis4] = uploadServers

let cwd: string
const at = (name: string) => path.join(cwd, name)
const put = (name: string, content: string | Buffer) => {
  mkdirSync(path.dirname(at(name)), { recursive: true })
  writeFileSync(at(name), content)
}

beforeEach(() => {
  cwd = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'theme-convert-node-')))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

describe('readTheme', () => {
  it('gives the text and the document', async () => {
    put('theme.json', legacy)
    const { file, text, document, diagnostics } = await readTheme('theme.json', { cwd })
    expect([file, text, diagnostics]).toEqual(['theme.json', legacy, []])
    expect(document).toEqual(exampleLegacyTheme())
  })

  it.each<[string, string | Buffer | undefined, string]>([
    ['is missing', undefined, 'unreadable-file'],
    ['is no JSON', '{ "a": 1, }', 'syntax-error'],
    ['is not UTF-8', Buffer.from([0x22, 0xe4, 0x22]), 'wrong-encoding'],
    ['has a key twice', '{ "a": 1, "a": 2 }', 'duplicate-key'],
  ])('throws nothing for a file that %s', async (_, content, code) => {
    if (content !== undefined) put('theme.json', content)
    const { document, diagnostics } = await readTheme('theme.json', { cwd })
    expect(document).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code, severity: 'error' }])
  })

  it('gives what users see of a file that is not UTF-8', async () => {
    put('theme.json', Buffer.from('7b2261223a22e4227d', 'hex'))
    expect(await readTheme('theme.json', { cwd })).toMatchObject({ text: undefined, shown: '{"a":"\ufffd"}' })
  })

  it('takes "-" for a file', async () => {
    put('-', '{}')
    expect(await readTheme('-', { cwd })).toMatchObject({ file: '-', text: '{}' })
  })
})

describe('readThemes', () => {
  beforeEach(() => {
    put('themes/a/theme.json', legacy)
    put('themes/b/theme.json', '{')
    put('themes/b/package.json', '{ "name": "b" }')
  })

  it('reads every theme of a folder, the broken ones too', async () => {
    const found: [string, boolean][] = []
    for await (const { file, document } of readThemes('themes', { cwd })) {
      found.push([file.replaceAll('\\', '/'), document !== undefined])
    }
    expect(found).toEqual([
      ['themes/a/theme.json', true],
      ['themes/b/theme.json', false],
    ])
    expect((await findThemes(['themes'], { cwd })).length).toBe(2)
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    const read = async () => {
      for await (const _ of readThemes('themes', { cwd, signal: controller.signal })) {
        controller.abort(new Error('enough'))
      }
    }
    await expect(read).rejects.toThrow('enough')
    await expect(findThemes('themes', { cwd, signal: controller.signal })).rejects.toThrow('enough')
  })

  it('says which folder or pattern has none', async () => {
    mkdirSync(at('empty'))
    await expect(findThemes('empty', { cwd })).rejects.toThrow(NoFilesError)
    await expect(readThemes('*.yaml', { cwd }).next()).rejects.toThrow(/\*\.yaml/)
  })
})

describe('writeTheme and writeFiles', () => {
  it('convert a folder, and keep the old files', async () => {
    put('themes/a/theme.json', legacy)
    for await (const { file, document, text } of readThemes('themes', { cwd })) {
      const { theme } = convert(document)
      if (theme === undefined || text === undefined) throw new Error('no theme')
      const { backup = '' } = await writeTheme(file, theme, {
        cwd,
        overwrite: true,
        expected: text,
        backup: true,
      })
      expect(readFileSync(backup, 'utf8')).toBe(legacy)
    }
    const { document } = await readTheme('themes/a/theme.json', { cwd })
    expect(validate(document, { target: 'ocis-8' }).valid).toBe(true)
  })

  it.each<[string, () => object | Promise<object>]>([
    ['convert', () => convert(JSON.parse(legacy))],
    ['validate', () => validate(legacy)],
    ['detect', () => detect(JSON.parse(legacy))],
    ['resolve', () => resolve(JSON.parse(legacy))],
    ['preview', () => preview(JSON.parse(legacy))],
    ['readTheme', () => readTheme('theme.json', { cwd })],
  ])('refuse the whole result of %s as a theme', async (_, result) => {
    put('theme.json', legacy)
    const written = writeTheme('new.json', await result(), { cwd })
    await expect(written).rejects.toThrow(TypeError)
    await expect(written).rejects.toThrow(/"theme" of convert/)
    expect(existsSync(at('new.json'))).toBe(false)
  })

  it.each<[string, object, RegExp]>([
    ['a promise', Promise.resolve({ a: 1 }), /type Promise.*await/],
    ['a map', new Map([['a', 1]]), /type Map/],
    ['a date', new Date(0), /type Date/],
    ['bytes', Buffer.from('{}'), /type Uint8Array/],
    ['a promise in it', { clients: { web: Promise.resolve({}) } }, /\/clients\/web .*type Promise/],
    ['a date in it', { a: [new Date(0)] }, /\/a\/0 .*type Date/],
    ['a function in it', { a: () => 1 }, /\/a .*function/],
    ['infinity in it', { a: 1 / 0 }, /\/a .*Infinity/],
  ])('writes no object that JSON cannot hold: %s', async (_, value, says) => {
    put('theme.json', legacy)
    const written = writeTheme('theme.json', value, { cwd, overwrite: true })
    await expect(written).rejects.toThrow(TypeError)
    await expect(written).rejects.toThrow(says)
    expect(readFileSync(at('theme.json'), 'utf8')).toBe(legacy)
  })

  it('replace nothing unasked, nothing that changed, and all or nothing', async () => {
    put('theme.json', legacy)
    const new1 = { file: 'new.json', content: '{}' }
    const refused = writeFiles([new1, { file: 'theme.json', content: '{}' }], { cwd })
    await expect(refused).rejects.toThrow(FileExistsError)
    await expect(refused).rejects.toThrow(/theme\.json exists already.*"overwrite"/)
    await expect(
      writeFiles([new1, { file: 'theme.json', content: '{}', overwrite: true, expected: '{ }' }], { cwd }),
    ).rejects.toThrow(WriteError)
    expect([existsSync(at('new.json')), readFileSync(at('theme.json'), 'utf8')]).toEqual([false, legacy])
    expect(await writeFiles([new1], { cwd })).toEqual([{ file: 'new.json', backup: undefined }])
  })
})

describe('a migration', () => {
  const files = logoOnly(ocis4.shipped)
  const plan = (more: object = {}) => planMigration('data', { cwd, target: 'ocis-8', ...more })

  beforeEach(() => writeInstance(at('data'), files))

  it('is planned, applied and taken back, byte by byte', async () => {
    const before = snapshot(at('data'))
    const made = await plan()
    expect(made).toMatchObject({ folder: at('data'), assets: 'web/assets', target: 'ocis-8' })
    expect(made.steps.map(({ action }) => action)).toEqual(['move', 'write', 'delete'])
    expect(snapshot(at('data'))).toEqual(before)
    const { steps, folders, problems } = await applyMigration(made)
    expect([steps, folders, problems]).toEqual([made.steps, [at('data')], []])
    expect(existsSync(at('data/web/assets/themes/_branding/acme.png'))).toBe(true)
    const { restored, elsewhere } = await rollbackMigration('data', { cwd })
    expect(restored).toMatchObject([
      { folder: at('data'), files: expect.arrayContaining(['web/assets/branding/acme.png']) },
    ])
    expect(elsewhere).toEqual([])
    expect(snapshot(at('data'))).toEqual(before)
    expect(await rollbackMigration('data', { cwd })).toMatchObject({ restored: [] })
  })

  it('is plain data', async () => {
    const made = await plan()
    const copy = JSON.parse(JSON.stringify(made)) as MigrationPlan
    expect(copy).toEqual(made)
    await applyMigration(copy)
    expect((await plan()).steps).toEqual([])
  })

  it('is not applied to files that it was not planned for', async () => {
    const made = await plan()
    writeFileSync(at('data/web/assets/themes/owncloud/theme.json'), legacy)
    const before = snapshot(at('data'))
    await expect(applyMigration(made)).rejects.toThrow(/changed by another program.*Nothing was changed/)
    await expect(applyMigration(made)).rejects.toThrow(MigrationError)
    expect(snapshot(at('data'))).toEqual(before)
  })

  it.each([
    ['a theme', 'themes/owncloud/theme.json'],
    ['the branding', 'themes/_branding/theme.json'],
  ])('to another server is not applied when %s of the old one has changed', async (_, file) => {
    const branding = JSON.stringify(brandingFor('acme.png'))
    const own = { 'themes/owncloud/theme.json': legacy, 'themes/_branding/theme.json': branding }
    writeInstance(at('old'), { ...own, 'themes/other/notes.txt': 'n' })
    mkdirSync(at('new'))
    const made = await planMigration('old', { cwd, to: 'new' })
    const saved = JSON.parse(JSON.stringify(made)) as MigrationPlan
    expect(saved).toEqual(made)
    expect(Object.keys(saved.sources).sort()).toEqual(Object.keys(own).sort())
    const place = at(`old/web/assets/${file}`)
    const before = readFileSync(place)
    for (const text of [`${before} `, 'none']) {
      writeFileSync(place, text)
      const whole = snapshot(cwd)
      await expect(applyMigration(saved)).rejects.toThrow(/changed by another program.*Nothing was changed/)
      expect(snapshot(cwd)).toEqual(whole)
    }
    rmSync(place)
    await expect(applyMigration(saved)).rejects.toThrow(MigrationError)
    writeFileSync(place, before)
    await applyMigration(saved)
    expect(existsSync(at('new/web/assets/themes/opencloud/theme.json'))).toBe(true)
  })

  it('touches nothing outside of the folder, whatever the plan says', async () => {
    const made = await plan()
    const step = { action: 'write', file: '../../../outside.json', text: '{}', reason: '' } as const
    await expect(applyMigration({ ...made, steps: [step] })).rejects.toThrow(RangeError)
    const wrong: [unknown, RegExp][] = [
      [
        { ...step, file: 'a.json', action: 'delte' },
        /Unknown action of a step "delte"\. Did you mean "delete"\?/,
      ],
      [{ action: 'write', file: 'a.json' }, /"write" needs the text "text"/],
      [{ action: 'move', file: 'a.json', to: 5 }, /"move" needs the text "to"/],
      [{ action: 'delete' }, /"delete" needs the text "file"/],
      [null, /Unknown action of a step undefined/],
    ]
    for (const [other, says] of wrong)
      await expect(applyMigration({ ...made, steps: [other as never] })).rejects.toThrow(says)
    expect(existsSync(at('outside.json'))).toBe(false)
  })

  it('writes other files with it, or nothing', async () => {
    put('taken.txt', 'mine')
    const made = await plan()
    const before = snapshot(at('data'))
    const extra = (file: string) => ({ files: [{ file, content: 'new' }], cwd })
    await expect(applyMigration(made, extra('taken.txt'))).rejects.toThrow(FileExistsError)
    expect(snapshot(at('data'))).toEqual(before)
    await applyMigration(made, extra('free.txt'))
    expect(readFileSync(at('free.txt'), 'utf8')).toBe('new')
  })

  it('takes settings and the old web configuration', async () => {
    put('config.json', '{ "options": { "imprintUrl": "https://acme.example/imprint" } }')
    put('.env', `WEB_ASSET_PATH=${at('other')}\n`)
    writeInstance(at('other'), { 'themes/acme/theme.json': legacy }, '')
    const server = await readServerSettings({ files: ['.env'], cwd })
    const webConfig = await readWebConfig('config.json', { cwd })
    const made = await plan({ server, webConfig })
    expect(made.parts).toMatchObject([{ below: '', at: at('other') }])
    expect(made.steps).toMatchObject([
      { action: 'convert', text: expect.stringContaining('acme.example/imprint') },
    ])
    expect((await applyMigration(made)).folders).toEqual([at('other')])
    expect(await rollbackMigration('data', { cwd, server })).toMatchObject({
      restored: [],
      elsewhere: [at('other')],
    })
    await expect(readWebConfig('.env', { cwd })).rejects.toThrow(SettingsError)
  })

  it('makes a favicon of the logo', async () => {
    const logo = await sharp({ create: { width: 90, height: 30, channels: 3, background: '#0b4f4a' } })
      .png()
      .toBuffer()
    put('data/web/assets/branding/acme.png', logo)
    const { width, height } = await sharp(await faviconFor(await plan())).metadata()
    expect([width, height]).toEqual([64, 64])
  })

  it('refuses what is no instance, and stops when it is told to', async () => {
    mkdirSync(at('empty'))
    await expect(planMigration('empty', { cwd })).rejects.toThrow(MigrationError)
    await expect(planMigration('nowhere', { cwd })).rejects.toThrow(/nowhere.*no such file/)
    await expect(plan({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
    expect(await resumeMigration('data', { cwd })).toEqual({ outcome: undefined, problems: [] })
  })
})

describe('images', () => {
  beforeEach(() => {
    put(
      'assets/themes/acme/logo.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><script>1</script><rect width="90" height="30" fill="red"/></svg>',
    )
  })

  it('are looked for, looked into and embedded', async () => {
    const assets = assetFolder(at('assets'))
    const text = JSON.stringify(exampleTheme(), null, 2)
    const missing = validate(text, { target: 'ocis-8', assets }).diagnostics.filter(
      ({ code }) => code === 'image-missing',
    )
    expect(missing.length).toBeGreaterThan(0)
    const { diagnostics, target } = await inspectImages(text, { assets })
    expect(target).toBe('ocis-8')
    const [script] = diagnostics.filter(({ code }) => code === 'image-script')
    expect(script?.range.start.line).toBeGreaterThan(1)
    const off = await inspectImages(exampleTheme(), { assets, rules: { 'image-script': 'off' } })
    expect(off.diagnostics.filter(({ code }) => code === 'image-script')).toEqual([])
    expect(embeddedImages(at('assets'))('themes/acme/logo.svg')).toMatchObject({
      href: expect.stringMatching(/^data:image\/svg/),
    })
    expect((await inspectImages('{', { assets })).diagnostics).toMatchObject([{ code: 'syntax-error' }])
  })
})
