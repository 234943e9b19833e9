import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Diagnostic, type LedgerEntry, targets } from '../../src/index.js'
import { eachLeaf, valueAt } from '../../src/json/pointer.js'
import type { Json } from '../../src/json/value.js'
import { corpusFiles, corpusFolder, hasCorpus } from '../support/corpus.js'
import { withoutTools } from '../support/faulty-disk.js'
import { runInProcess } from '../support/run-command.js'
import { allTargets } from '../support/targets.js'

// Every real file for every target, as an administrator does it: convert, look at it again, and once more.

interface Report {
  changed: boolean
  generation: string
  theme: Json
  ledger: { entries: LedgerEntry[] }
  diagnostics: Diagnostic[]
}

let cwd: string
let installTools: () => void

beforeAll(() => {
  installTools = withoutTools()
  cwd = mkdtempSync(path.join(tmpdir(), 'convert-corpus-'))
})

afterAll(() => {
  installTools()
  rmSync(cwd, { recursive: true })
})

const run = (...args: string[]) => runInProcess(args, { cwd })

function leavesOf(value: Json): string[] {
  const leaves: string[] = []
  eachLeaf(value, '', (pointer) => leaves.push(pointer))
  return leaves.sort()
}

const pointersIn = (entries: readonly LedgerEntry[], side: 'from' | 'to') =>
  [...new Set(entries.flatMap((entry) => entry[side] ?? []))].sort()

/** Entries that say something else than what happened. */
function untrue(document: Json, { theme, ledger }: Report): LedgerEntry[] {
  return ledger.entries.filter(({ from, to, action, reason }) => {
    const before = from === null ? undefined : valueAt(document, from)
    const after = to === null ? undefined : valueAt(theme, to)
    const isChanged = ['kept', 'moved', 'shared'].includes(action) && !isDeepStrictEqual(after, before)
    return isChanged || (['dropped', 'superseded'].includes(action) && to !== null) || reason === ''
  })
}

const files = corpusFiles()
const isBranding = (file: string) => file.endsWith('.branding.json')
/** A fifth of the pairs, so that each file and each target has its turn; all with `EVERY_PAIR`. */
const share = process.env['EVERY_PAIR'] === undefined ? 5 : 1
const pairs = files.flatMap(({ file, text }, row) =>
  allTargets.filter((_, column) => (row + column) % share === 0).map((target) => ({ file, text, target })),
)
const isRefused = ({ file, target }: (typeof pairs)[number]) =>
  isBranding(file) && !targets[target].readsBranding

it.runIf(hasCorpus)('has files of every kind', () => {
  expect(new Set(files.map(({ file }) => path.dirname(file))).size).toBe(6)
})

it.runIf(hasCorpus).each(pairs.filter(isRefused))(
  '$file for $target is refused',
  async ({ file, target }) => {
    const { status, stdout, stderr } = await run('convert', path.join(corpusFolder, file), '--target', target)
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining('branding-file')])
  },
)

it.runIf(hasCorpus).each(pairs.filter((pair) => !isRefused(pair)))(
  '$file for $target is converted whole, once and for all',
  async ({ file, text, target }) => {
    const source = path.join(corpusFolder, file)
    const as = isBranding(file) ? ['--as', 'branding'] : []
    const to = ['--target', target, ...as]

    const converted = await run('convert', source, ...to, '-o', 'new.json', '--force', '--format', 'json')
    expect({ status: converted.status, messages: converted.stderr }).toMatchObject({ status: 0 })
    const report = JSON.parse(converted.stdout) as Report
    const written = readFileSync(path.join(cwd, 'new.json'), 'utf8')
    expect(JSON.parse(written)).toEqual(report.theme)
    expect(readFileSync(source, 'utf8')).toBe(text)

    const document = JSON.parse(text) as Json
    expect(pointersIn(report.ledger.entries, 'from')).toEqual(leavesOf(document))
    expect(pointersIn(report.ledger.entries, 'to')).toEqual(leavesOf(report.theme))
    expect(untrue(document, report)).toEqual([])
    expect(report.changed).toBe(report.ledger.entries.some(({ action }) => action !== 'kept'))

    const validated = await run('validate', 'new.json', ...to, '--format', 'json')
    const [found] = (JSON.parse(validated.stdout) as { files: { diagnostics: Diagnostic[] }[] }).files
    expect(found?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(validated.status).toBe(0)

    const isCopy = (diagnostics: readonly Diagnostic[]) =>
      diagnostics.some(({ code }) => code === 'shipped-theme' || code === 'logo-only-theme')
    const before = await run('convert', source, ...to, '--check')
    expect(before.status).toBe(report.changed || isCopy(report.diagnostics) ? 1 : 0)

    const again = await run('convert', 'new.json', ...to, '-o', 'again.json', '--force', '--format', 'json')
    expect(readFileSync(path.join(cwd, 'again.json'), 'utf8')).toBe(written)
    const second = JSON.parse(again.stdout) as Report
    expect(second.changed).toBe(false)
    const after = await run('convert', 'new.json', ...to, '--check')
    expect({ status: after.status, messages: after.stderr }).toMatchObject({
      status: isCopy(second.diagnostics) ? 1 : 0,
    })
  },
)
