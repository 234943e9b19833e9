import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { batches } from '../../src/cli/validation/batches.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
const at = (...names: string[]) => path.join(folder, ...names)
const read = (name: string) => readFileSync(at(name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-reports-'))
  mkdirSync(at('out'))
  writeFileSync(at('theme.json'), JSON.stringify(exampleTheme()))
  writeFileSync(at('bad.json'), '{ broken')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const validate = (...args: string[]) => runInProcess(['validate', ...args], { cwd: folder })

describe('validate --report', () => {
  it('writes reports into files, the same as on standard output', async () => {
    const files = ['theme.json', 'bad.json']
    const { status, stdout, stderr } = await validate(
      ...files,
      '--report=json=out/a.json',
      '--report',
      'sarif=b=c.sarif',
    )
    expect(status).toBe(1)
    expect(stdout).toBe((await validate(...files)).stdout)
    expect(stderr).toBe('Written to out/a.json.\nWritten to b=c.sarif.\n')
    expect(read('out/a.json')).toBe((await validate(...files, '--format', 'json')).stdout)
    expect(read('b=c.sarif')).toBe((await validate(...files, '--format', 'sarif')).stdout)
  })

  it.each([
    [['--report', 'xml=a'], /no format "xml"/],
    [['--report', 'jason=a'], /Did you mean json\?/],
    [['--report', 'json'], /such as sarif=themes\.sarif/],
    [['--report', 'json=-'], /such as sarif=themes\.sarif/],
    [['--report', 'json=a', '--report', 'sarif=./a'], /Two reports/],
    [['--report', 'json=theme.json', '--force'], /overwrite the theme/],
    [['--report', 'json=out/theme-convert.json', '--force'], /as their configuration/],
    [['--report', 'json=none/a.json'], /none/],
    [['--report', 'json=bad.json'], /bad\.json/],
  ])('refuses %j, and writes nothing', async (args, said) => {
    const { status, stderr } = await validate('theme.json', ...args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(said)])
    expect([read('theme.json'), read('bad.json')]).toEqual([JSON.stringify(exampleTheme()), '{ broken'])
  })

  it('overwrites with --force', async () => {
    expect((await validate('theme.json', '--report', 'json=bad.json', '--force')).status).toBe(0)
    expect(JSON.parse(read('bad.json'))).toMatchObject({ files: [{ valid: true }] })
  })
})

describe('a report that is written while it goes', () => {
  it('begins at once, and keeps no text for long', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    try {
      vi.advanceTimersByTime(5000)
      const written: string[] = []
      const output = batches(async (text) => void written.push(text))
      await output.add('')
      expect(written).toEqual([])
      await output.add('first')
      expect(written).toEqual(['first'])
      await output.add('second')
      await output.add('third')
      expect(written).toEqual(['first'])
      vi.advanceTimersByTime(100)
      await output.add('fourth')
      expect(written).toEqual(['first', 'secondthirdfourth'])
      await output.add('x'.repeat(70_000))
      expect(written).toHaveLength(3)
      await output.add('fifth')
      await output.end('end')
      expect(written.slice(3)).toEqual(['fifthend'])
    } finally {
      vi.useRealTimers()
    }
  })
})
