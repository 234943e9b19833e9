/**
 * Compares the answers of two builds: `npm run compare -- FOLDER [documents of each generation, 200 unless given]`.
 *
 * FOLDER is a checkout of another commit, built (`git worktree add FOLDER COMMIT`, `npm ci`, `npm run build`). Both
 * builds convert, validate, resolve and detect the same documents for every target that both know: the real files
 * (where they are), the package's own fixtures, and generated documents, some of them broken or in any colours. Themes are
 * compared as texts, ledgers by `from`, `to` and `action`, findings by code and pointer.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import { loadSource } from '../schemas/load-source.mjs'
import { fixtures } from './conformance/fixtures.mjs'

const root = path.resolve(import.meta.dirname, '..')
const [folder, count = '200'] = process.argv.slice(2)
if (folder === undefined || !existsSync(path.join(folder, 'dist/index.cjs'))) {
  console.error('Usage: npm run compare -- <a built checkout of another commit> [documents]')
  process.exit(2)
}

const load = (/** @type {string} */ checkout) =>
  createRequire(import.meta.url)(path.resolve(checkout, 'dist/index.cjs'))
const old = load(folder)
const now = load(root)
const targets = Object.keys(now.targets).filter((id) => Object.hasOwn(old.targets, id))

/** @typedef {{ name: string, document: unknown, options?: object }} Sample */

/** @type {Map<string, number>} */
const differing = new Map()
/** @type {Set<string>} */
const shown = new Set()
let comparisons = 0

/** @param {() => unknown} answer */
function outcome(answer) {
  try {
    return answer()
  } catch (error) {
    return `throws ${/** @type {Error} */ (error).name}`
  }
}

const lines = (/** @type {readonly unknown[]} */ values) =>
  values.map((value) => JSON.stringify(value)).sort()
const found = (/** @type {{ code: string, pointer: string }[]} */ diagnostics) =>
  lines(diagnostics.map(({ code, pointer }) => [code, pointer]))

/** @type {Record<string, (library: any, document: unknown, target: string, options?: object) => Record<string, unknown>>} */
const answers = {
  convert(library, document, target, options) {
    const { theme, ledger, diagnostics } = library.convert(document, { ...options, target })
    const entries = ledger.entries.map((/** @type {any} */ { from, to, action }) => [from, to, action])
    return {
      theme: JSON.stringify(theme, null, 1)?.split('\n') ?? [],
      ledger: lines(entries),
      findings: found(diagnostics),
    }
  },
  validate: (library, document, target) => ({
    findings: found(library.validate(document, { target }).diagnostics),
    static: found(library.validate(document, { target, served: 'static' }).diagnostics),
  }),
  resolve(library, document, target) {
    const { values, properties, diagnostics } = library.resolve(document, { target })
    return {
      values: lines(values ?? []),
      properties: lines(properties ?? []),
      findings: found(diagnostics ?? []),
    }
  },
  detect: (library, document) => ({ detection: lines([library.detect(document)]) }),
}

/** @param {Sample} sample */
function compare({ name, document, options }) {
  for (const [verb, answer] of Object.entries(answers)) {
    for (const target of verb === 'detect' ? targets.slice(0, 1) : targets) {
      comparisons += 1
      const before = outcome(() => answer(old, document, target, options))
      const after = outcome(() => answer(now, document, target, options))
      if (JSON.stringify(before) === JSON.stringify(after)) continue
      for (const part of partsThatDiffer(before, after)) {
        const key = `${verb} ${part} · ${name.replace(/ .*/, '')} → ${target}`
        differing.set(key, (differing.get(key) ?? 0) + 1)
        if (!shown.has(key)) show(key, name, document, before, after, part)
        shown.add(key)
      }
    }
  }
}

function partsThatDiffer(/** @type {any} */ before, /** @type {any} */ after) {
  if (typeof before === 'string' || typeof after === 'string') return ['outcome']
  return Object.keys(after).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}

/** Prints the first difference of a kind. */
function show(
  /** @type {string} */ key,
  /** @type {string} */ name,
  /** @type {unknown} */ document,
  /** @type {any} */ before,
  /** @type {any} */ after,
  /** @type {string} */ part,
) {
  const [left, right] = part === 'outcome' ? [[String(before)], [String(after)]] : [before[part], after[part]]
  const minus = left.filter((/** @type {string} */ line) => !right.includes(line))
  const plus = right.filter((/** @type {string} */ line) => !left.includes(line))
  const text = JSON.stringify(document) ?? ''
  console.log(`\n${key} (${name})`)
  if (text.length < 3000) console.log(`  document: ${text}`)
  if (minus.length + plus.length === 0) console.log('  the same lines in another order')
  for (const line of minus.slice(0, 12)) console.log(`  - ${line.slice(0, 300)}`)
  for (const line of plus.slice(0, 12)) console.log(`  + ${line.slice(0, 300)}`)
}

/** @returns {Sample[]} */
function realFiles() {
  const corpus = process.env['THEME_CONVERT_CORPUS'] ?? path.join(root, '../shared/corpus')
  const index = path.join(corpus, 'index.json')
  if (!existsSync(index)) {
    console.log(`SKIPPED: there are no real theme files in ${corpus}.`)
    return []
  }
  return JSON.parse(readFileSync(index, 'utf8')).map((/** @type {{ file: string }} */ { file }) => ({
    name: `real ${file}`,
    document: JSON.parse(readFileSync(path.join(corpus, file), 'utf8')),
  }))
}

/** @returns {Sample[]} */
function ownFixtures() {
  const acme = path.join(root, 'examples/acme')
  const examples = readdirSync(acme).filter((file) => file.endsWith('.json'))
  return [
    ...examples.map((file) => ({
      name: `example ${file}`,
      document: JSON.parse(readFileSync(path.join(acme, file), 'utf8')),
    })),
    ...fixtures('owncloud').map(({ name, document }) => ({ name: `owncloud ${name}`, document })),
    ...fixtures('opencloud').map(({ name, document }) => ({ name: `opencloud ${name}`, document })),
  ]
}

/** @returns {Promise<Sample[]>} */
async function generatedDocuments() {
  const folder = mkdtempSync(path.join(root, 'node_modules/.compare-'))
  try {
    const outfile = path.join(folder, 'documents.mjs')
    const entry = path.join(root, 'test/support/legacy-themes.ts')
    await build({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
      packages: 'external',
    })
    const documents = await import(pathToFileURL(outfile).href)
    const generations = ['flat', 'named', 'wrapped', 'unwrapped', 'current'].filter(
      (name) => name in documents,
    )
    return generations.flatMap((generation) => {
      const samples = fc.sample(documents[generation], { numRuns: Number(count), seed: 7 })
      return samples.flatMap((document, index) => [
        { name: `${generation} ${index}`, document },
        {
          name: `${generation}-broken ${index}`,
          document: broken(document, index),
          options: { invalidValues: 'drop' },
        },
      ])
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const wrong = [5, null, 'x', [], {}, [5], { a: 5 }, true]

/** A document with one value replaced. */
function broken(/** @type {unknown} */ document, /** @type {number} */ index) {
  const copy = structuredClone(document)
  /** @type {[object, string][]} */
  const places = []
  const visit = (/** @type {unknown} */ value) => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) places.push([value, key])
    Object.values(value).forEach(visit)
  }
  visit(copy)
  const [object, key] = places[(index * 7919) % places.length] ?? [{}, '']
  const value = structuredClone(wrong[index % wrong.length])
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

/** Themes with colours for what the clients paint on each other: readable, unreadable, and such that no contrast is known. */
async function colouredDocuments() {
  const { paintedByWeb12, paintedByOpenCloud } = await loadSource(
    `export { paintedByWeb12, paintedByOpenCloud } from './generated/painted-pairs.ts'`,
  )
  const anyColor = fc.integer({ min: 0, max: 0xff_ff_ff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
  const special = [
    '#000',
    '#ffffff',
    '#767676',
    '#b0b0b0',
    'transparent',
    '#0008',
    '',
    'inherit',
    'var(--acme)',
  ]
  const color = fc.oneof({ arbitrary: fc.constantFrom(...special), weight: 2 }, anyColor)
  const acme = (/** @type {string} */ file) =>
    JSON.parse(readFileSync(path.join(root, 'examples/acme', file), 'utf8'))
  const kinds = [
    { name: 'coloured-owncloud', group: 'colorPalette', pairs: paintedByWeb12, document: acme('theme.json') },
    {
      name: 'coloured-opencloud',
      group: 'roles',
      pairs: paintedByOpenCloud,
      document: acme('opencloud-theme.json'),
    },
  ]
  return kinds.flatMap(({ name, group, pairs, document }) => {
    const tokens = pairs.flatMap((/** @type {any} */ { foreground, background }) => [foreground, background])
    const map = fc.record(Object.fromEntries(tokens.map((token) => [token, color])), { requiredKeys: [] })
    const samples = fc.sample(fc.tuple(map, map, map), { numRuns: Number(count), seed: 7 })
    return samples.map(([ofDefaults, ...ofThemes], index) => {
      const copy = structuredClone(document)
      const { defaults, themes } = copy.clients.web
      for (const [at, layer] of [defaults, ...themes].entries())
        layer.designTokens = { [group]: at === 0 ? ofDefaults : ofThemes[(at - 1) % 2] }
      return { name: `${name} ${index}`, document: copy }
    })
  })
}

const samples = [
  ...realFiles(),
  ...ownFixtures(),
  ...(await generatedDocuments()),
  ...(await colouredDocuments()),
]
for (const sample of samples) compare(sample)

const total = [...differing.values()].reduce((sum, number) => sum + number, 0)
if (total > 0) console.log('\nDifferences by kind:')
for (const [key, number] of [...differing].sort((a, b) => b[1] - a[1])) console.log(`  ${number}  ${key}`)
console.log(`\n${samples.length} documents, ${comparisons} comparisons, ${total} differences`)
process.exitCode = total > 0 ? 1 : 0
