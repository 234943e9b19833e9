import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme } from '../../src/explanations/example-themes.js'
import { logoOnly, snapshot, type Tree, times, uploadServers, writeInstance } from '../support/instances.js'
import { type Run, runCommand } from '../support/run-command.js'

const faults = path.join(import.meta.dirname, '../support/kill-at.cjs')
const [, ocis4] = uploadServers
const legacyText = JSON.stringify(exampleLegacyTheme(), null, 2)
const files: Tree = { ...logoOnly(ocis4.shipped), 'themes/acme/theme.json': legacyText }

let data: string
let before: Record<string, string>

/** Runs the command, with faults in the file system if any. */
const migrate = (way: '--apply' | '--rollback', env: Readonly<Record<string, string>> = {}): Run =>
  runCommand(['migrate', data, way, ...(way === '--apply' ? ['--target', 'ocis-7'] : [])], {
    node: ['--require', faults],
    env,
  })
const file = (name: string) => path.join(data, 'web/assets', name)

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'theme-convert-mishaps-'))
  writeInstance(data, files)
  before = snapshot(data)
})

afterEach(() => {
  rmSync(data, { recursive: true, force: true })
})

describe('a disk that is full', () => {
  it('changes nothing, from whatever point on it is', () => {
    let step = 1
    for (; ; step += 1) {
      const { status, stdout, stderr } = migrate('--apply', { FULL_AT: String(step) })
      if (status === 0) break
      expect([step, status, stdout]).toEqual([step, 2, ''])
      expect(stderr).toMatch(/^theme-convert: .*ENOSPC.*\n$/)
      expect(snapshot(data), `step ${step}`).toEqual(before)
      expect(lstatSync(path.join(data, '.theme-convert'), { throwIfNoEntry: false })).toBeUndefined()
    }
    expect(step).toBeGreaterThan(20)
  })

  it('keeps nobody from taking a migration back', () => {
    const old = times(data)
    expect(migrate('--apply').status).toBe(0)
    expect(migrate('--rollback', { FULL_AT: '1' })).toMatchObject({ status: 0, stderr: '' })
    expect(snapshot(data)).toEqual(before)
    expect(times(data)).toEqual(old)
  })
})

describe('a file that can’t be changed', () => {
  it.each([
    ['a theme to convert', 'themes/acme/theme.json'],
    ['a theme to delete', 'themes/owncloud/theme.json'],
    ['an image to move', 'branding/acme.png'],
    ['an image in its new place', 'themes/_branding/acme.png'],
  ])('stops all of it: %s', (_, name) => {
    const old = times(data)
    const { status, stdout, stderr } = migrate('--apply', { REFUSE: name })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^theme-convert: .*EPERM.* Everything is as it was\.\n$/)
    expect(snapshot(data)).toEqual(before)
    expect(times(data)).toEqual(old)
  })

  it('stops the taking back until it can be changed', () => {
    expect(migrate('--apply').status).toBe(0)
    const refused = migrate('--rollback', { REFUSE: 'themes/acme/theme.json' })
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('This is not finished: EPERM')
    expect(migrate('--rollback').status).toBe(0)
    expect(snapshot(data)).toEqual(before)
  })
})

describe('taking back', () => {
  it.each([
    ['on one disk', {}],
    ['with the journals on another disk', { OTHER_DISK: '1' }],
  ])('brings back bytes, modes and times %s', (_, env) => {
    // A time that no floating point number is exactly, and one of another century.
    utimesSync(file('themes/acme/theme.json'), 1_600_000_000, 1_600_000_000.123457)
    utimesSync(file('branding/acme.png'), 1, 1.000001)
    const old = times(data)
    expect(migrate('--apply', env).status).toBe(0)
    expect(migrate('--rollback', env).status).toBe(0)
    expect(snapshot(data)).toEqual(before)
    expect(times(data)).toEqual(old)
  })

  it('brings back the very files, where the file system can', () => {
    const names = ['themes/acme/theme.json', 'themes/owncloud/theme.json', 'branding/acme.png']
    const seen = () => names.map((name) => lstatSync(file(name), { bigint: true }).mtimeNs)
    const old = seen()
    expect(migrate('--apply').status).toBe(0)
    expect(migrate('--rollback').status).toBe(0)
    expect(seen()).toEqual(old)
  })

  it.each([
    ['an edited theme', 'themes/acme/theme.json', () => writeFileSync(file('themes/acme/theme.json'), '{}')],
    [
      'another logo',
      'themes/_branding/theme.json',
      () => writeFileSync(file('themes/_branding/theme.json'), '{}'),
    ],
    [
      'a folder where a theme was',
      'themes/owncloud/theme.json',
      () => mkdirSync(file('themes/owncloud/theme.json')),
    ],
    [
      'a pipe where a theme was',
      'themes/owncloud/theme.json',
      () => execFileSync('mkfifo', [file('themes/owncloud/theme.json')]),
    ],
  ])('loses nothing that came later: %s', (_, name, change) => {
    expect(migrate('--apply').status).toBe(0)
    change()
    const changed = lstatSync(file(name)).ino
    const { status, stderr } = migrate('--rollback')
    expect(status).toBe(2)
    expect(stderr).toContain(
      `Somebody changed web/assets/${name} since. Nothing was touched. To go on, move that out`,
    )
    expect(lstatSync(file(name)).ino).toBe(changed)
    const aside = path.join(data, 'mine')
    renameSync(file(name), aside)
    expect(migrate('--rollback')).toMatchObject({ status: 0, stderr: '' })
    rmSync(aside, { recursive: true })
    expect(snapshot(data)).toEqual(before)
  })

  it('refuses without the copies from before, and touches nothing', () => {
    expect(migrate('--apply').status).toBe(0)
    const after = snapshot(data)
    const copies = path.join(data, '.theme-convert/1')
    rmSync(path.join(copies, '1.before'))
    expect(migrate('--rollback')).toMatchObject({ status: 2, stderr: expect.stringContaining('is damaged') })
    expect(snapshot(data)).toEqual(after)
  })
})
