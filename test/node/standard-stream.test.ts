import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandFile, runInProcess } from '../support/run-command.js'

const folder = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-streams-'))
const at = (name: string) => path.join(folder, name)
const args = [at('theme.json'), '--target', 'ocis-8']
/** More than a pipe holds. */
let expected: Awaited<ReturnType<typeof runInProcess>>

beforeAll(async () => {
  const themes = Array.from({ length: 2000 }, (_, index) => [
    `theme-${index}`,
    { general: { slogan: 'ö'.repeat(30) } },
  ])
  writeFileSync(at('theme.json'), JSON.stringify({ web: Object.fromEntries(themes) }))
  expected = await runInProcess(args)
  expect(expected.stdout.length).toBeGreaterThan(2 ** 16)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A call with standard output at a descriptor. */
function callTo(descriptor: number) {
  const { status, stderr } = spawnSync(process.execPath, [commandFile, ...args], {
    stdio: ['ignore', descriptor, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(descriptor)
  return { status, stderr }
}

describe('standard output and standard error', () => {
  it('reach a file and a pipe whole', () => {
    const { status, stderr } = expected
    expect(callTo(openSync(at('output'), 'w'))).toEqual({ status, stderr })
    expect(readFileSync(at('output'), 'utf8')).toBe(expected.stdout)
    const { stdout } = spawnSync(process.execPath, [commandFile, ...args], { encoding: 'utf8' })
    expect(stdout).toBe(expected.stdout)
  })

  it('say when the system refuses what is written', () => {
    const { status, stderr } = callTo(openSync(at('theme.json'), 'r'))
    expect(status).toBe(2)
    expect(stderr).toContain("theme-convert: Standard output can't be written")
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it.skipIf(process.platform === 'win32')('wait for the reader of a pipe that does not block', async () => {
    execFileSync('mkfifo', [at('pipe')])
    const reader = openSync(at('pipe'), constants.O_RDONLY | constants.O_NONBLOCK)
    const writer = openSync(at('pipe'), constants.O_WRONLY | constants.O_NONBLOCK)
    const child = spawn(process.execPath, [commandFile, ...args], { stdio: ['ignore', writer, 'ignore'] })
    closeSync(writer)
    const chunks: Buffer[] = []
    for (let count = -1; count !== 0; ) {
      const chunk = Buffer.alloc(4096)
      try {
        count = readSync(reader, chunk)
        chunks.push(chunk.subarray(0, count))
      } catch (error) {
        expect(error).toMatchObject({ code: 'EAGAIN' })
      }
      await setTimeout(1)
    }
    closeSync(reader)
    expect(Buffer.concat(chunks).toString()).toBe(expected.stdout)
    expect(child.exitCode ?? 0).toBe(0)
  })
})
