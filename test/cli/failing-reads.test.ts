import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { onDamagedDisk } from '../support/failing-reads.js'
import { logoOnly, snapshot, uploadServers, writeInstance } from '../support/instances.js'
import { type Run, runInProcess } from '../support/run-command.js'

const [, ocis4] = uploadServers
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-reads-'))
  writeInstance(folder, {
    ...logoOnly(ocis4.shipped),
    'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme()),
    'themes/acme/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'themes/other/blue.json': JSON.stringify(exampleLegacyTheme()),
  })
  writeFileSync(path.join(folder, 'theme.json'), JSON.stringify(exampleTheme()))
  writeFileSync(path.join(folder, 'legacy.json'), JSON.stringify(exampleLegacyTheme()))
  writeFileSync(path.join(folder, 'config.json'), '{"options": {}}')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

// What can't be read may hold anything: whoever goes on with the rest says that all is well.
const calls = [
  ['validate', '.'],
  ['validate', '**/*.json'],
  ['validate', 'theme.json', '--assets', 'web/assets'],
  ['validate', 'theme.json', '--assets', 'web/assets', '--images'],
  ['detect', '.'],
  ['convert', 'legacy.json'],
  ['convert', 'legacy.json', '--check', '--web-config', 'config.json'],
  ['resolve', 'theme.json'],
  ['preview', 'legacy.json'],
  ['migrate', '.'],
  ['doctor', '.'],
  ['migrate', '.', '--settings', 'server.env'],
]

describe('a disk that is damaged in any one place', () => {
  // Or the usual answer, where it doesn't stand on that call.
  it.each(calls)('gives status 2: %s %s %s %s %s', async (...args) => {
    writeFileSync(path.join(folder, 'server.env'), 'WEB_UI_THEME_PATH=/themes/acme/theme.json\n')
    const before = snapshot(folder)
    const run = () => runInProcess(args, { cwd: folder })
    // Loads what the verb needs.
    const usual = await run()
    const failures: unknown[] = []
    let number = 1
    for (; ; number += 1) {
      let ended: Run | undefined
      const failed = await onDamagedDisk(number, folder, async () => {
        ended = await run()
      })
      if (failed === undefined) break
      const said = `${ended?.stderr}${ended?.stdout}`
      if ((ended?.status !== 2 && !isDeepStrictEqual(ended, usual)) || /\n\s+at /.test(said))
        failures.push([failed, ended?.status, said.slice(0, 200)])
    }
    expect(failures).toEqual([])
    expect(number).toBeGreaterThan(2)
    expect([await run(), snapshot(folder)]).toEqual([usual, before])
  })

  it('is tried with every verb that reads files', async () => {
    const reading = await Promise.all(
      [...verbs].map(async ([verb, { load }]) =>
        ['files', 'folder'].includes((await load()).operands as string) ? [verb] : [],
      ),
    )
    expect([...new Set(calls.map(([verb]) => verb))].sort()).toEqual(reading.flat().sort())
  })
})
