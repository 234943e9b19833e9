import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WriteError, writeError } from '../../src/node/file-error.js'
import { writeAll } from '../../src/node/write.js'

let folder: string
const inFolder = (name: string) => path.join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('files that are written together', () => {
  it('are all there, with a copy of what was replaced', () => {
    writeFileSync(inFolder('b'), 'old')
    const copies = writeAll([
      { file: inFolder('a'), content: 'A' },
      { file: inFolder('b'), content: 'B', keepsCopy: true },
    ])
    expect(copies).toEqual([undefined, inFolder('b.bak')])
    expect(['a', 'b', 'b.bak'].map((name) => readFileSync(inFolder(name), 'utf8'))).toEqual(['A', 'B', 'old'])
  })

  it('are all as before when one can’t be written', () => {
    writeFileSync(inFolder('b'), 'old')
    mkdirSync(inFolder('c'))
    const writes = [
      { file: inFolder('a'), content: 'A' },
      { file: inFolder('b'), content: 'B', keepsCopy: true },
      { file: inFolder('c'), content: 'C' },
    ]
    expect(() => writeAll(writes)).toThrow(WriteError)
    expect(readFileSync(inFolder('b'), 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['b', 'c'])
    expect(existsSync(inFolder('a'))).toBe(false)
  })
})

describe('why a file can’t be written', () => {
  it.each([
    ['EACCES', 'you may not write there.'],
    ['ENOSPC', 'the disk is full.'],
    ['EWHATEVER', 'it went wrong.'],
  ])('is said in words for %s', (code, reason) => {
    const error = Object.assign(new Error('it went wrong'), {
      code,
      syscall: 'open',
      path: '/x/theme.json.123',
    })
    const { message } = writeError('theme.json', error)
    expect(message).toContain(`theme.json can't be written: ${reason}`)
    expect(message).not.toContain('123')
  })
})
