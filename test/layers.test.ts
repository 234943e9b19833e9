import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** The folders of `src` from the background up: a file imports from its own folder and from lower layers only. */
const layers = [
  ['json', 'css'],
  ['findings'],
  ['text'],
  ['formats'],
  ['targets'],
  ['shipped'],
  ['resolve', 'convert'],
  ['validate', 'settings'],
  ['images', 'instance'],
  ['doctor'],
  ['descriptions'],
  ['report'],
  ['preview'],
  ['node'],
  ['index.ts'],
  ['owncloud.ts'],
  ['cli', 'plugin'],
]

/** What is generated belongs to the layer that it is made for. */
const generatedFor: Readonly<Record<string, string>> = {
  'all-consumers.ts': 'targets',
  'all-painted.ts': 'targets',
  'all-targets.ts': 'targets',
  'codes.ts': 'findings',
  'descriptions.ts': 'descriptions',
  'file-types.ts': 'index.ts',
  'owncloud-consumers.ts': 'targets',
  'owncloud-targets.ts': 'targets',
  'painted-pairs.ts': 'targets',
  places: 'json',
  'places.ts': 'json',
  'rule-index.ts': 'validate',
  'severities.ts': 'findings',
  'shipped-texts.ts': 'targets',
  'target-facts.ts': 'json',
  'theme-types.ts': 'json',
  'token-types.ts': 'json',
  validators: 'formats',
}

/** The files that share a name, because each does for its folder what the others do for theirs. */
const sameInEach = (file: string) =>
  /^(?:.*\/)?(?:index|codes)\.ts$/.test(file) ||
  // What `convert`, `resolve` and `validate` take.
  /^(?:convert|resolve|validate)\/options\.ts$/.test(file) ||
  // A verb is called like the function that it calls.
  file.startsWith('cli/commands/') ||
  // The tables of a release are called like it.
  /^generated\/(?:places|validators)\//.test(file) ||
  // Both clients have the same pages and parts.
  /^preview\/(?:owncloud|opencloud)\//.test(file)

/** Longer files do more than one thing. */
const MAX_LINES = 300

const source = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort()
const textOf = (file: string) => readFileSync(path.join(source, file), 'utf8')

/** The files that a file imports, types included. */
function importsOf(file: string): string[] {
  return ts
    .preProcessFile(textOf(file))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.join(path.dirname(file), name).replace(/\.js$/, '.ts'))
    .map((name) => name.replace(/^(generated\/validators\/.*)\.ts$/, '$1.d.ts'))
    .filter((name) => !name.startsWith('..'))
}

const imports = new Map(files.map((file) => [file, importsOf(file)]))

/** The folder whose layer a file belongs to. */
function folderOf(file: string): string {
  const [folder = '', name = ''] = file.split('/')
  return folder === 'generated' ? (generatedFor[name] ?? name) : folder
}

const layerOf = (file: string) => layers.findIndex((folders) => folders.includes(folderOf(file)))

/** The first circle of imports that a file is on, from the file back to itself. */
function circleFrom(start: string): string[] | undefined {
  const seen = new Set<string>()
  const search = (file: string, way: string[]): string[] | undefined => {
    for (const next of imports.get(file) ?? []) {
      if (next === start) return [...way, start]
      if (seen.has(next)) continue
      seen.add(next)
      const circle = search(next, [...way, next])
      if (circle !== undefined) return circle
    }
    return undefined
  }
  return search(start, [start])
}

describe('the source', () => {
  it('is read whole', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(imports.get('validate/validate-with.ts')?.length).toBeGreaterThan(3)
    expect([...imports.values()].flat().filter((file) => !imports.has(file))).toEqual([])
  })

  it('has a layer for every folder', () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([])
  })

  it('imports from lower layers only', () => {
    const upward = files.flatMap((file) =>
      (imports.get(file) ?? [])
        .filter((other) => folderOf(other) !== folderOf(file) && layerOf(other) >= layerOf(file))
        .map((other) => `${file} imports ${other}`),
    )
    expect(upward).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(files.map(circleFrom).filter((circle) => circle !== undefined)).toEqual([])
  })

  it(`has no file of more than ${MAX_LINES} lines`, () => {
    const long = files.filter(
      (file) => !file.startsWith('generated/') && textOf(file).split('\n').length > MAX_LINES + 1,
    )
    expect(long).toEqual([])
  })

  it('has no two files of one name that do different things', () => {
    const others = files.filter((file) => !sameInEach(file)).map((file) => path.basename(file))
    expect(others.filter((name, index) => others.indexOf(name) < index)).toEqual([])
  })
})
