import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { logoOnly, times, uploadServers, writeInstance } from '../support/instances.js'
import { runCommand } from '../support/run-command.js'

const isRoot = process.getuid?.() === 0
/** The account of the server; where the tests don't run as root, it is their own. */
const [user, group] = isRoot ? [1234, 2345] : [undefined, undefined]

let cwd: string
const at = (name: string) => path.join(cwd, name)
const asset = (name: string) => at(`data/web/assets/${name}`)

beforeEach(() => {
  cwd = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'theme-convert-refusals-')))
  const theme = JSON.stringify(exampleLegacyTheme())
  const [, { shipped }] = uploadServers
  writeInstance(cwd, { ...logoOnly(shipped), 'themes/acme/theme.json': theme }, 'data/web/assets')
  mkdirSync(at('new'))
  const all = ['', ...readdirSync(cwd, { recursive: true }).map(String)]
  if (user !== undefined) for (const name of all) chownSync(at(name), user, group)
})

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

const run = (...args: string[]) =>
  runCommand(['migrate', at('data'), ...args], { ...(user !== undefined && { uid: user, gid: group }) })

const readOnly = (folder: string) => () => chmodSync(at(folder), 0o555)

/** What is refused: the arguments, the change that leads to it, the code and a part of the message. */
const refused: readonly (readonly [string, readonly string[], () => void, string, string])[] = [
  ['the data folder', [], readOnly('data'), 'folder-read-only', '/data can'],
  ['an inner folder', [], readOnly('data/web/assets/themes/acme'), 'folder-read-only', 'themes/acme can'],
  ['the folder of a new one', [], readOnly('data/web/assets/themes'), 'folder-read-only', 'themes can'],
  [
    'the folder of the journals',
    [],
    () => {
      mkdirSync(at('data/.theme-convert'))
      if (user !== undefined) chownSync(at('data/.theme-convert'), user, user)
      chmodSync(at('data/.theme-convert'), 0o500)
    },
    'folder-read-only',
    '.theme-convert can',
  ],
  [
    'a folder in the place of an image',
    [],
    () => {
      mkdirSync(asset('themes/_branding/acme.png'), { recursive: true })
      if (user !== undefined) chownSync(asset('themes/_branding'), user, group)
    },
    'file-not-changeable',
    'themes/_branding/acme.png is a folder',
  ],
  [
    'an image of more than 2 GiB',
    [],
    () => truncateSync(asset('branding/acme.png'), 2 ** 31 + 10),
    'file-not-changeable',
    'acme.png can',
  ],
  [
    'the folder of the new server',
    ['--to', 'new', '--target', 'opencloud-7.3'],
    readOnly('new'),
    'folder-read-only',
    '/new can',
  ],
]

/** The same for accounts, which only root can set up. */
const ofOthers: typeof refused = [
  [
    'a theme of another account',
    [],
    () => chownSync(asset('themes/acme/theme.json'), 0, 0),
    'file-not-changeable',
    'theme.json belongs to another account (0)',
  ],
  [
    'files of another account, which are counted',
    [],
    () => {
      for (const name of ['themes/acme/theme.json', 'branding/acme.png', 'themes/owncloud/theme.json'])
        chownSync(asset(name), 0, 0)
    },
    'file-not-changeable',
    '(and 2 more) belongs',
  ],
  [
    'a theme of another group',
    [],
    () => chownSync(asset('themes/acme/theme.json'), 1234, 9),
    'file-not-changeable',
    'has the group 9',
  ],
  [
    'the account of a folder that gets a new one',
    [],
    () => {
      chownSync(asset('themes'), 0, 2345)
      chmodSync(asset('themes'), 0o2777)
    },
    'file-not-changeable',
    'themes belongs to another account (0)',
  ],
]

describe.skipIf(process.platform === 'win32')('what --apply refuses', () => {
  it.each([...refused, ...(isRoot ? ofOthers : [])])(
    'is said by the dry run, too: %s',
    (_, args, change, code, says) => {
      const call = args.map((arg) => (arg === 'new' ? at(arg) : arg))
      change()
      const before = times(cwd)
      const dry = run(...call)
      expect([dry.status, dry.stderr]).toEqual([1, ''])
      expect(dry.stdout).toMatch(/^ {2}1 error:$/m)
      const line = dry.stdout.split('\n').find((each) => each.endsWith(`(${code})`))
      expect(line).toContain(says)
      expect(dry.stdout).toContain(
        'Nothing was changed. Correct the errors first: --apply refuses these steps.',
      )
      const applied = run(...call, '--apply')
      expect([applied.status, applied.stdout]).toEqual([2, ''])
      expect(applied.stderr).toContain('Nothing was changed')
      expect(times(cwd)).toEqual(before)
    },
  )

  it.each<[string, () => void]>([
    ['a folder as it should be', () => {}],
    ['read-only files', () => chmodSync(asset('themes/acme/theme.json'), 0o444)],
    ['folders that are not changed', () => chmodSync(at('new'), 0o500)],
    [
      'groups that folders pass on',
      () => {
        if (user === undefined) return
        for (const name of [
          'data',
          ...readdirSync(at('data'), { recursive: true }).map((one) => `data/${one}`),
        ]) {
          chownSync(at(name), user, 9)
          if (!/\.\w+$/.test(name)) chmodSync(at(name), 0o2755)
        }
      },
    ],
  ])('is not: %s', (_, change) => {
    change()
    expect(run().stdout).not.toMatch(/folder-read-only|file-not-changeable/)
    expect(run('--apply')).toMatchObject({ status: 0 })
  })
})
