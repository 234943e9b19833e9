import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.js'
import { legacyAcme } from '../support/acme.js'
import { commandFile, runCommand, runInProcess } from '../support/run-command.js'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-run-'))
  writeFileSync(path.join(folder, 'theme.json'), JSON.stringify(legacyAcme))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('a call within a process', () => {
  it.each([
    [['theme.json']],
    [['theme.json', '--check']],
    [['theme.json', '-o', 'none/new.json']],
    [['validate', '.', '--format', 'json']],
    [['validate', '*.json']],
    [['validate', '--assets', 'none', 'theme.json']],
    [['detect', 'theme.json', 'none.json']],
    [['resolve', '-', '--prefers', 'dark']],
    [['migrate', 'none']],
    [['migrate', '.']],
    [['explain', 'low-contrst']],
    [['rollback', 'instance']],
    [['--help']],
    [[]],
  ])('answers %j as the built command does, from a folder of its own', async (args) => {
    const circumstances = { cwd: folder, input: JSON.stringify(legacyAcme) }
    expect(await runInProcess(args, circumstances)).toEqual(runCommand(args, circumstances))
  })

  it('knows a word that is neither a command nor a file, and files without a point in the name', async () => {
    writeFileSync(path.join(folder, 'legacy'), JSON.stringify(legacyAcme))
    const { status, stdout, stderr } = await runInProcess(['instances', 'instance'], { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/"instances" is neither a command nor a file\. The commands are .*migrate/)
    expect((await runInProcess(['legacy', '--check'], { cwd: folder })).status).toBe(1)
  })

  it.each([
    ['rollback', 'migrate --rollback'],
    ['lint', 'validate'],
    ['upgrade', 'migrate'],
  ])('knows %s as a word for %s, unless it is a file', async (word, meant) => {
    const { status, stderr } = await runInProcess([word, 'instance'], { cwd: folder })
    expect(status).toBe(2)
    expect(stderr).toContain(`Did you mean ${meant}?`)
    writeFileSync(path.join(folder, word), JSON.stringify(legacyAcme))
    expect((await runInProcess([word, '--check'], { cwd: folder })).status).toBe(1)
    rmSync(path.join(folder, word))
  })

  it('writes where the caller is, and names the file as the caller did', async () => {
    const { status, stderr } = await runInProcess(['theme.json', '-o', 'new.json'], { cwd: folder })
    expect(status).toBe(0)
    expect(stderr).toContain('Written to new.json.')
    expect(JSON.parse(readFileSync(path.join(folder, 'new.json'), 'utf8'))).toHaveProperty('clients')
  })
})

// Windows deletes no folder that a program works in.
it.skipIf(process.platform === 'win32')('says that the working folder was deleted', () => {
  const gone = mkdtempSync(path.join(tmpdir(), 'theme-convert-gone-'))
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', 'rmdir "$1" && exec "$2" "$3" help', 'sh', gone, process.execPath, commandFile],
    { cwd: gone, encoding: 'utf8' },
  )
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toBe('theme-convert: The working folder was deleted. Change to another folder.\n')
})

describe('an argument that a variable without a value left empty', () => {
  it.each([
    'validate',
    'convert',
    'detect',
    'resolve',
    'explain',
    'preview',
    'migrate',
    'doctor',
    'branding',
  ])('is refused by %s, and is not the current folder', async (verb) => {
    const { status, stderr } = await runInProcess([verb, ''])
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^theme-convert: An argument is empty\./)])
  })

  it.each([...verbs])(
    'is refused as each file or folder that an option of %s takes',
    async (verb, { load }) => {
      const { options } = await load()
      for (const [name, { value }] of Object.entries(options)) {
        if (!/(?:FILE|FOLDER)$/.test(value ?? '')) continue
        const { status, stderr } = await runInProcess([
          verb,
          path.join(folder, 'theme.json'),
          `--${name}`,
          '',
        ])
        expect([status, stderr]).toEqual([2, expect.stringContaining(`--${name} is empty.`)])
      }
    },
  )
})
