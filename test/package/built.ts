import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A path below the root of the repository. */
export function inRoot(...parts: string[]): string {
  return path.join(root, ...parts)
}

const files = ['dist/index.js', 'dist/index.cjs', 'dist/index.d.ts', 'dist/index.d.cts', 'dist/cli.cjs']

/** Stops the tests of what is built when nothing is. */
export function requireBuild(): void {
  const missing = files.filter((file) => !existsSync(inRoot(file)))
  if (missing.length > 0) {
    throw new Error(
      `These tests need a build, and there is no ${missing.join(', ')}. Run "npm run build" first.`,
    )
  }
}

export interface Run {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], cwd: string, env = process.env): Run {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' })
  if (error !== undefined) throw error
  return { status, stdout, stderr }
}

/** Runs a program that has to succeed, and gives what it printed. */
export function succeed(program: string, args: readonly string[], cwd: string, env = process.env): string {
  const { status, stdout, stderr } = run(program, args, cwd, env)
  if (status !== 0) {
    throw new Error(`"${program} ${args.join(' ')}" ended with ${status}.\n${stdout}\n${stderr}`)
  }
  return stdout
}
