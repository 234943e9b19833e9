import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { disk } from '../../src/node/disk.js'
import { Folder } from '../../src/node/folder.js'
import { rollbackCommand } from '../../src/node/instance/journals.js'
import { takeLock } from '../../src/node/instance/lock.js'
import { applyAll, rollBack } from '../../src/node/instance/transaction.js'
import { realPath } from '../../src/node/real-path.js'
import { impossibleName } from '../../src/node/windows.js'
import { isSameFile, writeAll } from '../../src/node/write-files.js'

let folder: string
const here = (name: string) => path.join(folder, name)
const platform = Object.getOwnPropertyDescriptor(process, 'platform') as PropertyDescriptor
/** Whether these tests run on Windows itself, which can't do what other systems do. */
const isReal = process.platform === 'win32'

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-windows-'))
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' })
  // Tries without the pauses between them.
  vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out')
})

afterEach(() => {
  vi.restoreAllMocks()
  Object.defineProperty(process, 'platform', platform)
  rmSync(folder, { recursive: true, force: true })
})

const refusal = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall })

/** Lets a call fail so many times, as while another program has the file open. */
function busy(name: 'renameSync' | 'unlinkSync' | 'rmdirSync', code: string, times: number) {
  const pass = fs[name] as (...args: unknown[]) => void
  let left = times
  return vi.spyOn(fs, name).mockImplementation((...args: unknown[]) => {
    if (left-- > 0) throw refusal(code, name)
    pass(...args)
  })
}

/** Refuses to rename and to remove each name of a file, as Windows does while another program has it open. */
function hold(file: string) {
  const { ino } = fs.lstatSync(file)
  const isHeld = (name: unknown) => fs.lstatSync(String(name), { throwIfNoEntry: false })?.ino === ino
  for (const name of ['renameSync', 'unlinkSync'] as const) {
    const pass = fs[name] as (...args: unknown[]) => void
    vi.spyOn(fs, name).mockImplementation((...args: unknown[]) => {
      if (args.some(isHeld)) throw Object.assign(refusal('EBUSY', name), { path: args[0] })
      pass(...args)
    })
  }
}

const write = (name: string, content: string) => ({ file: here(name), content, overwrite: true })

describe('writing on Windows', () => {
  it('opens and syncs no folder', () => {
    writeFileSync(here('theme.json'), 'old')
    const open = vi.spyOn(disk, 'open')
    writeAll([write('theme.json', 'new'), { ...write('other.json', 'more'), backup: true }])
    expect(readFileSync(here('theme.json'), 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['other.json', 'theme.json'])
    expect(open.mock.calls.length).toBeGreaterThan(0)
    for (const [file] of open.mock.calls) expect(path.extname(file)).toMatch(/^\.(?:new|old|json)$/)
  })

  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits for a program that has the file open (%s)', (code) => {
    writeFileSync(here('theme.json'), 'old')
    const rename = busy('renameSync', code, 3)
    writeAll([write('theme.json', 'new')])
    expect(readFileSync(here('theme.json'), 'utf8')).toBe('new')
    // The last two are whether it can be renamed, and the new file.
    expect(rename).toHaveBeenCalledTimes(5)
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })

  it('waits until what it made can be removed', () => {
    busy('unlinkSync', 'EBUSY', 2)
    busy('rmdirSync', 'ENOTEMPTY', 2)
    writeFileSync(here('theme.json'), 'old')
    writeAll([write('theme.json', 'new')])
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })

  it('gives up at some time, changes nothing, and says what to do', () => {
    writeFileSync(here('theme.json'), 'old')
    busy('renameSync', 'EPERM', Number.POSITIVE_INFINITY)
    expect(() => writeAll([write('theme.json', 'new')])).toThrow(/another program has it open/)
    expect(readFileSync(here('theme.json'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['theme.json'])
  })

  it('leaves nothing behind while another program has the file open', () => {
    for (const name of ['first.json', 'theme.json']) writeFileSync(here(name), 'old')
    hold(here('theme.json'))
    const writes = ['first.json', 'theme.json'].map((name) => ({ ...write(name, 'new'), backup: true }))
    expect(() => writeAll(writes)).toThrow(/^\S+theme\.json can't be written: .* open\. [^.]*\.$/)
    expect(readdirSync(folder).sort()).toEqual(['first.json', 'theme.json'])
    expect(readFileSync(here('first.json'), 'utf8')).toBe('old')
  })

  it('replaces no read-only file, and keeps it read-only', () => {
    writeFileSync(here('theme.json'), 'old')
    fs.chmodSync(here('theme.json'), 0o444)
    expect(() => writeAll([write('theme.json', 'new')])).toThrow(/can't be written: it is read-only\./)
    expect(readdirSync(folder)).toEqual(['theme.json'])
    expect(fs.lstatSync(here('theme.json')).mode & 0o777).toBe(0o444)
  })

  it('does not wait for what no waiting cures', () => {
    writeFileSync(here('theme.json'), 'old')
    const rename = busy('renameSync', 'EXDEV', Number.POSITIVE_INFINITY)
    expect(() => writeAll([write('theme.json', 'new')])).toThrow('it is on another disk')
    expect(rename).toHaveBeenCalledTimes(1)
  })

  it('takes names in another case for the same file, also when it is missing', () => {
    expect(isSameFile(here('New.json'), here('new.JSON'))).toBe(true)
    expect(isSameFile(here('new.json'), here('newer.json'))).toBe(false)
    Object.defineProperty(process, 'platform', { ...platform, value: 'linux' })
    expect(isSameFile(here('New.json'), here('new.JSON'))).toBe(false)
  })

  it.skipIf(isReal)('does not wait elsewhere', () => {
    Object.defineProperty(process, 'platform', { ...platform, value: 'linux' })
    writeFileSync(here('theme.json'), 'old')
    const rename = busy('renameSync', 'EPERM', 1)
    expect(() => writeAll([write('theme.json', 'new')])).toThrow(/permission denied/)
    expect(rename).toHaveBeenCalledTimes(1)
  })

  it.each(['nul', 'aux.json', 'COM1.json', 'theme.json:stream', 'what?.json', 'theme.json.', 'theme.json '])(
    'refuses the name "%s"',
    (name) => {
      expect(() => writeAll([write(name, 'new')])).toThrow(
        /can't be written: .*Windows.*Choose another name/s,
      )
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it.each([
    'theme.json',
    'console.json',
    'C:\\themes\\acme.json',
    'C:/com/nullable.json',
    '\\\\host\\share\\theme.json',
    'com.json',
  ])('takes the name "%s"', (name) => expect(impossibleName(name)).toBeUndefined())

  it.skipIf(isReal)('takes such names elsewhere', () => {
    Object.defineProperty(process, 'platform', { ...platform, value: 'linux' })
    writeAll([write('aux.json', 'new')])
    expect(readdirSync(folder)).toEqual(['aux.json'])
  })
})

describe('migrations on Windows', () => {
  it('are applied and rolled back without folder descriptors', () => {
    mkdirSync(here('themes'))
    writeFileSync(here('themes/theme.json'), 'old')
    busy('renameSync', 'EBUSY', 2)
    const changes = [
      {
        path: 'themes/theme.json',
        content: Buffer.from('new'),
        expected: Buffer.from('old'),
        like: 'themes/theme.json',
      },
    ]
    applyAll('ocis-8', [{ root: folder, changes }])
    expect(readFileSync(here('themes/theme.json'), 'utf8')).toBe('new')
    rollBack(folder)
    expect(readFileSync(here('themes/theme.json'), 'utf8')).toBe('old')
  })

  it.each([
    ['open in another program', hold, /Nothing was changed\. \S+theme\.json: .*another program has it open/],
    [
      'read-only',
      (file: string) => fs.chmodSync(file, 0o444),
      /Nothing was changed\. \S+theme\.json: it is read-only/,
    ],
  ])('leave nothing behind when a file is %s', (_, spoil, says) => {
    for (const name of ['logo.png', 'theme.json']) writeFileSync(here(name), 'old')
    spoil(here('theme.json'))
    const change = { content: null, expected: Buffer.from('old') }
    const changes = ['logo.png', 'theme.json'].map((name) => ({ ...change, path: name, like: name }))
    expect(() => applyAll('ocis-8', [{ root: folder, changes }])).toThrow(says)
    expect(readdirSync(folder).sort()).toEqual(['logo.png', 'theme.json'])
  })

  it('name the call that takes them back as both shells of Windows take it', () => {
    expect(rollbackCommand('C:\\data\\ocis')).toBe('theme-convert migrate --rollback C:\\data\\ocis')
    expect(rollbackCommand('C:\\ADMINI~1\\ocis')).toBe('theme-convert migrate --rollback C:\\ADMINI~1\\ocis')
    expect(rollbackCommand("C:\\Bob's data")).toBe(`theme-convert migrate --rollback "C:\\Bob's data"`)
    expect(rollbackCommand('\\\\host\\my share\\')).toBe(
      'theme-convert migrate --rollback "\\\\host\\my share\\\\"',
    )
  })
})

describe('the lock of a folder whose disk has no links', () => {
  let locked: Folder
  beforeEach(() => {
    vi.spyOn(fs, 'symlinkSync').mockImplementation(() => {
      throw refusal('EISDIR', 'symlink')
    })
    locked = Folder.open(folder)
  })
  afterEach(() => locked.close())

  it('is a file, and is given back', () => {
    const unlock = takeLock(locked)
    expect(readFileSync(here('lock'), 'utf8')).toBe(`${process.pid} ${os.hostname()}`)
    unlock()
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps another run out', () => {
    writeFileSync(here('lock'), `${process.ppid} ${os.hostname()}`)
    expect(() => takeLock(locked)).toThrow(/Another run \(process \d+\)/)
  })

  it('keeps out who comes before it has a text, but not for ever', () => {
    writeFileSync(here('lock'), '')
    expect(() => takeLock(locked)).toThrow(/Another run \(just started\)/)
    const old = Date.now() / 1000 - 120
    fs.utimesSync(here('lock'), old, old)
    takeLock(locked)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not left behind by a full disk', () => {
    vi.spyOn(disk, 'write').mockImplementation(() => {
      throw refusal('ENOSPC', 'write')
    })
    expect(() => takeLock(locked)).toThrow('ENOSPC')
    expect(readdirSync(folder)).toEqual([])
  })
})

it("takes a disk that can't sync folders as it is", () => {
  Object.defineProperty(process, 'platform', { ...platform, value: 'linux' })
  const sync = fs.fsyncSync
  vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
    if (fs.fstatSync(descriptor).isDirectory()) throw refusal('EINVAL', 'fsync')
    sync(descriptor)
  })
  writeAll([write('theme.json', 'new')])
  expect(readFileSync(here('theme.json'), 'utf8')).toBe('new')
})

it('follows the links itself where a disk does not tell the real path', () => {
  vi.spyOn(fs.realpathSync, 'native').mockImplementation(() => {
    throw refusal('UNKNOWN', 'realpath')
  })
  writeAll([write('theme.json', 'new')])
  expect(realPath(here('theme.json'))).toBe(fs.realpathSync(here('theme.json')))
  expect(() => realPath(here('missing.json'))).toThrow('ENOENT')
})
