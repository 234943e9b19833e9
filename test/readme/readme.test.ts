import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generations } from '../../src/formats/generations.js'
import { targets } from '../../src/targets/index.js'
import { inRoot, requireBuild, root } from '../package/built.js'
import { bundle } from '../package/bundle.js'
import { type Block, blocksOf, isAsShown, tableBelow } from './blocks.js'

const markdown = readFileSync(inRoot('README.md'), 'utf8')
const blocks = blocksOf(markdown)
const cloneCommands = ['npm ci && npm run example\n', 'npm ci && npm test\n']

/** What a block printed, standard output and standard error together. */
interface Outcome {
  status: number | null
  output: string
}

let scratch: string
let folder: string
const outcomes = new Map<Block, Outcome[]>()

/** The status that a line of a shell block says it ends with. */
function expectedStatus(line: string): number {
  return Number(/# exit status (\d)$/.exec(line)?.[1] ?? 0)
}

const linesOf = (block: Block) => block.text.trimEnd().split('\n')
const isShell = (block: Block) => block.language === 'sh' && !cloneCommands.includes(block.text)
const isScript = (block: Block) => block.language === 'js' || block.language === 'ts'
const titleOf = (block: Block) => `line ${block.line}: ${linesOf(block)[0]}`

/** Runs one line of a shell block in the copy of the examples. */
function shell(line: string): Outcome {
  const env = { ...process.env, PATH: `${path.join(scratch, 'bin')}${path.delimiter}${process.env['PATH']}` }
  const { status, stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${line}`], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, output: stdout }
}

/** Runs a script that uses the package as a project that has installed it. */
async function script(block: Block, name: string): Promise<Outcome> {
  const code =
    block.language === 'js'
      ? block.text
      : (
          await bundle({
            stdin: { contents: block.text, loader: 'ts' },
            bundle: false,
            format: 'esm',
          })
        ).text
  writeFileSync(path.join(folder, name), code)
  return shell(`${JSON.stringify(process.execPath)} ${name}`)
}

/** Runs every block once, in the order in which a reader would. */
beforeAll(async () => {
  requireBuild()
  scratch = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-readme-'))
  folder = path.join(scratch, 'examples', 'acme')
  cpSync(inRoot('examples'), path.join(scratch, 'examples'), { recursive: true })
  mkdirSync(path.join(scratch, 'node_modules'))
  symlinkSync(root, path.join(scratch, 'node_modules', 'theme-convert'), 'dir')
  mkdirSync(path.join(scratch, 'bin'))
  const command = `${JSON.stringify(process.execPath)} ${JSON.stringify(inRoot('dist', 'cli.cjs'))}`
  const programs = {
    npx: `[ "$1" = theme-convert ] && shift && exec ${command} "$@"`,
    npm: '[ "$*" = "install theme-convert" ]',
  }
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(path.join(scratch, 'bin', name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  }
  for (const [index, block] of blocks.entries()) {
    // Each section starts with the examples as they are, and builds on its own files from there.
    if (block.section !== blocks[index - 1]?.section) {
      rmSync(folder, { recursive: true })
      cpSync(inRoot('examples', 'acme'), folder, { recursive: true })
    }
    if (isShell(block)) outcomes.set(block, linesOf(block).map(shell))
    if (isScript(block)) outcomes.set(block, [await script(block, `block-${index}.mjs`)])
  }
})

afterAll(() => {
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true })
})

describe('the README', () => {
  it('has the blocks that these tests are about', () => {
    const count = (language: string) => blocks.filter((block) => block.language === language).length
    expect(Object.fromEntries(['sh', 'text', 'json', 'js', 'ts'].map((name) => [name, count(name)]))).toEqual(
      {
        sh: 17,
        text: 9,
        json: 3,
        js: 3,
        ts: 1,
      },
    )
    expect(blocks.length).toBe(36)
  })

  it('sets up a fresh clone with commands that exist', () => {
    const { scripts, name } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
      name: string
      scripts: Record<string, string>
    }
    expect(name).toBe('theme-convert')
    expect(blocks.map(({ text }) => text)).toEqual(expect.arrayContaining(cloneCommands))
    // "npm ci" runs "prepare", which makes the build that the example and the tests need.
    expect(scripts).toMatchObject({
      prepare: 'npm run build',
      build: expect.any(String),
      example: expect.any(String),
      test: expect.any(String),
    })
    for (const [, script] of markdown.matchAll(/`npm run ([\w:]+)`/g))
      expect(scripts).toHaveProperty([script as string])
  })

  it.each(blocks.filter(isShell).map((block) => [titleOf(block), block] as const))('%s', (_, block) => {
    const found = (outcomes.get(block) as Outcome[]).map(({ status, output }, index) => {
      const line = linesOf(block)[index] as string
      return { line, status, ...(status !== expectedStatus(line) && { output }) }
    })
    expect(found).toEqual(linesOf(block).map((line) => ({ line, status: expectedStatus(line) })))
  })

  it.each(blocks.filter(isScript).map((block) => [titleOf(block), block] as const))('%s', (_, block) => {
    const [outcome] = outcomes.get(block) as Outcome[]
    expect(outcome).toMatchObject({ status: 0 })
  })

  const shown = blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    const isOutput =
      before !== undefined && (block.language === 'text' || (block.language === 'json' && isShell(before)))
    return isOutput ? [[titleOf(before), before, block] as const] : []
  })

  it('shows the output of commands and of the script', () => {
    expect(shown.length).toBe(11)
  })

  it.each(shown)('shows what comes of %s', (_, before, block) => {
    const actual = (outcomes.get(before) as Outcome[]).map(({ output }) => output).join('')
    expect(isAsShown(actual, block.text) ? block.text : actual).toBe(block.text)
  })

  it('shows JSON that can be read, and names a schema that exists', () => {
    const alone = blocks.filter(
      (block) => block.language === 'json' && !shown.some(([, , text]) => text === block),
    )
    expect(alone.length).toBe(1)
    const { $schema } = JSON.parse((alone[0] as Block).text) as { $schema: string }
    expect(Object.values(targets).map(({ schema }) => schema)).toContain($schema)
  })

  it('lists the generations', () => {
    expect(tableBelow(markdown, 'Generations').map((cells) => cells.slice(0, 2))).toEqual(
      Object.entries(generations).map(([name, { writtenFor }]) => [name, writtenFor]),
    )
  })
})

describe('the comparison of outputs', () => {
  it('takes an ellipsis for any lines, and nothing else', () => {
    expect(isAsShown('a\nb\nc\n', 'a\n…\nc\n')).toBe(true)
    expect(isAsShown('a\nc\n', 'a\n  …\nc\n')).toBe(true)
    expect(isAsShown('a\nb\nc\n', 'a\nb\n')).toBe(false)
    expect(isAsShown('a+b\n', 'a.b\n')).toBe(false)
    expect(isAsShown('aab\n', 'a+b\n')).toBe(false)
  })
})
