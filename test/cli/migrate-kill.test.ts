import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { logoOnly, snapshot, type Tree, times, uploadServers, writeInstance } from '../support/instances.js'
import { runCommand } from '../support/run-command.js'

const killer = path.join(import.meta.dirname, '../support/kill-at.cjs')
const [, ocis4] = uploadServers
const files: Tree = {
  ...logoOnly(ocis4.shipped),
  'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme(), null, 2),
}

let data: string
const migrate = (way: string, state?: string) =>
  runCommand(['migrate', data, way, ...(way === '--apply' ? ['--target', 'ocis-7'] : [])], {
    ...(state !== undefined && { node: ['--require', killer], env: { KILL_AT: state } }),
  })

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'theme-convert-kill-'))
  writeInstance(data, files)
})

afterEach(() => {
  rmSync(data, { recursive: true, force: true })
})

// Every single step is killed in test/node/instance/transaction.test.ts; here real processes are, once per state.
describe('a process that is killed', () => {
  it.each([
    ['--apply', 'before'],
    ['--apply', 'started'],
    ['--apply', 'done'],
    ['--rollback', 'rolling-back'],
  ])('during %s when the journal is %s can be taken back, and leaves nothing', (way, state) => {
    const before = snapshot(data)
    const old = times(data)
    if (way === '--rollback') expect(migrate('--apply').status).toBe(0)
    expect(migrate(way, state).status).toBeNull()
    expect(migrate('--rollback')).toMatchObject({ status: 0, stderr: '' })
    expect([snapshot(data), times(data)]).toEqual([before, old])
    expect(existsSync(path.join(data, '.theme-convert'))).toBe(false)
  })

  it('is finished by another --apply', () => {
    expect(migrate('--apply', 'started').status).toBeNull()
    expect(migrate('--apply')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('it is finished now'),
    })
    expect(existsSync(path.join(data, 'web/assets/themes/_branding/theme.json'))).toBe(true)
  })
})
