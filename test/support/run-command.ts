import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { runCommand as carryOut } from '../../src/cli/run.js'
import type { StandardStream } from '../../src/node/standard-stream.js'

/** The result of a call of the command. */
export interface Run {
  status: number | null
  stdout: string
  stderr: string
}

/** The input and environment of a call. */
interface Circumstances {
  readonly input?: string | Buffer
  readonly cwd?: string
  /** Environment variables beside those of the tests. */
  readonly env?: Readonly<Record<string, string>>
}

/** The environment of the tests, without the variables for colours. */
function environmentWith(own: Readonly<Record<string, string>> | undefined) {
  const { NO_COLOR, FORCE_COLOR, ...environment } = process.env
  return { ...environment, ...own }
}

/** A stream that collects its text. */
function collector(): StandardStream & { text: string } {
  return {
    text: '',
    write(text, done) {
      this.text += text
      done?.()
    },
  }
}

/**
 * Runs the command in this process: its sources, not the build.
 *
 * @param stopped resolves when the user stops a long-running command; gets a function that returns standard error so far
 */
export async function runInProcess(
  args: readonly string[],
  { input = '', cwd = process.cwd(), env }: Circumstances = {},
  stopped?: (said: () => string) => Promise<void>,
): Promise<Run> {
  const stdout = collector()
  const stderr = collector()
  const status = await carryOut({
    args,
    stdin: () => Buffer.from(input),
    stdout,
    stderr,
    env: environmentWith(env),
    cwd,
    ...(stopped !== undefined && { stopped: () => stopped(() => stderr.text) }),
  })
  return { status, stdout: stdout.text, stderr: stderr.text }
}

/** The built command. */
export const commandFile = path.join(import.meta.dirname, '../../dist/cli.cjs')

/**
 * Runs the built command as a process: for signals, limits and other users, and to see that the build starts.
 */
export function runCommand(
  args: readonly string[],
  options: Circumstances & {
    node?: readonly string[]
    command?: string
    uid?: number
    gid?: number
  } = {},
): Run {
  if (!existsSync(commandFile)) throw new Error('The command is not built. Run "npm run build" first.')
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [...(options.node ?? []), options.command ?? commandFile, ...args],
    {
      cwd: options.cwd,
      uid: options.uid,
      gid: options.gid,
      input: options.input ?? '',
      env: environmentWith(options.env),
      maxBuffer: 256 * 1024 * 1024,
    },
  )
  if (error !== undefined) throw error
  return { status, stdout: stdout.toString(), stderr: stderr.toString() }
}
