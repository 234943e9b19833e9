import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WriteError, writeError } from '../../src/node/file-error.js'
import { createFile } from '../../src/node/put.js'
import { isSameFile, type Write, writeAll } from '../../src/node/write-files.js'
import {
  type Fault,
  killAt,
  noLinks,
  ofGroup,
  onFaultyDisk,
  placeOf,
  refusal,
  withoutTools,
} from '../support/faulty-disk.js'

let folder: string
const at = (name: string) => path.join(folder, name)
const read = (name: string) => readFileSync(at(name), 'utf8')
const isLeftover = (name: string) => name.startsWith('.theme-convert-')
const leftovers = () => readdirSync(folder).filter(isLeftover)
const isRoot = process.getuid?.() === 0

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'theme-convert-')))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const old = '{"old": true}\n'.repeat(20)
const news = '{"new": true}\n'.repeat(30)
const longAgo = 1_600_000_000.123457

/** Three outputs: a new file, one that is overwritten, and the theme itself with its copy. */
const outputs = (): Write[] => [
  { file: at('sub/report.json'), content: news, overwrite: false },
  { file: at('branding.json'), content: news, overwrite: true },
  { file: at('theme.json'), content: news, overwrite: true, expected: old, backup: true },
]

function restart(): void {
  rmSync(folder, { recursive: true })
  mkdirSync(at('sub'), { recursive: true })
  for (const name of ['branding.json', 'theme.json']) {
    writeFileSync(at(name), old)
    chmodSync(at(name), 0o640)
    utimesSync(at(name), longAgo, longAgo)
  }
}

/** All that is in the folder, with modes and times to the nanosecond. */
function everything(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String).sort()
  return Object.fromEntries(
    names.map((name) => {
      const { mode, mtimeNs, uid } = lstatSync(at(name), { bigint: true })
      const isFile = lstatSync(at(name)).isFile()
      return [name, isFile ? `${mode} ${uid} ${mtimeNs} ${read(name)}` : '/']
    }),
  )
}

/** Every file that people know is old or new as a whole, or not there. */
function assertWhole(step: number): void {
  for (const name of ['sub/report.json', 'branding.json', 'theme.json', 'theme.json.bak']) {
    if (existsSync(at(name)))
      expect([step, name, [old, news].includes(read(name))]).toEqual([step, name, true])
  }
  expect(existsSync(at('theme.json')) && existsSync(at('branding.json')), `step ${step}`).toBe(true)
  if (read('theme.json') === news) expect(read('theme.json.bak'), `step ${step}`).toBe(old)
}

// What is done about a refusal doesn't depend on its code, so the codes take turns.
const refusals = ['ENOSPC', 'EROFS', 'EACCES']
const disks: [string, Fault, { codes: readonly string[] }[]][] = [
  ['as usual', () => undefined, [{ codes: ['EIO'] }, { codes: refusals }]],
  ['without hard links', noLinks, [{ codes: ['EIO', ...refusals] }]],
]

describe.each(disks)('files that are written together, %s', (_, fault, turns) => {
  let installTools: () => void
  beforeAll(() => {
    installTools = withoutTools()
  })
  afterAll(() => installTools())
  const write = (writes = outputs()) => {
    let copies: (string | undefined)[] = []
    onFaultyDisk(fault, () => {
      copies = writeAll(writes)
    })
    return copies
  }

  it('are all there, with a copy of what was replaced', () => {
    restart()
    const before = lstatSync(at('theme.json'), { bigint: true })
    expect(write()).toEqual([undefined, undefined, at('theme.json.bak')])
    expect(['sub/report.json', 'branding.json', 'theme.json'].map(read)).toEqual([news, news, news])
    expect(read('theme.json.bak')).toBe(old)
    const copy = lstatSync(at('theme.json.bak'), { bigint: true })
    expect([copy.mode, copy.uid, copy.mtimeNs / 1000n]).toEqual([
      before.mode,
      before.uid,
      before.mtimeNs / 1000n,
    ])
    expect(lstatSync(at('theme.json')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['branding.json', 'sub', 'theme.json', 'theme.json.bak'])
    expect(readdirSync(at('sub'))).toEqual(['report.json'])
  })

  it('are whole wherever the run is killed, and finished by the next one', () => {
    let step = 1
    for (; ; step += 1) {
      restart()
      if (!killAt(step, () => writeAll(outputs()), fault)) break
      assertWhole(step)
      const isDone = read('theme.json') === news
      // What was the theme then is what the next run finds.
      write(outputs().slice(0, isDone ? 2 : 3))
      assertWhole(step)
      expect(['sub/report.json', 'branding.json', 'theme.json'].map(read), `step ${step}`).toEqual([
        news,
        news,
        news,
      ])
      // The one that may still be alive keeps its files for ten minutes.
      for (const name of ['', 'sub']) {
        for (const leftover of readdirSync(at(name)).filter(isLeftover))
          utimesSync(at(path.join(name, leftover)), 1, 1)
      }
      writeAll(['again', 'sub/again'].map((name) => ({ file: at(name), content: 'x', overwrite: true })))
      expect(
        readdirSync(folder, { recursive: true })
          .map(String)
          .filter((name) => name.includes('.theme-convert-')),
      ).toEqual([])
    }
    expect(step).toBeGreaterThan(30)
  })

  it.each(turns)('are as before, with their times, when any one call fails: $codes', ({ codes }) => {
    let failed = 0
    for (let step = 1; ; step += 1) {
      restart()
      const before = everything()
      const code = codes[step % codes.length] as string
      let isReached = false
      let error: unknown
      try {
        onFaultyDisk(
          (call) => {
            if (call.number !== step) return fault(call)
            isReached = true
            throw refusal(code, call.name)
          },
          () => writeAll(outputs()),
        )
      } catch (thrown) {
        error = thrown
      }
      if (!isReached) break
      assertWhole(step)
      if (error === undefined) {
        // A second name that can't be had is no failure.
        expect(['sub/report.json', 'branding.json', 'theme.json'].map(read), `step ${step}`).toEqual([
          news,
          news,
          news,
        ])
        continue
      }
      failed += 1
      expect(error, `step ${step}`).toBeInstanceOf(WriteError)
      const { message } = error as Error
      if (message.startsWith('Everything is written')) {
        expect(['sub/report.json', 'branding.json', 'theme.json'].map(read)).toEqual([news, news, news])
      } else {
        const after = Object.fromEntries(
          Object.entries(everything()).filter(([name]) => !name.includes('.theme-convert-')),
        )
        expect([step, after]).toEqual([step, before])
      }
      // Whatever is left is named.
      const left = readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => path.basename(name).startsWith('.theme-convert-'))
      for (const name of left) expect(message, `step ${step}`).toContain(path.basename(name))
    }
    expect(failed).toBeGreaterThan(40)
  })

  it('are whole when the disk fails for good, and said to be unfinished', () => {
    for (let step = 1; ; step += 1) {
      restart()
      let isReached = false
      let error: unknown
      try {
        onFaultyDisk(
          (call) => {
            if (!call.isChange || call.change < step) return fault(call)
            isReached = true
            throw refusal('EIO', call.name)
          },
          () => writeAll(outputs()),
        )
      } catch (thrown) {
        error = thrown
      }
      if (!isReached) break
      expect(error, `step ${step}`).toBeInstanceOf(WriteError)
      assertWhole(step)
      const isNew = ['branding.json', 'theme.json'].map((name) => read(name) === news)
      const { message } = error as Error
      if (!message.startsWith('Everything is written') && isNew.includes(true)) {
        expect(message, `step ${step}`).toMatch(/can't be put back either.*The old files are in/s)
      }
    }
  })

  it('have all their bytes, however few the system takes at once', () => {
    restart()
    onFaultyDisk(
      (call) => {
        if (call.name !== 'write') return fault(call)
        const [descriptor, bytes] = call.args as [number, Uint8Array]
        return bytes.length <= 7 ? undefined : { returns: writeSome(descriptor, bytes) }
      },
      () => writeAll(outputs()),
    )
    expect(['sub/report.json', 'branding.json', 'theme.json'].map(read)).toEqual([news, news, news])
  })

  it('are as before when the disk takes no more bytes', () => {
    restart()
    const before = everything()
    const full: Fault = (call) => (call.name === 'write' ? { returns: 0 } : fault(call))
    expect(() => onFaultyDisk(full, () => writeAll(outputs()))).toThrow('the disk is full')
    expect(everything()).toEqual(before)
  })

  it('are as before when what has to succeed too fails', () => {
    restart()
    const before = everything()
    const fails = () => {
      expect(read('theme.json')).toBe(news)
      throw new Error('the rest failed')
    }
    expect(() => onFaultyDisk(fault, () => writeAll(outputs(), fails))).toThrow('the rest failed')
    expect(everything()).toEqual(before)
  })
})

function writeSome(descriptor: number, bytes: Uint8Array): number {
  const some = bytes.subarray(0, 7)
  writeFileSync(descriptor, some)
  return some.length
}

describe('a file that is there already', () => {
  it('is not overwritten, and neither is anything else', () => {
    restart()
    const before = everything()
    const writes = outputs().map((write) => ({ ...write, overwrite: false }))
    expect(() => writeAll(writes)).toThrow('branding.json exists already')
    expect(everything()).toEqual(before)
  })

  it('is not written twice in one call, by whichever names', () => {
    restart()
    const before = everything()
    for (const again of ['theme.json', path.join('sub', '..', 'theme.json')]) {
      const other = { file: again, at: at(again), content: '{}', overwrite: true }
      expect(() => writeAll([...outputs(), other])).toThrow(/are the same file\. Nothing was written/)
    }
    expect(everything()).toEqual(before)
  })

  it('counts as written when it has the very bytes', () => {
    restart()
    writeFileSync(at('sub/report.json'), news)
    utimesSync(at('sub/report.json'), 1, 1)
    writeAll(outputs())
    expect(lstatSync(at('sub/report.json')).mtimeMs).toBe(1000)
  })

  it('is kept when it came in the last moment', () => {
    restart()
    const comes: Fault = ({ name, args }) => {
      if (name === 'link' && String(args[1]).endsWith('report.json'))
        writeFileSync(at('sub/report.json'), 'mine')
      return undefined
    }
    expect(() => onFaultyDisk(comes, () => writeAll(outputs()))).toThrow('was changed by another program')
    expect(read('sub/report.json')).toBe('mine')
    expect(['branding.json', 'theme.json'].map(read)).toEqual([old, old])
  })

  it.each([
    ['before the new one takes its place', 0],
    ['while it does', 1],
  ])('keeps what somebody writes into it %s', (_, when) => {
    restart()
    const writes: Fault = ({ name, args }) => {
      if (name === 'rename' && when === 1 && String(args[1]).endsWith('/theme.json'))
        writeFileSync(at('theme.json'), 'mine')
      if (name === 'makeFolder' && when === 0) writeFileSync(at('theme.json'), 'mine')
      return undefined
    }
    expect(() => onFaultyDisk(writes, () => writeAll(outputs()))).toThrow('was changed by another program')
    expect(read('theme.json')).toBe('mine')
    expect(read('branding.json')).toBe(old)
    expect([existsSync(at('theme.json.bak')), existsSync(at('sub/report.json')), leftovers()]).toEqual([
      false,
      false,
      [],
    ])
  })
})

describe('the copy of a file', () => {
  it('takes the first free name, and that of a run that was killed again', () => {
    restart()
    writeFileSync(at('theme.json.bak'), 'older')
    linkSync(at('theme.json'), at('theme.json.bak.1'))
    expect(writeAll(outputs())[2]).toBe(at('theme.json.bak.1'))
    writeAll([{ file: at('theme.json'), content: old, overwrite: true, backup: true }])
    expect(['theme.json.bak', 'theme.json.bak.1', 'theme.json.bak.2'].map(read)).toEqual(['older', old, news])
  })
})

describe('what a killed run left', () => {
  const stage = '.theme-convert-0123456789abcdef'
  const write = () => writeAll([{ file: at('new'), content: 'x', overwrite: true }])
  const lay = (age: number) => {
    mkdirSync(at(stage))
    writeFileSync(at(`${stage}/0.new`), 'half')
    utimesSync(at(stage), Date.now() / 1000 - age, Date.now() / 1000 - age)
  }

  it('goes after ten minutes', () => {
    lay(601)
    write()
    expect(readdirSync(folder)).toEqual(['new'])
  })

  it('stays before, because the run may be alive', () => {
    lay(300)
    write()
    expect(readdirSync(folder)).toEqual([stage, 'new'])
  })

  it('stays when it is only called like that', () => {
    for (const name of ['.theme-convert', '.theme-convert-x', '.theme-convert-0123456789abcdeg']) {
      mkdirSync(at(name))
      utimesSync(at(name), 1, 1)
    }
    write()
    expect(readdirSync(folder)).toHaveLength(4)
  })

  it.runIf(isRoot)('stays when another account left it', () => {
    lay(601)
    chownSync(at(stage), 1000, 1000)
    write()
    expect(readdirSync(folder)).toEqual([stage, 'new'])
  })

  it('goes without what links in it lead to', () => {
    lay(0)
    writeFileSync(at('mine'), 'mine')
    mkdirSync(at('folder'))
    writeFileSync(at('folder/mine'), 'mine')
    symlinkSync('../mine', at(`${stage}/0.old`))
    symlinkSync('../folder', at(`${stage}/1.old`))
    utimesSync(at(stage), 1, 1)
    write()
    expect(leftovers()).toEqual([])
    expect([read('mine'), read('folder/mine')]).toEqual(['mine', 'mine'])
  })
})

describe('a file with a group that the account is not in', () => {
  it.skipIf(process.platform === 'win32')('is not replaced, and the message names it and the group', () => {
    writeFileSync(at('theme.json'), old)
    const { uid } = lstatSync(at('theme.json'))
    const before = readdirSync(folder)
    const error = (() => {
      try {
        onFaultyDisk(ofGroup('theme.json', 2345n), () => writeAll(outputs().slice(2)))
      } catch (error) {
        return error
      }
    })()
    expect(error).toBeInstanceOf(WriteError)
    expect((error as Error).message).toContain(
      `${at('theme.json')} can't be written: its owner is ${uid} and its group 2345`,
    )
    expect((error as Error).message).toMatch(/root.*chgrp \d+\)\.$/)
    expect([readdirSync(folder), read('theme.json')]).toEqual([before, old])
  })
})

describe('links', () => {
  it("keep pointing at the file that is written, also when it wasn't there", () => {
    mkdirSync(at('a'))
    writeFileSync(at('a/old'), old)
    symlinkSync('a/old', at('link'))
    symlinkSync('a/new', at('dangling'))
    symlinkSync('link', at('second'))
    writeAll(['second', 'dangling'].map((name) => ({ file: at(name), content: news, overwrite: true })))
    expect([read('a/old'), read('a/new')]).toEqual([news, news])
    expect([readlinkSync(at('link')), readlinkSync(at('dangling'))]).toEqual(['a/old', 'a/new'])
    expect(isSameFile(at('link'), at('a/../a/old'))).toBe(true)
  })

  it.runIf(isRoot)('of another account lead nobody anywhere', () => {
    writeFileSync(at('secret'), "root's")
    symlinkSync('secret', at('link'))
    execFileSync('chown', ['-h', '1000:1000', at('link')])
    const write = () => writeAll([{ file: at('link'), content: news, overwrite: true }])
    expect(write).toThrow('symbolic link of another account (1000)')
    expect(read('secret')).toBe("root's")
  })

  it('under the name of a new file are never followed', () => {
    writeFileSync(at('secret'), 'mine')
    symlinkSync('secret', at('planted'))
    expect(() => createFile(at('planted'), Buffer.from('x'))).toThrow('EEXIST')
    expect(read('secret')).toBe('mine')
  })

  it.runIf(process.platform === 'linux')('in place of the folder change nothing any more', () => {
    restart()
    mkdirSync(at('elsewhere'))
    writeFileSync(at('elsewhere/report.json'), 'mine')
    let isSwapped = false
    const swaps: Fault = ({ name, args }) => {
      if (name === 'makeFolder' && !isSwapped && placeOf(String(args[0])).startsWith(at('sub'))) {
        isSwapped = true
        renameSync(at('sub'), at('moved'))
        symlinkSync('elsewhere', at('sub'))
      }
      return undefined
    }
    onFaultyDisk(swaps, () => writeAll([{ file: at('sub/report.json'), content: news, overwrite: true }]))
    expect([isSwapped, read('moved/report.json'), read('elsewhere/report.json')]).toEqual([
      true,
      news,
      'mine',
    ])
    expect(readdirSync(at('moved'))).toEqual(['report.json'])
  })
})

/** Whether the tools are here, and the temporary folder takes what they set. */
function canSetAttributes(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-attributes-'))
  const succeeds = (tool: string, ...args: string[]) => spawnSync(tool, [...args, folder]).status === 0
  try {
    return succeeds('setfattr', '-n', 'user.a', '-v', 'b') && succeeds('setfacl', '-m', 'u:1000:r')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const hasAttributes = canSetAttributes()
if (!hasAttributes)
  console.warn(
    'SKIPPED: whether attributes and access lists stay. Install setfattr and setfacl, and set TMPDIR to a folder that has both.',
  )

describe.runIf(hasAttributes)('extended attributes and access lists', () => {
  it('stay, with the mode', () => {
    restart()
    execFileSync('setfattr', ['-n', 'user.origin', '-v', 'here', at('theme.json')])
    execFileSync('setfacl', ['-m', 'u:1000:r', at('theme.json')])
    const seen = (name: string) => [
      execFileSync('getfattr', ['-d', '--absolute-names', at(name)])
        .toString()
        .split('\n')
        .slice(1),
      execFileSync('getfacl', ['-c', '-p', at(name)]).toString(),
      lstatSync(at(name)).mode,
    ]
    const before = seen('theme.json')
    writeAll(outputs())
    expect(seen('theme.json')).toEqual(before)
    expect(seen('theme.json.bak')).toEqual(before)
  })

  it('stop the writing when they can be read and not given', () => {
    restart()
    execFileSync('setfattr', ['-n', 'user.origin', '-v', 'here', at('theme.json')])
    const before = everything()
    const fails: Fault = ({ name, args }) =>
      name === 'run' && args[0] === 'setfattr'
        ? { returns: { status: 1, stderr: 'refused', stdout: Buffer.alloc(0) } }
        : undefined
    expect(() => onFaultyDisk(fails, () => writeAll(outputs()))).toThrow("can't be kept (refused)")
    expect(everything()).toEqual(before)
  })
})

describe("why a file can't be written", () => {
  it.each([
    ['EACCES', 'permission denied.'],
    ['ENOSPC', 'the disk is full.'],
    ['EBUSY', 'mount point'],
    ['EWHATEVER', 'it went wrong.'],
  ])('is said in words for %s', (code, reason) => {
    const error = Object.assign(new Error('it went wrong'), {
      code,
      syscall: 'open',
      path: '/x/theme.json.123',
    })
    const { message } = writeError('theme.json', error)
    expect(message).toContain(`theme.json can't be written: `)
    expect(message).toContain(reason)
    expect(message).not.toContain('123')
  })
})
