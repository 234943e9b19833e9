import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { generations } from '../../src/formats/generations.js'
import { inRoot, requireBuild } from '../package/built.js'
import { type Block, isAsShown, tableBelow } from './blocks.js'
import { type Page, pages } from './pages.js'
import { type Outcome, Project } from './project.js'

const all = pages()
const pageOf = (file: string) => all.find((page) => page.file === file) as Page
const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

/** These set up a clone, which is what runs these tests. */
const cloneCommands = ['npm ci && npm run example\n', 'npm ci && npm test\n']

const linesOf = (block: Block) => block.text.trimEnd().split('\n')
const isShell = ({ language, text }: Block) => language === 'sh' && !cloneCommands.includes(text)
const isScript = ({ language }: Block) => language === 'js' || language === 'ts'
const titleOf = (block: Block) => `line ${block.line}: ${linesOf(block)[0]}`

/** The status that a line of a shell block says it ends with. */
const expectedStatus = (line: string) => Number(/# exit status (\d)$/.exec(line)?.[1] ?? 0)

/** The blocks that show what the block before them prints, with that one. */
const shownIn = ({ blocks }: Page) =>
  blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    const isOutput =
      before !== undefined && (block.language === 'text' || (block.language === 'json' && isShell(before)))
    return isOutput ? [[titleOf(before), before, block] as const] : []
  })

beforeAll(requireBuild)

// What contributors run changes the clone; that page has its own tests.
describe.each(all.filter(({ file, blocks }) => blocks.length > 0 && file !== 'CONTRIBUTING.md'))(
  '$file',
  (page) => {
    const outcomes = new Map<Block, Outcome[]>()
    const titled = (blocks: Block[]) => blocks.map((block) => [titleOf(block), block] as const)
    const { blocks } = page

    // Every block runs once, in the order in which a reader would.
    beforeAll(async () => {
      const project = new Project()
      for (const [index, block] of blocks.entries()) {
        // Each section starts with the examples as they are, and builds on its own files from there.
        if (block.section !== blocks[index - 1]?.section) project.reset()
        if (isShell(block)) {
          const printed: Outcome[] = []
          for (const line of linesOf(block)) printed.push(await project.shell(line))
          outcomes.set(block, printed)
        }
        if (isScript(block)) outcomes.set(block, [await project.script(block)])
      }
      project.remove()
    })

    it('has only blocks that are run, compared or parsed', () => {
      const shown = shownIn(page).map(([, , block]) => block)
      const others = blocks.filter(
        (block) =>
          block.language !== 'sh' &&
          !isScript(block) &&
          !shown.includes(block) &&
          !/^(json|yaml)$/.test(block.language),
      )
      expect(others.map(titleOf)).toEqual([])
    })

    it.each(titled(blocks.filter(isShell)))('%s', (_, block) => {
      const found = (outcomes.get(block) as Outcome[]).map(({ status, output }, index) => {
        const line = linesOf(block)[index] as string
        return { line, status, ...(status !== expectedStatus(line) && { output }) }
      })
      expect(found).toEqual(linesOf(block).map((line) => ({ line, status: expectedStatus(line) })))
    })

    it.each(titled(blocks.filter(isScript)))('%s', (_, block) => {
      expect(outcomes.get(block)).toMatchObject([{ status: 0 }])
    })

    it.each(shownIn(page))('shows what comes of %s', (_, before, block) => {
      const actual = (outcomes.get(before) as Outcome[]).map(({ output }) => output).join('')
      expect(isAsShown(actual, block.text) ? block.text : actual).toBe(block.text)
    })

    const alone = blocks.filter((block) => !shownIn(page).some(([, , text]) => text === block))
    it.each(titled(alone.filter(({ language }) => language === 'json')))(
      '%s is JSON, with a schema that exists',
      (_, block) => {
        const { $schema } = JSON.parse(block.text) as { $schema?: string }
        if ($schema === undefined) return
        expect($schema).toMatch(/^https:\/\/unpkg\.com\/theme-convert(@[\d.]+)?\/schemas\/[\w.-]+\.json$/)
        expect(existsSync(inRoot('schemas', path.basename($schema))), $schema).toBe(true)
      },
    )

    it.each(titled(alone.filter(({ language }) => language === 'yaml')))('%s is YAML', (_, block) => {
      expect(parse(block.text)).toBeTypeOf('object')
    })
  },
)

describe('the pages', () => {
  it('have what these tests are about', () => {
    const blocks = all.flatMap((page) => page.blocks)
    const count = (language: string) => blocks.filter((block) => block.language === language).length
    expect(count('sh')).toBeGreaterThanOrEqual(20)
    expect(count('text')).toBeGreaterThanOrEqual(12)
    expect(count('js') + count('ts')).toBeGreaterThanOrEqual(5)
  })

  it('name scripts that exist', () => {
    const texts = all.map(({ markdown }) => markdown).join('\n')
    const named = [...texts.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name as string)
    expect(named.length).toBeGreaterThan(3)
    for (const name of named) expect(scripts).toHaveProperty([name])
  })

  it('link to files and headings that exist', () => {
    const anchor = (heading: string) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-')
    const anchorsOf = (file: string) =>
      [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading as string))
    const broken = all.flatMap(({ file, markdown }) =>
      [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
        if (/^https:/.test(link) || link.startsWith('../../')) return []
        const [name = '', hash] = link.split('#')
        const to = name === '' ? inRoot(file) : inRoot(path.dirname(file), name)
        const isThere = existsSync(to) && (hash === undefined || anchorsOf(to).includes(hash))
        return isThere ? [] : [`${file}: ${link}`]
      }),
    )
    expect(broken).toEqual([])
  })

  it('list the generations', () => {
    const { markdown } = pageOf('docs/what-a-conversion-keeps.md')
    expect(tableBelow(markdown, 'Generations').map((cells) => cells.slice(0, 2))).toEqual(
      Object.entries(generations).map(([name, { writtenFor }]) => [name, writtenFor]),
    )
  })
})

describe('the README', () => {
  const { markdown, blocks } = pageOf('README.md')

  it('has two screens at most, and names both products in the first lines', () => {
    expect(markdown.split('\n').length).toBeLessThanOrEqual(120)
    expect(markdown.slice(0, 300)).toMatch(/ownCloud.*OpenCloud/s)
  })

  it('leads to every page', () => {
    for (const { file } of all) if (file !== 'README.md') expect(markdown).toContain(`](${file})`)
  })

  it('sets up a fresh clone with commands that exist', () => {
    expect(blocks.map(({ text }) => text)).toEqual(expect.arrayContaining(cloneCommands))
    // "npm ci" runs "prepare", which makes the build that the example and the tests need.
    expect(scripts).toMatchObject({
      prepare: 'node scripts/prepare.mjs',
      build: expect.any(String),
      example: expect.any(String),
      test: expect.any(String),
    })
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
