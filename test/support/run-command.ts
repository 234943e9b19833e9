import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The built command. */
export const commandFile = path.join(import.meta.dirname, '../../dist/cli.cjs')

/** How a call of the command ended. */
export interface Run {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the built command as a process, without colours. */
export function runCommand(
  args: readonly string[],
  options: {
    input?: string | Buffer
    cwd?: string
    node?: readonly string[]
    command?: string
    env?: Readonly<Record<string, string>>
    uid?: number
    gid?: number
  } = {},
): Run {
  if (!existsSync(commandFile)) throw new Error('The command is not built. Run "npm run build" first.')
  const { NO_COLOR, FORCE_COLOR, ...environment } = process.env
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [...(options.node ?? []), options.command ?? commandFile, ...args],
    {
      cwd: options.cwd,
      uid: options.uid,
      gid: options.gid,
      input: options.input ?? '',
      env: { ...environment, ...options.env },
      maxBuffer: 256 * 1024 * 1024,
    },
  )
  if (error !== undefined) throw error
  return { status, stdout: stdout.toString(), stderr: stderr.toString() }
}
