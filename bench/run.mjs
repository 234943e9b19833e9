// The benchmark: `npm run build && npm run bench`. It prints ratios with the goals beside them, and never fails
// on a missed goal. `--json` prints the same as JSON, `--quick` measures fewer rounds, and `--readme` also puts the
// ratios into the README.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { child, consume, interleave, median, pairedRuns, ratioOf } from './measure.mjs'
import { textOf, wrappedThemes } from './themes.mjs'
import { ocis8 } from './zod-schema.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
})
if (!existsSync(path.join(root, 'dist', 'index.js'))) {
  console.error('There is no build to measure. Run "npm run build" first.')
  process.exit(2)
}
const { convert, validate } = await import('../dist/index.js')

const scratch = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-bench-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const say = (text) => flags.json || process.stderr.write(`${text}\n`)
const rounds = flags.quick ? 40 : 300
const rows = []

/** Notes a figure with the goal that it has, as a ratio at most or at least. */
function row(what, value, goal, detail = '') {
  const met = goal === undefined ? undefined : 'most' in goal ? value <= goal.most : value >= goal.least
  rows.push({ what, value, ...(goal && { goal, met }), ...(detail && { detail }) })
}

/** A real file where there is a collection of them, else one that is made here. */
function sample(file, make) {
  const folders = [process.env.THEME_CONVERT_CORPUS, path.join(root, '..', 'shared', 'corpus')].filter(
    Boolean,
  )
  for (const folder of folders) {
    const found = path.join(folder, file)
    if (existsSync(found)) return { text: readFileSync(found, 'utf8'), from: `the real file ${file}` }
  }
  return { text: textOf(make()), from: 'a file made for this benchmark' }
}

const made = wrappedThemes(2)
const legacy = sample('wrapped/web-7.1.0.json', () => made)
const current = sample('current/web-12.4.0.json', () => convert(made).theme)
const sizeOf = (text) => Buffer.byteLength(text)

measureConvert()
measureValidate()
measureGrowth()
measureStart()
print()
if (flags.readme) writeReadme()

function measureConvert() {
  say('convert …')
  const { text } = legacy
  const kept = JSON.parse(text)
  if (convert(kept).theme === undefined) throw new Error('The legacy sample can’t be converted.')
  const subjects = {
    parse: { prepare: () => text, run: JSON.parse },
    fresh: { prepare: () => JSON.parse(text), run: (document) => convert(document) },
    warm: { prepare: () => kept, run: (document) => convert(document) },
  }
  const times = interleave(subjects, { rounds, warmUp: rounds / 2, batch: 50 })
  const detail = (name) => `${us(times[name])} against ${us(times.parse)}`
  row('convert, freshly parsed / JSON.parse', ratioOf(times, 'fresh', 'parse'), { most: 2 }, detail('fresh'))
  row('convert, same document again / JSON.parse', ratioOf(times, 'warm', 'parse'), undefined, detail('warm'))
}

function measureValidate() {
  say('validate …')
  const { text } = current
  const kept = JSON.parse(text)
  if (!validate(kept).valid || !ocis8.safeParse(kept).success)
    throw new Error('The current sample is not valid.')
  const fresh = () => JSON.parse(text)
  const subjects = {
    parse: { prepare: () => text, run: JSON.parse },
    fresh: { prepare: fresh, run: (document) => validate(document) },
    zodFresh: { prepare: fresh, run: (document) => ocis8.safeParse(document) },
    warm: { prepare: () => kept, run: (document) => validate(document) },
    zodWarm: { prepare: () => kept, run: (document) => ocis8.safeParse(document) },
  }
  const times = interleave(subjects, { rounds, warmUp: rounds, batch: 50 })
  const detail = (name, base) => `${us(times[name])} against ${us(times[base])}`
  row(
    'validate, freshly parsed / JSON.parse',
    ratioOf(times, 'fresh', 'parse'),
    { most: 0.15 },
    detail('fresh', 'parse'),
  )
  row(
    'validate, same document again / JSON.parse',
    ratioOf(times, 'warm', 'parse'),
    undefined,
    detail('warm', 'parse'),
  )
  row(
    'zod 4 / validate, freshly parsed',
    ratioOf(times, 'zodFresh', 'fresh'),
    { least: 25 },
    detail('zodFresh', 'fresh'),
  )
  row(
    'zod 4 / validate, same document again',
    ratioOf(times, 'zodWarm', 'warm'),
    undefined,
    detail('zodWarm', 'warm'),
  )
}

function measureGrowth() {
  const counts = flags.quick ? [10, 100, 1000] : [10, 100, 1000, 10_000]
  const texts = counts.map((count) => textOf(wrappedThemes(count)))
  const perCount = counts.map((count, step) => {
    say(`convert ${count.toLocaleString('en')} themes …`)
    const text = texts[step]
    const repeats = Math.max(1, Math.round(1000 / count))
    const samples = Math.max(5, Math.round((flags.quick ? 2000 : 8000) / (count * repeats)))
    const times = []
    for (let sampleNumber = -2; sampleNumber < samples; sampleNumber += 1) {
      const documents = Array.from({ length: repeats }, () => JSON.parse(text))
      const start = process.hrtime.bigint()
      for (const document of documents) consume(convert(document))
      if (sampleNumber >= 0) times.push(Number(process.hrtime.bigint() - start) / 1000 / repeats)
    }
    return median(times)
  })
  for (let step = 1; step < counts.length; step += 1) {
    const [from, to] = [counts[step - 1], counts[step]].map((count) => count.toLocaleString('en'))
    const detail = `${ms(perCount[step])} against ${ms(perCount[step - 1])}`
    row(`convert, time for ${to} / ${from} themes`, perCount[step] / perCount[step - 1], { most: 12 }, detail)
  }
  say('memory …')
  const script = path.join(root, 'bench', 'memory.mjs')
  const file = path.join(scratch, 'many.json')
  const text = texts[texts.length - 1]
  writeFileSync(file, text)
  const peaks = [1, 2, 3].map(() => child([script, file]).peak)
  const idle = median([1, 2, 3].map(() => child([script]).peak))
  const extra = median(peaks) - idle
  row(
    `convert, peak memory for ${counts[counts.length - 1].toLocaleString('en')} themes / the text`,
    extra / sizeOf(text),
    { most: 6 },
    `${mb(extra)} above an idle process against ${mb(sizeOf(text))}`,
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
  writeFileSync(file, legacy.text)
  const times = pairedRuns([cli, 'detect', file], ['-e', '0'], flags.quick ? 11 : 41)
  row(
    'theme-convert detect FILE / node -e 0',
    ratioOf(times, 'first', 'second'),
    { most: 1.3 },
    `${ms(median(times.first) * 1000)} against ${ms(median(times.second) * 1000)}`,
  )
}

/** The ratios that have a goal, between two marks in the README. */
function writeReadme() {
  const file = path.join(root, 'README.md')
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
    legacy: `${legacy.from}, ${sizeOf(legacy.text)} bytes`,
    current: `${current.from}, ${sizeOf(current.text)} bytes`,
    growth: 'files made for this benchmark',
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
  console.log(`convert: ${inputs.legacy}; validate: ${inputs.current}; growth: ${inputs.growth}.`)
  console.log(
    `${machine}. Figures with a goal take each document freshly parsed; medians of interleaved rounds.`,
  )
}
