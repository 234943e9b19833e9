import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { changed } from '../support/change.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
const at = (...names: string[]) => path.join(folder, ...names)
const fine = JSON.stringify(exampleTheme(), null, 2)
const warned = JSON.stringify(
  changed(exampleTheme() as JsonObject, { at: '/common/logo', value: '/themes/acme/logo.svg' }),
)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-validate-watch-'))
  mkdirSync(at('themes'))
  writeFileSync(at('themes/theme.json'), fine)
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Runs the command while something is done, then ends it as Ctrl+C does. */
async function whileWatching(args: readonly string[], work: (said: () => string) => Promise<void>) {
  const failures: unknown[] = []
  const run = await runInProcess(['validate', '--watch', ...args], { cwd: folder }, async (said) => {
    await work(said).catch((error: unknown) => failures.push(error))
  })
  for (const failure of failures) throw failure
  return run
}

const times = (said: string, what: string) => said.split(what).length - 1
const until = (said: () => string, what: string, count = 1) =>
  expect.poll(() => times(said(), what), { timeout: 20_000 }).toBeGreaterThanOrEqual(count)

describe('validate --watch', () => {
  it('checks again when a file is changed, replaced, broken or gone, and ends well', async () => {
    const { status, stdout, stderr } = await whileWatching(['themes/theme.json'], async (said) => {
      expect(said()).toContain('Watching 1 file until Ctrl+C.')
      writeFileSync(at('themes/theme.json'), '{ "common": ')
      await until(said, 'Watching', 2)
      writeFileSync(at('new.json'), warned)
      renameSync(at('new.json'), at('themes/theme.json'))
      await until(said, 'Watching', 3)
      rmSync(at('themes/theme.json'))
      await until(said, 'Watching', 4)
      writeFileSync(at('themes/theme.json'), fine)
      await until(said, 'Watching', 5)
    })
    // As of preview --watch, the status is that of the first time.
    expect(status).toBe(0)
    const order = [
      'valid for ocis-8',
      '(unterminated|syntax-error)',
      'absolute-logo',
      'unreadable-file',
      'valid for',
    ]
    expect(stdout).toMatch(new RegExp(order.join('[\\s\\S]*')))
    expect(stderr).not.toContain('internal error')
  })

  it('sees new files in a folder, and survives that it goes and comes back', async () => {
    const { stdout } = await whileWatching(['themes'], async (said) => {
      writeFileSync(at('themes/themes.json'), warned)
      await until(said, 'Watching 2 files')
      rmSync(at('themes'), { recursive: true })
      await until(said, 'Watching 1 file until', 2)
      mkdirSync(at('themes'))
      writeFileSync(at('themes/theme.json'), warned)
      await until(said, 'Watching 1 file until', 3)
    })
    expect(stdout).toMatch(/valid for[\s\S]*2 files[\s\S]*absolute-logo[\s\S]*1 warning in 1 file/)
  })

  it('checks again when the configuration comes, changes or breaks', async () => {
    const { stdout } = await whileWatching(['themes/theme.json'], async (said) => {
      writeFileSync(at('theme-convert.json'), '{ "target": "ocis-7" }')
      await until(said, 'Watching', 2)
      writeFileSync(at('theme-convert.json'), '{ "target": ')
      await until(said, 'theme-convert.json, line 1')
      writeFileSync(at('theme-convert.json'), '{ "target": "ocis-next" }')
      await until(said, 'Watching', 3)
    })
    expect(stdout).toMatch(/valid for ocis-8[\s\S]*for ocis-7[\s\S]*for ocis-next/)
  })

  it('has the status of the first check, and ends at once where that is not possible', async () => {
    writeFileSync(at('themes/theme.json'), '{ broken')
    expect((await whileWatching(['themes/theme.json'], async () => {})).status).toBe(1)
    const run = (...args: string[]) => runInProcess(['validate', ...args], { cwd: folder })
    expect(await run('--watch', 'none/**')).toMatchObject({ status: 2, stdout: '' })
  })

  it.each([
    [['themes', '--format', 'json'], 'leave out --format json'],
    [['themes', '--report', 'json=x.json'], 'leave out --report'],
    [['-'], 'not standard input'],
  ])('refuses what does not go with it: %j', async (args, said) => {
    const { status, stderr } = await runInProcess(['validate', '--watch', ...args], { cwd: folder })
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)])
  })
})
