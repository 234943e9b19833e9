import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInProcess } from '../support/run-command.js'

const logo = 'themes/_branding/acme.png'
const files: Readonly<Record<string, unknown>> = {
  'themes/_branding/theme.json': { common: { name: 'Acme' } },
  'themes/acme/theme.json': { common: { name: 'Acme' } },
  'upload.json': {
    common: { logo },
    clients: { web: { defaults: { logo: { topbar: logo, login: logo } } } },
  },
  'opencloud.json': {
    common: { name: 'Acme', urls: {}, shareRoles: {} },
    clients: {
      web: {
        defaults: { logo: 'a.svg', designTokens: { roles: {} } },
        themes: [{ label: 'Light', isDark: false }],
      },
    },
  },
}

let cwd: string

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-roles-'))
  for (const [name, document] of Object.entries(files)) {
    mkdirSync(path.join(cwd, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(cwd, name), JSON.stringify(document))
  }
})

afterAll(() => rmSync(cwd, { recursive: true }))

const run = (...args: string[]) => runInProcess(args, { cwd })

interface Report {
  files: { file: string; diagnostics: { code: string }[] }[]
}

async function validated(...args: string[]) {
  const { stdout, status } = await run('validate', '--format', 'json', ...args)
  const { files } = JSON.parse(stdout) as Report
  return { status, codes: files.map(({ diagnostics }) => diagnostics.map(({ code }) => code)) }
}

describe('the role of a file', () => {
  it('is what its folder says', async () => {
    expect(await validated('themes/_branding/theme.json')).toEqual({ status: 0, codes: [[]] })
    expect(await validated('themes/acme/theme.json')).toEqual({ status: 1, codes: [['partial-theme']] })
    // A folder has files of both.
    expect(await validated('themes')).toEqual({ status: 1, codes: [[], ['partial-theme']] })
  })

  it('is what the caller says', async () => {
    expect(await validated('upload.json')).toEqual({ status: 1, codes: [['partial-theme']] })
    expect(await validated('--as', 'branding', 'upload.json')).toEqual({ status: 0, codes: [[]] })
    expect(await validated('--as', 'theme', 'themes/_branding/theme.json')).toMatchObject({ status: 1 })
  })

  it('of standard input is what the given name says', async () => {
    const input = JSON.stringify(files['upload.json'])
    const args = ['validate', '-', '--stdin-filename']
    expect((await runInProcess([...args, 'themes/_branding/theme.json'], { cwd, input })).status).toBe(0)
    expect((await runInProcess([...args, 'theme.json'], { cwd, input })).status).toBe(1)
  })

  it('goes with the theme below it', async () => {
    const args = ['--as', 'branding', 'upload.json', '--theme-file', 'opencloud.json']
    expect(await validated(...args)).toEqual({ status: 1, codes: [['other-product']] })
    for (const [file, says] of [
      ['nowhere.json', "--theme-file nowhere.json can't be read"],
      ['themes', "--theme-file themes can't be read"],
    ] as const) {
      const { status, stderr } = await run('validate', 'upload.json', '--theme-file', file)
      expect([status, stderr]).toEqual([2, expect.stringContaining(says)])
    }
  })
})

describe('detect', () => {
  const detected = async (...args: string[]) => {
    const { stdout } = await run('detect', '--format', 'json', ...args)
    const [file] = (JSON.parse(stdout) as { files: { generation: string; candidates: string[] }[] }).files
    return [file?.generation, file?.candidates]
  }

  it('says both where the content leaves both open', async () => {
    expect(await detected('upload.json')).toEqual(['branding', ['branding', 'current']])
    expect(await detected('themes/acme/theme.json')).toEqual(['branding', ['branding', 'current']])
  })

  it('says what the role makes of it', async () => {
    expect(await detected('--as', 'theme', 'upload.json')).toEqual(['current', ['current']])
    expect(await detected('--as', 'branding', 'upload.json')).toEqual(['branding', ['branding']])
    expect((await run('detect', '--as', 'logo', 'upload.json')).status).toBe(2)
  })
})

describe('convert', () => {
  it('never calls a part of a theme right without saying what for', async () => {
    const part = await run('convert', '--check', 'themes/acme/theme.json')
    expect([part.status, part.stdout]).toEqual([1, ''])
    for (const cure of ['partial-theme', '--as branding', '--as theme']) expect(part.stderr).toContain(cure)
    const input = JSON.stringify(files['themes/acme/theme.json'])
    expect((await runInProcess(['convert', '-'], { cwd, input })).status).toBe(1)
    for (const args of [['themes/_branding/theme.json'], ['--as', 'branding', 'themes/acme/theme.json']]) {
      const { status, stderr } = await run('convert', '--check', ...args)
      expect([status, stderr]).toEqual([0, expect.stringContaining('as a branding file')])
    }
  })

  it('takes what a logo upload wrote for a branding file, and says that it is no theme', async () => {
    const check = await run('convert', '--check', 'upload.json')
    expect([check.status, check.stderr]).toEqual([0, expect.stringContaining('as a branding file')])
    const { status, stdout, stderr } = await run('convert', 'upload.json')
    expect([status, JSON.parse(stdout)]).toEqual([0, files['upload.json']])
    expect(stderr).toContain('clients reject it')
  })

  it('fills a theme in where it is said to be one', async () => {
    const { status, stdout } = await run('convert', '--as', 'theme', 'themes/acme/theme.json')
    expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ clients: expect.anything() })])
  })
})

describe('resolve', () => {
  it('lays a branding file over the theme that the server brings along', async () => {
    const { status, stdout } = await run(
      'resolve',
      'themes/_branding/theme.json',
      '--explain',
      '/common/name',
    )
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('"Acme", from the root\'s common (the branding'),
    ])
  })

  it('lays it over another theme, and blames it when the whole is rejected', async () => {
    const args = ['--as', 'branding', 'upload.json', '--theme-file', 'opencloud.json', '--explain', '/logo']
    const { status, stdout, stderr } = await run('resolve', ...args)
    expect(status).toBe(1)
    expect(stderr).toContain('With this branding file the theme fails the check')
    expect(stdout).toContain('without keys that the client reads')
  })

  it('takes a branding file once', async () => {
    const { status, stderr } = await run(
      'resolve',
      'themes/_branding/theme.json',
      '--branding',
      'upload.json',
    )
    expect([status, stderr]).toEqual([2, expect.stringContaining('leave out --branding')])
  })
})
