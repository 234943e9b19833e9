import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { meanings } from '../../src/node/system-errors.js'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { onDamagedDisk } from '../support/failing-reads.js'
import { refusal, whileFaulty } from '../support/faulty-disk.js'
import { logoOnly, snapshot, uploadServers, writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const codes = [
  ...['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ELOOP', 'ENAMETOOLONG'],
  ...['ENOTDIR', 'EMFILE', 'EIO', 'EXDEV', 'EINVAL'],
]
const [, ocis4] = uploadServers
let folder: string
const at = (...names: string[]) => path.join(folder, ...names)
const run = (args: readonly string[]) => runInProcess(args, { cwd: folder })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-errors-'))
  writeInstance(at('data'), {
    ...logoOnly(ocis4.shipped),
    'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme()),
  })
  mkdirSync(at('new'))
  writeFileSync(at('legacy.json'), JSON.stringify(exampleLegacyTheme()))
  writeFileSync(at('server.env'), 'WEB_UI_THEME_PATH=/themes/acme/theme.json\n')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Only the words of this package: neither those of the system, nor those of a program that gave up. */
const raw = /\bE[A-Z]{3,}\b|words of the system|refused by the test|internal error|\n\s+at /

describe("a file that can't be read", () => {
  it.each([
    ['validate', 'legacy.json'],
    ['validate', 'legacy.json', '--theme-file', 'legacy.json'],
    ['detect', 'legacy.json'],
    ['convert', 'legacy.json'],
    ['resolve', 'legacy.json'],
    ['preview', 'legacy.json'],
    ['migrate', 'data'],
    ['migrate', 'data', '--to', 'new'],
    ['migrate', 'data', '--rollback'],
    ['doctor', 'data', '--settings', 'server.env'],
  ])('is explained whatever the system says: %s %s %s %s', async (...args) => {
    await run(args)
    for (const code of codes) {
      const said = new Set<string>()
      for (let number = 1; number <= 12; number += 1) {
        let all = ''
        const failed = await onDamagedDisk(
          number,
          folder,
          async () => {
            const { stdout, stderr } = await run(args)
            all = stdout + stderr
          },
          code,
        )
        if (failed === undefined) break
        expect([failed, raw.exec(all)?.[0]]).toEqual([failed, undefined])
        said.add(all)
      }
      expect([...said].join('')).toContain(meanings[code]?.says.split('. ')[0])
    }
  })
})

describe("a file that can't be written", () => {
  it.each([
    ['convert', 'legacy.json', '-o', 'out.json'],
    ['convert', 'legacy.json', '--write'],
    ['validate', 'legacy.json', '--report', 'json=out.json'],
    ['preview', 'legacy.json', '-o', 'out.html'],
    ['branding', '--name', 'Acme', '-o', 'out.json'],
    ['migrate', 'data', '--report', 'out.json'],
    ['migrate', 'data', '--apply'],
    ['migrate', 'data', '--to', 'new', '--apply'],
  ])('is explained whatever the system says: %s %s %s %s', async (...args) => {
    const before = snapshot(folder)
    for (const code of codes) {
      const { status, stderr } = await whileFaulty(
        ({ name, args: [file], isChange }) => {
          if (isChange) throw Object.assign(refusal(code, name), { path: file })
          return undefined
        },
        () => run(args),
      )
      const { says = '', toWrite = says } = meanings[code] ?? {}
      expect([status, stderr]).toEqual([2, expect.stringContaining(toWrite)])
      expect(stderr).not.toMatch(raw)
      expect(snapshot(folder)).toEqual(before)
    }
  })

  it('is explained when a migration is taken back', async () => {
    expect((await run(['migrate', 'data', '--apply'])).stderr).not.toContain('theme-convert:')
    const applied = snapshot(folder)
    for (const code of codes) {
      const { status, stderr } = await whileFaulty(
        ({ name, args: [file], isChange }) => {
          if (isChange) throw Object.assign(refusal(code, name), { path: file })
          return undefined
        },
        () => run(['migrate', 'data', '--rollback']),
      )
      const { says = '', toWrite = says } = meanings[code] ?? {}
      expect([status, stderr]).toEqual([2, expect.stringContaining(toWrite)])
      expect(stderr).not.toMatch(raw)
      expect(snapshot(folder)).toEqual(applied)
    }
  })
})

describe('what is behind a loop of links', () => {
  beforeEach(() => symlinkSync('loop', at('loop')))

  it.each([
    [['migrate', 'data', '--to', 'loop']],
    [['migrate', 'loop']],
    [['migrate', 'loop', '--rollback']],
    [['doctor', 'loop']],
    [['validate', 'loop']],
    [['loop']],
    [['validate', 'legacy.json', '--assets', 'loop']],
    [['preview', 'legacy.json', '--assets', 'loop']],
    [['validate', 'legacy.json', '--config', 'loop']],
    [['validate', 'legacy.json', '--theme-file', 'loop']],
    [['convert', 'legacy.json', '--web-config', 'loop']],
    [['convert', 'legacy.json', '-o', 'loop']],
    [['doctor', '--settings', 'loop']],
  ])('is not said to be missing: %j', async (args) => {
    const { stdout, stderr } = await run(args)
    expect(stdout + stderr).toMatch(/loop[\s\S]*its symbolic links form a loop/)
    expect(stdout + stderr).not.toMatch(/is not there|no such/)
  })
})

describe('a place that takes no new files', () => {
  it.runIf(process.platform === 'linux')('is named without the words of the system', async () => {
    const { status, stderr } = await run(['migrate', 'data', '--to', '/proc/sys', '--apply'])
    expect([status, stderr]).toEqual([2, expect.stringMatching(/\/proc\/sys.*: /)])
    expect(stderr).not.toMatch(raw)
  })
})
