import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { killCommandAt, withoutTools } from '../support/faulty-disk.js'
import { logoOnly, uploadServers } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const [, ocis4] = uploadServers
const text = String(logoOnly(ocis4.shipped)['themes/owncloud/theme.json'])

let folder: string
let installTools: () => void
const at = (name: string) => path.join(folder, name)

beforeAll(() => {
  installTools = withoutTools()
})
afterAll(() => installTools())

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-convert-kill-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function restart(): void {
  rmSync(folder, { recursive: true })
  mkdirSync(at('sub'), { recursive: true })
  writeFileSync(at('theme.json'), text)
}

const convert = (args: readonly string[]) => runInProcess(['convert', 'theme.json', ...args], { cwd: folder })

/** All files but what a killed run may keep for ten minutes. */
function files(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .filter((name) => !name.includes('.theme-convert-'))
    .sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(at(name), 'utf8')]))
}

describe('a conversion with several outputs that is killed', () => {
  it.each<[string, string[]]>([
    ['in place', ['--write', '--branding-out', 'branding.json']],
    ['in place with a report', ['--write', '--report', 'sub/report.json', '--branding-out', 'branding.json']],
    [
      'into another file',
      ['-o', 'sub/new.json', '--report', 'report.json', '--branding-out', 'branding.json'],
    ],
    ['over itself', ['-o', 'theme.json', '--force', '--branding-out', 'branding.json']],
  ])('%s is finished by the same call, wherever that was', async (_, args) => {
    restart()
    expect(await convert(args)).toMatchObject({ status: 0 })
    const finished = files()
    expect(finished['branding.json']).toContain('themes/_branding/acme.png')
    let step = 1
    for (; ; step += 1) {
      restart()
      if (!(await killCommandAt(step, () => convert(args)))) break
      for (const [name, content] of Object.entries(files())) {
        // Every file is whole: old, or new, or a copy of the old one.
        expect([text, finished[name]], `step ${step}, ${name}`).toContain(content)
      }
      const { status, stderr } = await convert(args)
      expect([step, status, stderr]).toEqual([step, 0, expect.not.stringContaining("can't")])
      expect([step, files()]).toEqual([step, finished])
    }
    expect(step).toBeGreaterThan(15)
  })

  it('says so of the theme when all was written already', async () => {
    restart()
    const args = ['--write', '--report', 'report.json', '--branding-out', 'branding.json']
    await convert(args)
    const before = files()
    const { status, stderr } = await convert(args)
    expect([status, stderr]).toEqual([0, expect.stringContaining('theme.json already has the new theme.')])
    expect(files()).toEqual(before)
  })

  it('is no cover for a theme that was changed since', async () => {
    restart()
    await convert(['--write'])
    const changed = readFileSync(at('theme.json'), 'utf8').replace('ownCloud', 'Acme')
    writeFileSync(at('theme.json'), changed)
    expect(await convert(['--write', '--report', 'report.json'])).toMatchObject({ status: 0 })
    const { entries } = JSON.parse(readFileSync(at('report.json'), 'utf8')) as {
      entries: { action: string }[]
    }
    expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(['kept']))
    expect(readFileSync(at('theme.json'), 'utf8')).toBe(changed)
  })
})
