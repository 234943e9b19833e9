#!/usr/bin/env node
import { writeError } from '../node/file-error.js'
import { readStandardInput } from '../node/read-file.js'
import { standardStream } from '../node/standard-stream.js'
import { WRONG } from './outcome.js'
import { runCommand } from './run.js'

const progress = { isApplied: false }

const stderr = standardStream(2, () => {
  process.exitCode = WRONG
})
let endOutput = () => {}
/** Resolves when the reader of standard output closes it. */
const outputEnded = new Promise<void>((resolve) => {
  endOutput = resolve
})
const stdout = standardStream(
  1,
  (error) => {
    process.exitCode = WRONG
    const applied = progress.isApplied ? "applied, but the report couldn't be printed: " : ''
    stderr.write(`theme-convert: ${applied}${writeError('Standard output', error).message}\n`)
  },
  endOutput,
)

/** The working folder; `undefined` if another program deleted it. */
function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

async function main(): Promise<number> {
  const cwd = workingFolder()
  if (cwd === undefined) {
    stderr.write('theme-convert: The working folder was deleted. Change to another folder.\n')
    return WRONG
  }
  return runCommand({
    args: process.argv.slice(2),
    stdin: readStandardInput,
    stdout,
    stderr,
    env: process.env,
    cwd,
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
        void outputEnded.then(resolve)
      }),
    progress,
  })
}

// All is written then. Node would free its memory piece by piece before it ends, which takes longer.
process.once('beforeExit', () => process.exit())

void main().then((status) => {
  // A failed write may have set it already.
  process.exitCode ||= status
})
