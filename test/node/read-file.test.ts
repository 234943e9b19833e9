import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readInput } from '../../src/node/read-file.js'

const folder = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => path.join(folder, name)
const problemOf = (file: string) => {
  const input = readInput(file)
  return 'problem' in input ? input.problem : undefined
}
const MEGABYTE = 1024 * 1024

describe('reading a file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 32 * MEGABYTE])('gives all of %i bytes', (size) => {
    writeFileSync(at('whole'), 'x'.repeat(size))
    const input = readInput(at('whole'))
    expect('text' in input && input.text.length).toBe(size)
  })

  it('refuses more than any theme has without reading it', () => {
    writeFileSync(at('large'), '')
    for (const size of [32 * MEGABYTE + 1, 3000 * MEGABYTE]) {
      truncateSync(at('large'), size)
      expect(problemOf(at('large'))).toContain('more than 32 MB')
    }
  })

  it('refuses a folder', () => {
    expect(problemOf(folder)).toContain('it is a folder')
  })

  it.runIf(existsSync('/proc/self/status'))('reads files whose size is said to be 0', () => {
    expect(readInput('/proc/self/status')).toMatchObject({ text: expect.stringContaining('Name:') })
  })

  it.skipIf(process.platform === 'win32')(
    'neither waits for ever at a pipe nor misses what is written',
    () => {
      execFileSync('mkfifo', [at('silent'), at('spoken')])
      expect(problemOf(at('silent'))).toContain('no program writes to this pipe')
      spawn('sh', ['-c', 'printf "{}" > "$0"', at('spoken')])
      expect(readInput(at('spoken'))).toEqual({ name: at('spoken'), text: '{}' })
    },
  )
})
