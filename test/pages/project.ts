import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runCommand } from '../../src/cli/run.js'
import type { StandardStream } from '../../src/node/standard-stream.js'
import { inRoot, root } from '../package/built.js'
import { bundle } from '../package/bundle.js'
import type { Block } from './blocks.js'

/** What a block printed, standard output and standard error together. */
export interface Outcome {
  readonly status: number | null
  readonly output: string
}

/** A project that has the package installed, with the examples in its folder: where a reader of a page would be. */
export class Project {
  readonly #scratch = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-page-'))
  readonly #folder = path.join(this.#scratch, 'examples', 'acme')
  #scripts = 0

  constructor() {
    this.reset()
    mkdirSync(path.join(this.#scratch, 'node_modules'))
    symlinkSync(root, path.join(this.#scratch, 'node_modules', 'theme-convert'), 'dir')
    mkdirSync(path.join(this.#scratch, 'bin'))
    const command = `${JSON.stringify(process.execPath)} ${JSON.stringify(inRoot('dist', 'cli.cjs'))}`
    const programs = {
      npx: `[ "$1" = theme-convert ] && shift && exec ${command} "$@"`,
      npm: '[ "$*" = "install theme-convert" ]',
    }
    for (const [name, body] of Object.entries(programs)) {
      writeFileSync(path.join(this.#scratch, 'bin', name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
    }
  }

  /** Puts the examples back as they are. */
  reset(): void {
    rmSync(this.#folder, { recursive: true, force: true })
    cpSync(inRoot('examples', 'acme'), this.#folder, { recursive: true })
  }

  /** Runs one line of a shell block among the examples. */
  async shell(line: string): Promise<Outcome> {
    const [, call] = /^npx theme-convert((?: [\w./=-]+)*)(?: # .*)?$/.exec(line) ?? []
    // Another process only for what needs a shell: test/cli/run.test.ts compares the built command with this one.
    if (call !== undefined) return await this.#command(call.split(' ').slice(1))
    const programs = `${path.join(this.#scratch, 'bin')}${path.delimiter}${process.env['PATH']}`
    const { status, stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${line}`], {
      cwd: this.#folder,
      env: { ...process.env, PATH: programs },
      encoding: 'utf8',
    })
    return { status, output: stdout }
  }

  async #command(args: readonly string[]): Promise<Outcome> {
    let output = ''
    const stream: StandardStream = {
      write(text, done) {
        output += text
        done?.()
      },
    }
    const status = await runCommand({
      args,
      stdin: () => Buffer.alloc(0),
      stdout: stream,
      stderr: stream,
      env: process.env,
      cwd: this.#folder,
    })
    return { status, output }
  }

  /** Runs a script, as ES module. */
  async script({ language, text }: Block): Promise<Outcome> {
    const name = `block-${this.#scripts++}.mjs`
    const stdin = { contents: text, loader: 'ts' } as const
    const code = language === 'js' ? text : (await bundle({ stdin, bundle: false, format: 'esm' })).text
    writeFileSync(path.join(this.#folder, name), code)
    return await this.shell(`${JSON.stringify(process.execPath)} ${name}`)
  }

  remove(): void {
    rmSync(this.#scratch, { recursive: true, force: true })
  }
}
