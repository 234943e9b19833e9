import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planMigration } from '../../src/instance/migration.js'
import { changesOf } from '../../src/node/instance/planned-changes.js'
import { readInstance } from '../../src/node/instance/read-instance.js'
import { applyAll } from '../../src/node/instance/transaction.js'
import { TransactionError } from '../../src/node/instance/tree.js'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { logoOnly, snapshot, type Tree, uploadServers, writeInstance } from '../support/instances.js'
import { commandFile, type Run, runCommand, runInProcess } from '../support/run-command.js'

const [, ocis4] = uploadServers
const legacyText = JSON.stringify(exampleLegacyTheme(), null, 2)
const files: Tree = { ...logoOnly(ocis4.shipped), 'themes/acme/theme.json': legacyText }

let data: string
let before: Record<string, string>

const migrate = (way: '--apply' | '--rollback'): Promise<Run> =>
  runInProcess(['migrate', data, way, ...(way === '--apply' ? ['--target', 'ocis-7'] : [])])
const file = (name: string) => path.join(data, 'web/assets', name)

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'theme-convert-mishaps-'))
  writeInstance(data, files)
  before = snapshot(data)
})

afterEach(() => {
  rmSync(data, { recursive: true, force: true })
})

describe('taking back', () => {
  it('brings back the very files, where the file system can', async () => {
    const names = ['themes/acme/theme.json', 'themes/owncloud/theme.json', 'branding/acme.png']
    const seen = () => names.map((name) => lstatSync(file(name), { bigint: true }).mtimeNs)
    const old = seen()
    expect((await migrate('--apply')).status).toBe(0)
    expect((await migrate('--rollback')).status).toBe(0)
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
  ])('loses nothing that came later: %s', async (_, name, change) => {
    expect((await migrate('--apply')).status).toBe(0)
    change()
    const changed = lstatSync(file(name)).ino
    const { status, stderr } = await migrate('--rollback')
    expect(status).toBe(2)
    expect(stderr).toContain(
      `web/assets/${name} changed since then. Nothing was changed. To continue, move it out`,
    )
    expect(lstatSync(file(name)).ino).toBe(changed)
    const aside = path.join(data, 'mine')
    renameSync(file(name), aside)
    expect(await migrate('--rollback')).toMatchObject({ status: 0, stderr: '' })
    rmSync(aside, { recursive: true })
    expect(snapshot(data)).toEqual(before)
  })

  it('refuses without the copies from before, and touches nothing', async () => {
    expect((await migrate('--apply')).status).toBe(0)
    const after = snapshot(data)
    const copies = path.join(data, '.theme-convert/1')
    rmSync(path.join(copies, '1.before'))
    expect(await migrate('--rollback')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is damaged'),
    })
    expect(snapshot(data)).toEqual(after)
  })
})

describe('what is in the way', () => {
  const plan = (...args: string[]) => runInProcess(['migrate', data, '--target', 'ocis-7', ...args])
  const pipe = (name: string) => execFileSync('mkfifo', [file(name)])

  it.skipIf(process.platform !== 'linux')('may have a name that is not UTF-8, or be a folder', async () => {
    writeFileSync(
      Buffer.concat([Buffer.from(file('themes/acme/')), Buffer.from([0xe9]), Buffer.from('.json')]),
      '{}',
    )
    mkdirSync(file('themes/folder/theme.json'), { recursive: true })
    const { status, stdout } = await plan()
    expect(status).toBe(1)
    expect(stdout).toContain('themes/acme/\ufffd.json: Unreadable: its name is not UTF-8. Rename it')
    expect(stdout).toContain('themes/folder/theme.json: Unreadable: it is a folder')
  })

  it('may be pipes and sockets, for which nobody waits', async () => {
    mkdirSync(file('themes/pipe'))
    pipe('themes/pipe/theme.json')
    const server = createServer().listen(file('themes/acme/logo.png'))
    await once(server, 'listening')
    try {
      const { status, stdout } = await plan('--apply')
      expect(status).toBe(1)
      for (const name of ['themes/pipe/theme.json', 'themes/acme/logo.png']) {
        expect(stdout).toContain(`- ${name}: Unreadable: it is a pipe, socket or device`)
      }
      expect((await migrate('--rollback')).status).toBe(0)
      expect(lstatSync(file('themes/pipe/theme.json')).isFIFO()).toBe(true)
    } finally {
      server.close()
    }
  })

  it.each<[string, string, () => void]>([
    [
      'an image that is a link',
      'branding/acme.png',
      () => {
        renameSync(file('branding/acme.png'), path.join(data, 'acme.png'))
        symlinkSync('../../../acme.png', file('branding/acme.png'))
      },
    ],
    [
      'a folder of images that is a link',
      'branding',
      () => {
        renameSync(file('branding'), path.join(data, 'images'))
        symlinkSync('../../images', file('branding'))
      },
    ],
    [
      'an image that is a pipe',
      'branding/acme.png',
      () => {
        rmSync(file('branding/acme.png'))
        pipe('branding/acme.png')
      },
    ],
    [
      'a new folder that is a link',
      'themes/_branding',
      () => symlinkSync(tmpdir(), file('themes/_branding')),
    ],
    [
      'a new folder that links to nothing',
      'themes/_branding',
      () => symlinkSync('none', file('themes/_branding')),
    ],
    [
      'a new folder that links to itself',
      'themes/_branding',
      () => symlinkSync('_branding', file('themes/_branding')),
    ],
    [
      'a branding file that is a pipe',
      'themes/_branding/theme.json',
      () => {
        mkdirSync(file('themes/_branding'))
        pipe('themes/_branding/theme.json')
      },
    ],
  ])('keeps the copy of an upload until its logo can be kept: %s', async (_, place, change) => {
    change()
    const { status, stdout } = await plan('--apply')
    expect(status).toBe(1)
    expect(stdout).toContain('1. convert themes/acme/theme.json')
    expect(stdout).not.toContain('2. ')
    expect(stdout).toContain('- themes/owncloud/theme.json: A logo upload wrote this copy.')
    expect(stdout).toContain(`${place} is a symbolic link or unreadable.`)
    expect(stdout).not.toMatch(/acme\.png.*image-missing/)
  })

  it('may be links to themes, which count as being there', async () => {
    renameSync(file('themes/acme'), path.join(data, 'acme'))
    symlinkSync('../../../acme', file('themes/acme'))
    writeFileSync(path.join(data, 'ocis.env'), 'WEB_UI_THEME_PATH=/themes/acme/theme.json\n')
    const { stdout } = await plan('--settings', path.join(data, 'ocis.env'))
    expect(stdout).toContain('themes/acme: Symbolic link, not followed')
    expect(stdout).not.toContain('(active-theme-missing)')
    expect(stdout).toContain('the logo that was uploaded into this copy was not shown')
  })

  it('may be a link to the web assets, which is named', async () => {
    renameSync(file(''), path.join(data, 'elsewhere'))
    symlinkSync('../elsewhere', path.join(data, 'web/assets'))
    expect(await plan()).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /web\/assets is a symbolic link, not followed.*Pass the web assets folder/,
      ),
    })
  })

  it.runIf(process.platform === 'linux')(
    'may be names that are not UTF-8, which stop nothing else',
    async () => {
      renameSync(file('themes/acme'), Buffer.concat([Buffer.from(file('themes/')), Buffer.from([0xff])]))
      const { status, stdout } = await plan('--apply')
      expect(status).toBe(1)
      expect(stdout).toContain('themes/\ufffd: Unreadable: its name is not UTF-8.')
      expect(stdout).toContain('delete themes/owncloud/theme.json')
    },
  )

  it
    .runIf(process.platform === 'linux')
    .each(['a b', '-a', 'ä', '\ud83d\ude80', 'a\\b', "a'b", '"', '$(a)', 'a\nb\u001b[31m', '..a'])(
    'may be odd names, which end no line and lead nowhere: %j',
    async (name) => {
      renameSync(file('themes/acme'), file(`themes/${name}`))
      const old = snapshot(data)
      const { status, stdout } = await plan('--apply')
      expect(status).toBe(0)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect(stdout).not.toMatch(/\u001b/)
      expect(stdout.split('\n').every((line) => /^(?: {2}|Done|The previous files|\/|$)/.test(line))).toBe(
        true,
      )
      expect(stdout).toContain('convert themes/')
      expect((await plan()).stdout).toContain('No steps')
      expect(await migrate('--rollback')).toMatchObject({ status: 0, stderr: '' })
      expect(snapshot(data)).toEqual(old)
    },
  )

  it('may be a folder whose name a shell would take apart', async () => {
    const odd = path.join(data, "it's $(odd)")
    mkdirSync(odd)
    renameSync(path.join(data, 'web'), path.join(odd, 'web'))
    const { stdout } = await runInProcess(['migrate', odd, '--apply', '--target', 'ocis-7'])
    const [, call = ''] = /^Done\. "theme-convert (.*)" undoes it/m.exec(stdout) ?? []
    execFileSync('sh', ['-c', `"$0" "$1" ${call}`, process.execPath, commandFile])
    renameSync(path.join(odd, 'web'), path.join(data, 'web'))
    rmSync(odd, { recursive: true })
    expect(snapshot(data)).toEqual(before)
  })

  it("may be files that this account can't read", () => {
    const [nobody, group] = [65534, 65534]
    const isRoot = process.getuid?.() === 0
    const own = (name: string) => isRoot && chownSync(path.join(data, name), nobody, group)
    for (const name of ['', ...Object.keys(before)]) own(name)
    mkdirSync(file('themes/closed'), { mode: 0 })
    chmodSync(file('branding/acme.png'), 0)
    const run = (...args: string[]) =>
      runCommand(['migrate', data, '--target', 'ocis-7', ...args], isRoot ? { uid: nobody, gid: group } : {})
    const { status, stdout } = run('--apply')
    expect(status).toBe(1)
    for (const name of ['themes/closed', 'branding/acme.png']) {
      expect(stdout).toContain(`- ${name}: Unreadable: permission denied.`)
    }
    expect(stdout).toContain('1. convert themes/acme/theme.json')
    expect(stdout).not.toContain('2. ')
    expect(run('--rollback')).toMatchObject({ status: 0, stderr: '' })
    chmodSync(data, 0o555)
    const refused = run('--apply')
    expect(refused.stderr).toMatch(/^theme-convert: Nothing was changed\. \S*: permission denied\..*\n$/)
    chmodSync(data, 0o755)
    chmodSync(file('themes/closed'), 0o755)
  })
})

describe('what changes between the plan and its carrying out', () => {
  it.each<[string, string, () => void]>([
    ['an edited theme', 'themes/acme/theme.json', () => writeFileSync(file('themes/acme/theme.json'), '{}')],
    ['a theme that is gone', 'themes/acme/theme.json', () => rmSync(file('themes/acme/theme.json'))],
    [
      'an edited copy',
      'themes/owncloud/theme.json',
      () => writeFileSync(file('themes/owncloud/theme.json'), '{}'),
    ],
    ['an image that is gone', 'branding/acme.png', () => rmSync(file('branding/acme.png'))],
    [
      'an image in the new place',
      'themes/_branding/acme.png',
      () => writeInstance(data, { 'themes/_branding/acme.png': 'new' }),
    ],
    [
      'a folder in the new place',
      'themes/_branding/theme.json',
      () => mkdirSync(file('themes/_branding/theme.json'), { recursive: true }),
    ],
  ])('is left as it is, and so is all else: %s', (_, name, change) => {
    const instance = readInstance(data)
    const plan = planMigration(instance, { target: 'ocis-7', settings: {} })
    change()
    const changed = snapshot(data)
    const apply = () => applyAll(plan.target, [{ root: instance.root, changes: changesOf(instance, plan) }])
    expect(apply).toThrow(TransactionError)
    const says = 'was changed by another program. Nothing was changed; try again.|is a folder'
    expect(apply).toThrow(new RegExp(`${realpathSync(data)}/web/assets/${name} (?:${says})`))
    expect(snapshot(data)).toEqual(changed)
    expect(lstatSync(path.join(data, '.theme-convert'), { throwIfNoEntry: false })).toBeUndefined()
  })
})

describe('migrations that are noted', () => {
  it('in one folder of an instance are not looked for in another', async () => {
    expect((await migrate('--apply')).status).toBe(0)
    for (const way of ['--rollback', '--apply']) {
      const { status, stderr } = await runInProcess(['migrate', way, file('')])
      expect([status, stderr]).toEqual([
        2,
        `theme-convert: The migrations of this instance are recorded in ${realpathSync(data)}. Pass that folder.\n`,
      ])
    }
    expect((await migrate('--rollback')).status).toBe(0)
    expect((await runInProcess(['migrate', '--apply', file('')])).status).toBe(0)
    expect((await migrate('--rollback')).stderr).toContain(`are recorded in ${realpathSync(file(''))}. Pass`)
    expect((await runInProcess(['migrate', '--rollback', file('')])).status).toBe(0)
    expect(snapshot(data)).toEqual(before)
  })

  it('can be taken back when the folder looks like none of an instance any more', async () => {
    expect((await migrate('--apply')).status).toBe(0)
    renameSync(file('themes'), path.join(data, 'aside'))
    renameSync(path.join(data, 'web/assets'), path.join(data, 'web/old'))
    expect((await migrate('--rollback')).status).toBe(2)
    renameSync(path.join(data, 'web/old'), path.join(data, 'web/assets'))
    renameSync(path.join(data, 'aside'), file('themes'))
    expect((await migrate('--rollback')).status).toBe(0)
    expect(snapshot(data)).toEqual(before)
  })

  it('are followed through no link', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'theme-convert-outside-'))
    try {
      expect((await migrate('--apply')).status).toBe(0)
      const after = snapshot(data)
      renameSync(path.join(data, '.theme-convert'), path.join(outside, 'journals'))
      symlinkSync(path.join(outside, 'journals'), path.join(data, '.theme-convert'))
      for (const way of ['--rollback', '--apply'] as const) {
        expect(await migrate(way)).toMatchObject({
          status: 2,
          stderr: expect.stringContaining('is not a folder. Move it elsewhere.'),
        })
      }
      expect(snapshot(data)).toEqual(after)
    } finally {
      rmSync(outside, { recursive: true })
    }
  })
})
