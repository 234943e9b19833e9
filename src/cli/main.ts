#!/usr/bin/env node
import { writeError } from '../node/file-error.js'
import { readStandardInput } from '../node/read-file.js'
import { WRONG } from './outcome.js'
import { runCommand } from './run.js'

const progress = { isApplied: false }

// The reader of a pipe may close it early; that isn't an error.
for (const [name, stream] of [
  ['Standard output', process.stdout],
  ['Standard error', process.stderr],
] as const) {
  let isSaid = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = WRONG
    if (!isSaid && stream !== process.stderr) {
      const applied = progress.isApplied ? "applied, but the report couldn't be printed: " : ''
      process.stderr.write(`theme-convert: ${applied}${writeError(name, error).message}\n`)
    }
    isSaid = true
  })
}

/** The working folder; `undefined` if there is none any more: another program deleted it. */
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
    process.stderr.write('theme-convert: The working folder was deleted. Change to another folder.\n')
    return WRONG
  }
  return runCommand({
    args: process.argv.slice(2),
    stdin: readStandardInput,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd,
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
      }),
    progress,
  })
}

void main().then((status) => {
  // A failed write may have set it already.
  process.exitCode ||= status
})
