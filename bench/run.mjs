// The benchmark: `npm run build && npm run bench`. It prints ratios with the goals beside them, and never fails
// on a missed goal. `--json` prints the same as JSON, `--quick` measures fewer rounds, and `--write` also puts the
// ratios into docs/speed.md.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import deepmerge from 'deepmerge'
import { grown } from './grown.mjs'
import { child, consume, interleave, median, microseconds, pairedRuns, ratioOf } from './measure.mjs'
import { currentThemes, textOf, wrappedThemes } from './themes.mjs'
import { ocis8 } from './zod-schema.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
if (!existsSync(path.join(root, 'dist', 'index.js'))) {
  console.error('There is no build to measure. Run "npm run build" first.')
  process.exit(2)
}
const { convert, resolveThemes, targets, validate } = await import('../dist/index.js')

const scratch = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-bench-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const say = (text) => flags.json || process.stderr.write(`${text}\n`)
const rounds = flags.quick ? 40 : 300
const rows = []

/** Adds a ratio with its goal: at most or at least so much. */
function row(what, value, goal, detail = '') {
  const met = goal === undefined ? undefined : 'most' in goal ? value <= goal.most : value >= goal.least
  rows.push({ what, value, ...(goal && { goal, met }), ...(detail && { detail }) })
}

// A copy of a shipped file would take a shorter way through a conversion than the customised files that people convert.
const legacy = textOf(wrappedThemes(2))
const current = textOf(currentThemes())
const sizeOf = (text) => Buffer.byteLength(text)

// Validation first, because documents of other shapes in a conversion would slow down its compiled code.
measureValidate()
measureRules()
measureConvert()
measureGrowth()
measureGrowthOfValidate()
measureResolve()
measureStart()
measureManyFiles()
print()
if (flags.write) writePage()

function measureConvert() {
  say('convert …')
  const text = legacy
  const kept = JSON.parse(text)
  if (convert(kept).theme === undefined) throw new Error("The legacy sample can't be converted.")
  const subjects = {
    parse: { prepare: () => text, run: JSON.parse },
    fresh: { prepare: () => JSON.parse(text), run: (document) => convert(document) },
    warm: { prepare: () => kept, run: (document) => convert(document) },
  }
  const times = interleave(subjects, { rounds, warmUp: rounds / 2, batch: 20 })
  const detail = (name) => `${us(times[name])} against ${us(times.parse)}`
  row(
    'convert, freshly parsed / JSON.parse',
    ratioOf(times, 'fresh', 'parse'),
    { most: 2.5 },
    detail('fresh'),
  )
  row('convert, same document again / JSON.parse', ratioOf(times, 'warm', 'parse'), undefined, detail('warm'))
}

function measureValidate() {
  say('validate …')
  const text = current
  const kept = JSON.parse(text)
  if (!validate(kept).valid || !ocis8.safeParse(kept).success)
    throw new Error('The current sample is not valid.')
  const fresh = () => JSON.parse(text)
  const subjects = {
    parse: { prepare: () => text, run: JSON.parse },
    fresh: { prepare: fresh, run: (document) => validate(document, { rules: 'off' }) },
    zodFresh: { prepare: fresh, run: (document) => ocis8.safeParse(document) },
    check: { prepare: fresh, run: (document) => targets['ocis-8'].check(document) },
    warm: { prepare: () => kept, run: (document) => validate(document, { rules: 'off' }) },
    zodWarm: { prepare: () => kept, run: (document) => ocis8.safeParse(document) },
  }
  const times = interleave(subjects, { rounds, warmUp: rounds, batch: 20 })
  const detail = (name, base) => `${us(times[name])} against ${us(times[base])}`
  row(
    'validate without rules, freshly parsed / JSON.parse',
    ratioOf(times, 'fresh', 'parse'),
    { most: 0.15 },
    detail('fresh', 'parse'),
  )
  row(
    'validate without rules, same document again / JSON.parse',
    ratioOf(times, 'warm', 'parse'),
    undefined,
    detail('warm', 'parse'),
  )
  row(
    'zod 4 / validate without rules, freshly parsed',
    ratioOf(times, 'zodFresh', 'fresh'),
    undefined,
    detail('zodFresh', 'fresh'),
  )
  row(
    'zod 4 / the compiled schema alone, freshly parsed',
    ratioOf(times, 'zodFresh', 'check'),
    { least: 30 },
    detail('zodFresh', 'check'),
  )
  row(
    'zod 4 / validate without rules, same document again',
    ratioOf(times, 'zodWarm', 'warm'),
    undefined,
    detail('zodWarm', 'warm'),
  )
}

/** Validates texts with all rules: one with few findings, and one with about 20. */
function measureRules() {
  say('rules …')
  const good = JSON.stringify(cleanTheme(JSON.parse(current)), null, 2)
  const bad = JSON.stringify(spoiledTheme(JSON.parse(good)), null, 2)
  const found = [good, bad].map((text) => validate(text).diagnostics.length)
  const subjects = {
    parse: { prepare: () => bad, run: JSON.parse },
    zod: { prepare: () => good, run: (text) => ocis8.safeParse(JSON.parse(text)) },
    good: { prepare: () => good, run: (text) => validate(text) },
    bad: { prepare: () => bad, run: (text) => validate(text) },
  }
  const times = interleave(subjects, { rounds, warmUp: rounds, batch: 20 })
  const detail = (name, base) => `${us(times[name])} against ${us(times[base])}`
  row(
    'validate a text with all rules / JSON.parse and zod 4',
    ratioOf(times, 'good', 'zod'),
    { most: 1 },
    `${detail('good', 'zod')}, ${found[0]} findings`,
  )
  row(
    'validate a text with about 20 findings / JSON.parse',
    ratioOf(times, 'bad', 'parse'),
    { most: 8 },
    `${detail('bad', 'parse')}, ${found[1]} findings`,
  )
}

/** The document without unused tokens, with readable swatches and a theme for the vault. */
function cleanTheme(document) {
  for (const { code, pointer, related = [] } of validate(document).diagnostics) {
    if (code !== 'unused-token' && code !== 'low-contrast') continue
    for (const place of [pointer, ...related.map((other) => other.pointer)]) {
      const keys = place.slice(1).split('/')
      const last = keys.pop()
      const map = keys.reduce((object, key) => object[key], document)
      if (code === 'unused-token') delete map[last]
      else map[last] = '#000000'
    }
  }
  const { themes } = document.clients.web
  themes.push({ ...structuredClone(themes[themes.length - 1]), name: 'Vault', mode: 'vault' })
  return document
}

/** The same with 20 mistakes of several kinds. */
function spoiledTheme(document) {
  const [theme] = document.clients.web.themes
  for (let index = 0; index < 8; index += 1) theme.designTokens.colorPalette[`wrong-${index}`] = '#000000'
  const names = Object.keys(theme.designTokens.colorPalette).filter((name) => name.startsWith('icon-'))
  for (const name of names.slice(0, 6)) theme.designTokens.colorPalette[name] = 'no colour'
  document.common.logo = '/logo.svg'
  document.common.urls.imprint = 'javascript:1'
  document.common.urls.privacy = 'ftp://acme.example'
  document.clients.web.logo = {}
  document.clients.web.defaults.loginPage.backgroundImg = 'a b.jpg'
  document.contact = 'x'
  return document
}

/**
 * Converts files of 10 to 10,000 themes. Every round converts about as many themes of each size; the largest file is
 * converted in every tenth round only.
 */
function measureGrowth() {
  const counts = flags.quick ? [10, 100, 1000] : [10, 100, 1000, 10_000]
  const texts = counts.map((count) => textOf(wrappedThemes(count)))
  const times = counts.map(() => [])
  const growthRounds = flags.quick ? 10 : 60
  say('growth …')
  for (let round = -3; round < growthRounds; round += 1) {
    counts.forEach((count, index) => {
      if (count > 1000 && round % 10 !== 0) return
      const repeats = Math.max(1, 1000 / count)
      const documents = Array.from({ length: repeats }, () => JSON.parse(texts[index]))
      const time = microseconds(() => {
        for (const document of documents) consume(convert(document))
      })
      if (round >= 0) times[index].push(time / repeats)
    })
  }
  const medians = times.map(median)
  const last = medians.length - 1
  const [smallest, largest] = [counts[0], counts[last]].map((count) => count.toLocaleString('en'))
  row(
    `convert, time for 10 times the themes, mean from ${smallest} to ${largest}`,
    (medians[last] / medians[0]) ** (1 / last),
    { most: 11 },
    `${ms(medians[last])} against ${ms(medians[0])}`,
  )
  for (let step = 1; step < counts.length; step += 1) {
    const [from, to] = [counts[step - 1], counts[step]].map((count) => count.toLocaleString('en'))
    row(
      `convert, time for ${to} / ${from} themes`,
      medians[step] / medians[step - 1],
      { most: 11 },
      `${ms(medians[step])} against ${ms(medians[step - 1])}`,
    )
  }
  say('memory …')
  const script = path.join(root, 'bench', 'memory.mjs')
  const file = path.join(scratch, 'many.json')
  const text = texts[texts.length - 1]
  writeFileSync(file, text)
  // Now and then the collector lets a process grow by a third before it starts.
  const peaks = [1, 2, 3, 4, 5].map(() => child([script, file]).peak)
  const idle = median([1, 2, 3].map(() => child([script]).peak))
  const extra = median(peaks) - idle
  row(
    `convert, peak memory for ${counts[counts.length - 1].toLocaleString('en')} themes / the text`,
    extra / sizeOf(text),
    { most: 6 },
    `${mb(extra)} above an idle process against ${mb(sizeOf(text))}`,
  )
}

/** Validates texts with ten times as much of something. */
function measureGrowthOfValidate() {
  const sizes = [100, 1000]
  for (const [what, grow] of Object.entries(grown)) {
    say(`growth of validate: ${what} …`)
    const times = sizes.map((count) => {
      const document = JSON.parse(current)
      grow(document, count)
      const text = JSON.stringify(document)
      return median(
        Array.from({ length: flags.quick ? 3 : 9 }, () => microseconds(() => consume(validate(text)))),
      )
    })
    const [from, to] = sizes.map((count) => count.toLocaleString('en'))
    row(
      `validate, time for ${to} / ${from} ${what}`,
      times[1] / times[0],
      { most: 11 },
      `${ms(times[1])} against ${ms(times[0])}`,
    )
  }
}

/** Resolves all themes of a file, with and without provenance, against deepmerge, which the client uses. */
function measureResolve() {
  say('resolve …')
  const text = current
  const fresh = () => JSON.parse(text)
  const each = (document, options) =>
    resolveThemes(document, { target: 'ocis-8', served: 'static', properties: false, ...options })
  const subjects = {
    deepmerge: {
      prepare: fresh,
      run({ common, clients }) {
        const defaults = { common, ...clients.web.defaults }
        return clients.web.themes.map((theme) => deepmerge(defaults, theme))
      },
    },
    whole: { prepare: fresh, run: (document) => each(document, {}) },
    bare: { prepare: fresh, run: (document) => each(document, { provenance: false }) },
  }
  const times = interleave(subjects, { rounds, warmUp: rounds, batch: 20 })
  const detail = (name) => `${us(times.deepmerge)} against ${us(times[name])}`
  row(
    'deepmerge / resolve with provenance',
    ratioOf(times, 'deepmerge', 'whole'),
    { least: 1 },
    detail('whole'),
  )
  row(
    'deepmerge / resolve without provenance',
    ratioOf(times, 'deepmerge', 'bare'),
    { least: 3 },
    detail('bare'),
  )

  const sizes = [300, 3000].map((count) => {
    const document = convert(wrappedThemes(count)).theme
    return median(Array.from({ length: 9 }, () => microseconds(() => consume(each(document, {})))))
  })
  row(
    'resolve, time for 3,000 / 300 themes',
    sizes[1] / sizes[0],
    { most: 12 },
    `${ms(sizes[1])} against ${ms(sizes[0])}`,
  )
}

function measureStart() {
  const cli = path.join(root, 'dist', 'cli.cjs')
  if (!existsSync(cli)) {
    say('There is no dist/cli.cjs: the start of the command was not measured.')
    return
  }
  say('start of the command …')
  const file = path.join(scratch, 'theme.json')
  writeFileSync(file, legacy)
  for (const [verb, most] of [
    ['convert', 1.35],
    ['detect', 1.3],
  ]) {
    const times = pairedRuns([cli, verb, file], ['-e', '0'], flags.quick ? 11 : 41)
    row(
      `theme-convert ${verb} FILE / node -e 0`,
      ratioOf(times, 'first', 'second'),
      { most },
      `${ms(median(times.first) * 1000)} against ${ms(median(times.second) * 1000)}`,
    )
  }
}

function measureManyFiles() {
  const cli = path.join(root, 'dist', 'cli.cjs')
  say('1,000 files …')
  const text = JSON.stringify(cleanTheme(JSON.parse(current)), null, 2)
  const files = Array.from({ length: 1000 }, (_, index) => {
    const file = path.join(scratch, `theme-${index}.json`)
    writeFileSync(file, text)
    return file
  })
  const loop =
    "const fs = require('node:fs'); for (const file of process.argv.slice(1)) JSON.parse(fs.readFileSync(file, 'utf8'))"
  const times = pairedRuns([cli, 'validate', ...files], ['-e', loop, ...files], flags.quick ? 5 : 15)
  row(
    'theme-convert validate of 1,000 files / a loop that parses them',
    ratioOf(times, 'first', 'second'),
    { most: 2 },
    `${ms(median(times.first) * 1000)} against ${ms(median(times.second) * 1000)}`,
  )
}

/** The ratios that have a goal, between two marks in docs/speed.md. */
function writePage() {
  const file = path.join(root, 'docs', 'speed.md')
  const lines = rows
    .filter(({ goal }) => goal !== undefined)
    .map(({ what, value, goal }) => `| ${what} | ${shown(value)} | ${shownGoal(goal)} |`)
  const table = ['| ratio | measured | goal |', '| --- | --- | --- |', ...lines].join('\n')
  const marked = `<!-- bench -->\n\n${table}\n\n<!-- /bench -->`
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, () => marked),
  )
}

function shown(value) {
  return value.toFixed(value < 1 ? 3 : value < 20 ? 2 : 1)
}

function shownGoal(goal) {
  return goal === undefined ? '' : 'most' in goal ? `at most ${goal.most}` : `at least ${goal.least}`
}

function us(times) {
  return `${median(times).toFixed(2)} µs`
}

function ms(time) {
  return `${(time / 1000).toFixed(time < 100_000 ? 2 : 0)} ms`
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function print() {
  const inputs = {
    convert: `a customised theme file of Web 7.1, ${sizeOf(legacy)} bytes`,
    validate: `a theme file of Web 12, ${sizeOf(current)} bytes`,
  }
  const machine = `Node ${process.versions.node}, ${os.cpus()[0]?.model ?? 'unknown processor'}`
  if (flags.json) {
    console.log(JSON.stringify({ machine, inputs, rows }, null, 2))
    return
  }
  const cells = rows.map(({ what, value, goal, met, detail = '' }) => [
    what,
    shown(value),
    shownGoal(goal),
    met === undefined ? '' : met ? 'met' : 'missed',
    detail,
  ])
  const table = [['ratio', 'figure', 'goal', '', 'medians'], ...cells]
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)))
  const lines = table.map((line) =>
    line
      .map((cell, column) => (column === 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ')
      .trimEnd(),
  )
  console.log(`\n${lines.join('\n')}\n`)
  console.log(`convert: ${inputs.convert}; validate: ${inputs.validate}. Both are made for this benchmark.`)
  console.log(
    `${machine}. Figures with a goal take each document freshly parsed; medians of interleaved rounds.`,
  )
}
