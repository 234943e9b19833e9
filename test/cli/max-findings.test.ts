import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convert } from '../../src/index.js'
import { reportFormats } from '../../src/report/reporter.js'
import { legacyAcme } from '../support/acme.js'
import { writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
const extras = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`extra${index}`, index]))
const current = JSON.stringify({ ...convert(legacyAcme).theme, ...extras }, null, 2)
const twice = `{${Array(251).fill('"a":1').join()}}`
const wrong = JSON.stringify({
  web: {
    default: { designTokens: { colorPalette: Object.fromEntries([...'abcdef'].map((key) => [key, 1])) } },
  },
})

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-findings-'))
  for (const [name, text] of Object.entries({ current, twice, wrong }))
    writeFileSync(path.join(folder, name), text)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const run = (...args: string[]) => runInProcess(args, { cwd: folder })
const everything = async (...args: string[]) => {
  const { stdout, stderr } = await run(...args)
  return stdout + stderr
}

describe('--max-findings', () => {
  it.each(reportFormats)('lists 100 of each code as %s, and says how many more there are', async (format) => {
    const args = ['validate', '--format', format, 'current']
    const named = async (...more: string[]) =>
      new Set((await everything(...args, ...more)).match(/extra\d+/g)).size
    expect(await named()).toBe(100)
    expect(await everything(...args)).toMatch(/\b150\b/)
    expect(await named('--max-findings', '7')).toBe(7)
    expect(await named('--max-findings', '1000')).toBe(250)
  })

  it('counts all for the totals and the exit status', async () => {
    const rule = '--rule=unknown-key=warning'
    const { status, stdout, stderr } = await run(
      'validate',
      'current',
      rule,
      '--max-findings=2',
      '--max-warnings=251',
    )
    expect(status).toBe(1)
    // Two are about contrasts.
    expect(stderr).toContain('252 warnings: more than the 251')
    expect(stdout).toContain('… 248 more of unknown-key')
    expect((await run('validate', 'current', rule, '--max-findings=2', '--max-warnings=260')).status).toBe(0)
  })

  it('keeps what is not listed quiet too', async () => {
    expect(await everything('validate', 'current', '--quiet', '--max-findings=2')).not.toContain('more of')
  })

  it('is for each file', async () => {
    const { stdout } = await run('validate', 'current', 'twice', '--format=json')
    const { files } = JSON.parse(stdout) as { files: { omitted: unknown }[] }
    expect(files.map(({ omitted }) => omitted)).toEqual([
      [{ code: 'unknown-key', severity: 'info', count: 150 }],
      [{ code: 'duplicate-key', severity: 'error', count: 150 }],
    ])
  })

  it.each(['convert', 'detect', 'resolve', 'validate'])('bounds what %s says of a text', async (verb) => {
    for (const [more, listed] of [
      [[], 100],
      [['--max-findings=3'], 3],
    ] as const) {
      const { status, stdout, stderr } = await run(verb, 'twice', ...more)
      expect(status).toBe(1)
      const said = stdout + stderr
      expect(said.match(/Duplicate key "a"/g)).toHaveLength(listed)
      expect(said).toContain(`… ${250 - listed} more of duplicate-key`)
    }
    expect((await run(verb, 'twice', '--max-findings', '0')).stderr).toContain(
      '--max-findings must be a whole number',
    )
    expect(await everything(verb, '--help')).toContain('--max-findings N')
  })

  it('bounds what a conversion says', async () => {
    const stopped = await run('convert', 'wrong', '--max-findings=2')
    expect(stopped.status).toBe(1)
    expect(stopped.stderr.match(/\(wrong-type\)/g)).toHaveLength(2)
    expect(stopped.stderr).toContain('… 4 more of wrong-type')
    const dropped = await run('convert', 'wrong', '--max-findings=2', '--drop-invalid', '--format=json')
    expect(dropped.status).toBe(0)
    expect(dropped.stderr).toContain('… 4 more of value-invalid-dropped')
    expect(JSON.parse(dropped.stdout)).toMatchObject({
      omitted: expect.arrayContaining([
        { code: 'value-invalid-dropped', severity: 'warning', count: 4 },
      ]) as unknown,
    })
  })

  describe('of migrate', () => {
    const migrate = async (...args: string[]) => {
      const { stdout } = await run('migrate', 'data', '--format', 'json', ...args)
      return JSON.parse(stdout) as {
        findings: { code: string; file: string }[]
        omitted?: { code: string; file: string; count: number }[]
      }
    }
    const images = Array.from({ length: 130 }, (_, index) => `themes/acme/unused${index}.png`)

    beforeAll(() => {
      const files = {
        'themes/owncloud/theme.json': current,
        ...Object.fromEntries(images.map((name) => [name, ''])),
      }
      writeInstance(path.join(folder, 'data'), files)
    })

    it('lists 100 of each code and file, and says how many more there are', async () => {
      for (const [most, args] of [
        [100, []],
        [7, ['--max-findings', '7']],
      ] as const) {
        const { findings, omitted = [] } = await migrate(...args)
        const listed = findings.filter(({ code }) => code === 'image-unused')
        expect(listed).toHaveLength(most)
        expect(omitted).toContainEqual({
          file: '',
          code: 'image-unused',
          severity: 'info',
          count: 130 - most,
        })
        const unknown = findings.filter(({ code }) => code === 'unknown-key')
        expect(unknown.length).toBeLessThanOrEqual(most)
      }
      const { stdout } = await run('migrate', 'data')
      expect(stdout).toContain('… 30 more of image-unused')
      expect((await migrate('--max-findings', '1000')).omitted).toBeUndefined()
    })

    it('lists 100 theme files, and says how many more there are', async () => {
      const small = '{ "web": { "default": { "general": { "name": "Acme" } } } }'
      const themes = Array.from({ length: 103 }, (_, index) => [`themes/t${index}/theme.json`, small])
      writeInstance(path.join(folder, 'many'), Object.fromEntries(themes))
      const pretty = (await run('migrate', 'many')).stdout
      expect(pretty.match(/^ {2}- themes\/t\d+\/theme\.json \(/gm)).toHaveLength(100)
      expect(pretty).toContain('… 3 more theme files')
      const json = async (...args: string[]) =>
        JSON.parse((await run('migrate', 'many', '--format', 'json', ...args)).stdout)
      const few = await json('--max-findings', '2')
      expect([few.inventory.length, few.inventoryOmitted]).toEqual([2, 101])
      const all = await json('--max-findings', '1000')
      expect([all.inventory.length, all.inventoryOmitted]).toEqual([103, undefined])
    })
  })
})
