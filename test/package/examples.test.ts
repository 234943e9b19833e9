import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pages } from '../pages/pages.js'
import { inRoot, requireBuild } from './built.js'
import { errorsIn, programOf } from './compiler.js'

const entries: Readonly<Record<string, string>> = {
  'theme-convert': 'index',
  'theme-convert/owncloud': 'owncloud',
  'theme-convert/report': 'report',
  'theme-convert/preview': 'preview',
  'theme-convert/plugin': 'plugin',
  'theme-convert/node': 'node',
}

/** What the reader of an example has at hand. */
const given: Readonly<Record<string, string>> = {
  text: 'declare const text: string',
  document: 'declare const document: unknown',
  file: 'declare const file: string',
  files: "declare const files: import('theme-convert/report').CheckedFile[]",
  writeFile: "import { writeFile } from 'node:fs/promises'",
}

interface Example {
  where: string
  code: string
}

/** The examples in the comments of the published types. */
function commentExamples(): Example[] {
  return readdirSync(inRoot('dist'))
    .filter((file) => file.endsWith('.d.ts'))
    .flatMap((file) => {
      const comments = readFileSync(inRoot('dist', file), 'utf8').matchAll(/\/\*\*[\s\S]*?\*\//g)
      return [...comments].flatMap(([comment], index) => {
        const code = /@example\n([\s\S]*?)\s*\*\/$/.exec(comment)?.[1]?.replace(/^ *\* ?/gm, '')
        return code === undefined ? [] : [{ where: `${file} ${index}: ${code.split('\n')[0]}`, code }]
      })
    })
}

function pageExamples(): Example[] {
  return pages().flatMap(({ file, blocks }) =>
    blocks
      .filter(({ language }) => ['js', 'ts'].includes(language))
      .map(({ text, line }) => ({ where: `${file}:${line}`, code: text })),
  )
}

/** Adds what an example takes for granted: imports of what it calls, and the values at hand. */
function complete(code: string): string {
  const isUsed = (name: string) => new RegExp(`(?<![.\\w'"/-])${name}\\b(?!\\s*:)`).test(code)
  const isDeclared = (name: string) =>
    new RegExp(`(?:import|(?:const|let)(?! \\w+ of))[^;=\\n]*\\b${name}\\b[^=\\n]*(?:=|from)`).test(code)
  const missing = (name: string) => isUsed(name) && !isDeclared(name)
  const imported = new Set<string>()
  const imports = Object.entries(entries).flatMap(([module, entry]) => {
    const values = readFileSync(inRoot('dist', `${entry}.d.ts`), 'utf8').match(/export \{[^}]*\}/g) ?? []
    const names = values
      .flatMap((list) => list.replace(/^export \{|\}$/g, '').split(','))
      .map((name) => name.trim().split(' as ').pop() as string)
      .filter((name) => /^[a-z]\w+$/.test(name) && name !== 'default' && missing(name) && !imported.has(name))
    for (const name of names) imported.add(name)
    return names.length === 0 ? [] : [`import { ${names.join(', ')} } from '${module}'`]
  })
  const values = Object.entries(given).flatMap(([name, declaration]) => (missing(name) ? [declaration] : []))
  return [...imports, ...values, code, 'export {}', ''].join('\n')
}

let folder: string
beforeAll(() => {
  requireBuild()
  folder = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-examples-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('every example of the types and the pages compiles as strict TypeScript', () => {
  const examples = [...commentExamples(), ...pageExamples()]
  expect(examples.length).toBeGreaterThan(15)
  const files = new Map(
    examples.map(({ where, code }, index) => {
      const file = path.join(folder, `example-${index}.ts`)
      writeFileSync(file, complete(code))
      return [file, where]
    }),
  )
  const program = programOf(
    [...files.keys()],
    {
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      types: ['node'],
      typeRoots: [inRoot('node_modules', '@types')],
      paths: Object.fromEntries(
        Object.entries(entries).map(([module, entry]) => [module, [inRoot('dist', `${entry}.d.ts`)]]),
      ),
    },
    folder,
  )
  const errors = errorsIn(program).map((error) => {
    const [file = ''] = error.split(':')
    return error.replace(file, files.get(file) ?? file)
  })
  expect(errors).toEqual([])
})
