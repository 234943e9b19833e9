import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.js'
import { convert, type Diagnostic, resolve, validate } from '../../src/index.js'
import { legacyAcme } from '../support/acme.js'
import { runInProcess } from '../support/run-command.js'

// What stands in a file may be of any length; what is said of it is for people.

const long = 'N '.repeat(50_000)

/** A document with a long text behind every text, and beside every key one that begins alike. */
function lengthened(value: unknown): unknown {
  if (typeof value === 'string') return value + long
  if (Array.isArray(value)) return value.map(lengthened)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, lengthened(inner)])
  return Object.fromEntries([...entries, [`x${long.slice(0, 9000)}`, long]]) as unknown
}

const documents = {
  legacy: lengthened(legacyAcme),
  current: lengthened(convert(legacyAcme).theme),
  wrong: { ...convert(legacyAcme).theme, common: { name: [long], logo: 7, [long.slice(0, 9000)]: 1 } },
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-long-'))
  for (const [name, document] of Object.entries(documents))
    writeFileSync(path.join(folder, name), JSON.stringify(document, null, 2))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const MOST = 1000
const messagesOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.flatMap(({ message, related = [] }) => [message, ...related.map((place) => place.message)])

describe('a long value', () => {
  it.each(Object.entries(documents))('is cut in the messages about %s', (_, document) => {
    const said = [
      ...messagesOf(validate(document).diagnostics),
      ...messagesOf(validate(JSON.stringify(document)).diagnostics),
      ...messagesOf(convert(document, { invalidValues: 'drop' }).diagnostics),
      ...convert(document, { invalidValues: 'drop' }).ledger.entries.map(({ reason }) => reason ?? ''),
      ...messagesOf(resolve(document).diagnostics),
    ]
    expect(said.length).toBeGreaterThan(5)
    expect(said.filter((message) => message.length > MOST)).toEqual([])
  })

  it.each([...verbs.keys()])('is cut in what %s says to people', async (verb) => {
    for (const name of Object.keys(documents)) {
      for (const more of [[], ['--check'], ['--explain=/logo/topbar'], ['--explain=/common/name']]) {
        const { stdout, stderr } = await runInProcess([verb, name, ...more], { cwd: folder })
        // A converted theme is data, and the page of a preview a drawing with short texts in long lines.
        const said = ['convert', 'preview'].includes(verb) ? stderr : stdout + stderr
        expect(said).not.toContain('internal error')
        expect(
          said.split('\n').filter((line) => line.length > 12_000),
          `${verb} ${name}`,
        ).toEqual([])
      }
    }
  })

  it('is whole where programs read it', async () => {
    const { stdout } = await runInProcess(['resolve', 'current', '--format=json'], { cwd: folder })
    expect(stdout).toContain(long)
    const table = await runInProcess(['resolve', 'current'], { cwd: folder })
    expect(table.stdout.length).toBeLessThan(100_000)
    expect(table.stdout).toContain('…')
  })
})
