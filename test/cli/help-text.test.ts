import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.js'
import { targetIds } from '../../src/targets/index.js'
import { inRoot } from '../package/built.js'
import { runInProcess } from '../support/run-command.js'

const names = [...verbs.keys()]

describe('help', () => {
  it('lists every command, and is what --help says', async () => {
    const { status, stdout } = await runInProcess(['help'])
    expect(status).toBe(0)
    for (const [name, { about }] of verbs) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
      expect(stdout.replace(/\s+/g, ' ')).toContain(about)
    }
    expect((await runInProcess(['--help'])).stdout).toBe(stdout)
    expect((await runInProcess(['-h'])).stdout).toBe(stdout)
    expect((await runInProcess([])).stderr).toBe(stdout)
  })

  it.each(names)('of %s names each option with its values, in short lines', async (name) => {
    const { status, stdout } = await runInProcess(['help', name])
    expect(status).toBe(0)
    expect((await runInProcess([name, '--help'])).stdout).toBe(stdout)
    expect(stdout).toContain('Examples:\n  ')
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    const words = stdout.replace(/\s+/g, ' ')
    for (const [option, { values = [], about }] of Object.entries(
      (await verbs.get(name)?.load())?.options ?? {},
    )) {
      expect(stdout).toMatch(new RegExp(`^  (-\\w, )?--${option}\\b`, 'm'))
      expect(words).toContain(about)
      for (const value of values) expect(words).toContain(value)
    }
  })

  it('suggests the nearest command', async () => {
    expect((await runInProcess(['help', 'resolv'])).stderr).toContain('Did you mean resolve?')
    expect((await runInProcess(['help', 'xyz'])).stderr).toContain('The commands are convert, validate')
    expect((await runInProcess(['versoin'])).stderr).toContain('Did you mean version?')
    expect((await runInProcess(['help', 'detect', 'resolve'])).status).toBe(2)
  })
})

describe('an option of few values', () => {
  it.each(names)('is read by %s from the list that its help has', async (name) => {
    const { options, operands } = await (verbs.get(name) ?? expect.fail()).load()
    for (const [option, { values }] of Object.entries(options)) {
      if (values === undefined) continue
      const file = operands === 'none' ? [] : ['none.json']
      const others = name === 'branding' ? ['--name', 'Acme'] : []
      const { status, stderr } = await runInProcess([name, ...file, ...others, `--${option}`, 'zzz'])
      expect(status).toBe(2)
      expect(stderr, option).toContain(`--${option} must be one of ${values.join(', ')}, not "zzz"`)
    }
  })
})

describe('the manual page', () => {
  it('is the one of the package, and says what the help says', async () => {
    const { stdout } = await runInProcess(['help', '--man'])
    expect(readFileSync(inRoot('man/theme-convert.1'), 'utf8')).toBe(stdout)
    for (const [name, { load }] of verbs) {
      expect(stdout).toContain(`.SH ${name.toUpperCase()}\n`)
      for (const option of Object.keys((await load()).options))
        expect(stdout).toContain(`\\-\\-${option.replaceAll('-', '\\-')}`)
    }
    // No line of text is a request.
    expect(
      stdout.split('\n').filter((line) => /^'|^\.(?!\\"|TH|SH|TP|B|PP|RS|RE|nf|fi|br)/.test(line)),
    ).toEqual([])
    expect(stdout).not.toMatch(/[^\x20-\x7e\n]/)
  })
})

describe('targets', () => {
  it('has a line for each target, with its clients and what changed', async () => {
    const { stdout } = await runInProcess(['targets'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(1 + 2 * targetIds.length)
    expect(lines.filter((_, index) => index % 2 === 1).map((line) => line.split(' ')[0])).toEqual(targetIds)
    expect(lines.filter((line) => /^\S+ \* /.test(line)).map((line) => line.split(' ')[0])).toEqual([
      'ocis-8',
      'opencloud-7.3',
    ])
    const { targets } = JSON.parse((await runInProcess(['targets', '--format', 'json'])).stdout) as {
      targets: { id: string; changes: string; clients: string }[]
    }
    expect(targets.map(({ id }) => id)).toEqual(targetIds)
    for (const { changes, clients } of targets) expect(changes.length * clients.length).toBeGreaterThan(0)
  })

  it.each(['targets', 'version'])('%s takes nothing behind it', async (verb) => {
    expect(await runInProcess([verb, 'theme.json'])).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('version', () => {
  it('is what --version says', async () => {
    const { stdout } = await runInProcess(['version'])
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await runInProcess(['--version'])).stdout).toBe(stdout)
    expect((await runInProcess(['-v'])).stdout).toBe(stdout)
  })
})
