import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.js'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-output-'))
  writeFileSync(path.join(folder, 'theme.json'), JSON.stringify(exampleLegacyTheme()))
})
afterEach(() => rmSync(folder, { recursive: true }))

const commands = await Promise.all([...verbs].map(async ([name, { load }]) => [name, await load()] as const))

describe('a dash as the name of an output', () => {
  it.each([
    ['convert', 'theme.json'],
    ['preview', 'theme.json'],
    ['branding', '--name', 'Acme'],
  ])('is standard output: %s', async (...args) => {
    const run = (...more: string[]) => runInProcess([...args, ...more], { cwd: folder })
    const without = await run()
    expect(without.stdout).not.toBe('')
    for (const option of [['-o', '-'], ['--output=-']]) expect(await run(...option)).toEqual(without)
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })

  it.each(commands)('is no file of that name: %s', async (verb, { options }) => {
    for (const name of Object.keys(options).filter((each) => /^(?:report|png|markdown|.*-out)$/.test(each))) {
      const { status, stderr } = await runInProcess([verb, 'theme.json', `--${name}`, '-'], { cwd: folder })
      expect([name, status, stderr]).toEqual([
        name,
        2,
        expect.stringMatching(/standard output\. Name a file/),
      ])
    }
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })
})
