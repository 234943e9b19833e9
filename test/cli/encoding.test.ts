import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkThemes } from '../../src/plugin/check-themes.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { setAt } from '../support/change.js'
import { runInProcess } from '../support/run-command.js'

const cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-encoding-'))
afterAll(() => rmSync(cwd, { recursive: true }))
const slogan = 'Dateien für alle'
const text = JSON.stringify(setAt(exampleTheme(), '/common/slogan', slogan), null, 2)
const encodings = {
  'latin1.json': Buffer.from(text, 'latin1'),
  'utf16.json': Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf16-without-mark.json': Buffer.from(text, 'utf16le'),
  'latin1-broken.json': Buffer.from(text.replace('{', '{ // Thema für alle'), 'latin1'),
}
for (const [name, bytes] of Object.entries(encodings)) writeFileSync(path.join(cwd, name), bytes)
mkdirSync(path.join(cwd, 'themes'))
writeFileSync(path.join(cwd, 'themes', 'acme.json'), encodings['latin1.json'])

const run = (...args: string[]) => runInProcess(args, { cwd })

async function validated(...args: string[]) {
  const { status, stdout } = await run('validate', '--format', 'json', ...args)
  const { files } = JSON.parse(stdout) as {
    files: { diagnostics: { code: string; severity: string; range?: { start: object } }[] }[]
  }
  return {
    status,
    found: files.flatMap(({ diagnostics }) => diagnostics.map((one) => `${one.severity} ${one.code}`)),
    start: files[0]?.diagnostics[0]?.range?.start,
  }
}

describe('a file in Latin-1', () => {
  const line = text.split('\n').findIndex((each) => each.includes(slogan)) + 1
  const column = (text.split('\n')[line - 1] as string).indexOf('ü') + 1

  it.each(['static', 'ocis'])('is accepted by clients (%s), which show � in it', async (served) => {
    const args = ['--served', served, 'latin1.json']
    expect(await validated(...args)).toEqual({
      status: 0,
      found: ['warning wrong-encoding'],
      start: { line, column },
    })
    expect((await validated('--strict', ...args)).status).toBe(1)
  })

  it('is found in a folder by its content', async () => {
    expect((await validated('themes')).found).toContain('warning wrong-encoding')
  })

  it('has its other mistakes named too', async () => {
    const { status, found } = await validated('latin1-broken.json')
    expect([status, found]).toEqual([1, ['error syntax-error', 'warning wrong-encoding']])
  })

  it('is detected and shown, with the warning', async () => {
    const detected = await run('detect', 'latin1.json')
    expect(detected).toMatchObject({ status: 0, stdout: expect.stringContaining('current') })
    const resolved = await run('resolve', '--explain', '/common/slogan', 'latin1.json')
    expect(resolved).toMatchObject({ status: 0, stdout: expect.stringContaining('Dateien f\ufffdr alle') })
    for (const { stderr } of [detected, resolved]) expect(stderr).toContain('wrong-encoding')
  })

  it('is not converted: nobody knows which letters the bytes were', async () => {
    for (const args of [[], ['--check'], ['-o', 'new.json']]) {
      const { status, stdout, stderr } = await run('convert', 'latin1.json', ...args)
      expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(/not UTF-8.*wrong-encoding/)])
    }
  })

  it('warns in a build', async () => {
    expect(await checkThemes({ files: 'latin1.json' }, cwd)).toMatchObject({
      warnings: [{ text: expect.stringContaining('(wrong-encoding)') }],
      error: undefined,
    })
  })
})

describe.each(['utf16.json', 'utf16-without-mark.json'])('%s', (file) => {
  it('is read by nobody', async () => {
    expect(await validated(file)).toMatchObject({ status: 2, found: ['error wrong-encoding'] })
    for (const verb of ['detect', 'resolve', 'convert']) expect((await run(verb, file)).status).toBe(2)
    const { error } = await checkThemes({ files: file }, cwd)
    expect(error?.message).toContain('1 error')
    // Bundlers print it.
    expect(error?.stack).toBe('')
  })
})
