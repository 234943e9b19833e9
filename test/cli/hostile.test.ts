import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../src/cli/commands/command.js'
import { verbs } from '../../src/cli/verbs.js'
import { convert } from '../../src/index.js'
import { legacyAcme } from '../support/acme.js'
import { rawTextsIn } from '../support/raw-texts.js'
import { type Run, runInProcess } from '../support/run-command.js'

// Whoever wrote a file, named it or set a variable must not be able to act on the terminal, or to give commands to
// the runner of a pipeline. Every verb, option and format is found in the table of commands.

/** Begins as a command of GitHub does, and holds all that a terminal or a runner acts on. */
const nasty =
  '::error::pwned\u001b]0;pwned\u0007\u009b31m\n::error::pwned\r  ::error::pwned\u2028::error::pwned\u2029\u202epwned ##[error]pwned ##vso[task.complete]pwned \ufeff\u200b\u{e0001}'

/** The same without what a single line, as of an environment file, can't hold. */
const nastyLine = nasty.replaceAll('\n', ' ').replaceAll('\r', ' ')

const runs = await Promise.all([...verbs].map(async ([verb, { load }]) => ({ verb, command: await load() })))

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-hostile-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A document with the text after every text and key in it. */
function hostile(value: unknown, change: { keys: boolean; values: boolean }): unknown {
  if (typeof value === 'string') return change.values ? value + nasty : value
  if (Array.isArray(value)) return value.map((item) => hostile(item, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const changed = hostile(inner, change)
    return change.keys
      ? [
          [key, changed],
          [nasty + key, changed],
        ]
      : [[key, changed]]
  })
  return Object.fromEntries(entries) as unknown
}

const currentAcme = convert(legacyAcme).theme
const tokens = { 'font-family': nasty, [nasty]: nasty, [`--oc-${nasty}`]: '#fff', 'oc-a': `a${nasty}` }
const withTokens = structuredClone(currentAcme) as unknown as {
  clients: { web: { themes: { designTokens: object }[] } }
}
for (const theme of withTokens.clients.web.themes) Object.assign(theme.designTokens, tokens)

/** Files that are hostile in each way that a file can be. */
const texts: Readonly<Record<string, string>> = {
  text: nasty,
  string: JSON.stringify(nasty),
  unknown: JSON.stringify({ [nasty]: nasty }),
  twice: `{"${nastyLine}":1,"${nastyLine}":2}`,
  after: `{"a":1} ${nasty}`,
  tokens: JSON.stringify(withTokens),
  ...Object.fromEntries(
    Object.entries({ legacyAcme, currentAcme }).flatMap(([name, document]) =>
      Object.entries({
        Keys: { keys: true, values: false },
        Values: { keys: false, values: true },
        Both: { keys: true, values: true },
      }).map(([way, change]) => [name + way, JSON.stringify(hostile(document, change))]),
    ),
  ),
}

/** Data folders by their themes; the small one is for the many calls that are about something else than these. */
const instances = { instance: Object.keys(texts), small: ['text', 'legacyAcmeValues', 'tokens'] }

const settings = [
  'GRAPH_ENABLE_RESHARING',
  'MICRO_REGISTRY',
  'MICRO_REGISTRY_ADDR',
  'OCIS_CACHE_STORE',
  'OCIS_EXCLUDE_RUN_SERVICES',
  'OCIS_BASE_DATA_PATH',
  'OCIS_URL',
  'OCIS_ASSET_THEMES_PATH',
  'WEB_ASSET_PATH',
  'WEB_ASSET_THEMES_PATH',
  'WEB_OPTION_ACCESS_DENIED_HELP_URL',
  'WEB_OPTION_IMPRINT_URL',
  'WEB_OPTION_PRIVACY_URL',
  'WEB_UI_CONFIG_FILE',
  'WEB_UI_THEME_PATH',
  'WEB_UI_THEME_SERVER',
]

/** Files for the options that take one. */
const files: Readonly<Record<string, string>> = {
  'web-config.json': JSON.stringify({
    server: nasty,
    theme: nasty,
    options: { imprintUrl: nasty, privacyUrl: nasty, accessDeniedHelpUrl: nasty, [nasty]: nasty },
  }),
  'bad-web-config.json': JSON.stringify({ options: { imprintUrl: [nasty] }, [nasty]: nasty }),
  'server.env': settings.map((name) => `${name}="${nastyLine}"`).join('\n'),
  'bad.env': `${nastyLine}\n`,
  'compose.yml': JSON.stringify({
    services: {
      [nasty]: {
        image: `owncloud/ocis:${nasty}`,
        environment: Object.fromEntries(settings.map((name) => [name, nasty])),
      },
      other: {
        image: 'owncloud/ocis:7',
        environment: { OCIS_BASE_DATA_PATH: nasty },
        volumes: [`${nasty}:/var/lib/ocis`],
      },
    },
  }),
}

/** Lays out the files; commands may have replaced some. */
beforeEach(() => {
  rmSync(folder, { recursive: true })
  mkdirSync(path.join(folder, nasty), { recursive: true })
  for (const [name, text] of Object.entries({ ...texts, ...files }))
    writeFileSync(path.join(folder, name), text)
  writeFileSync(path.join(folder, `${nasty}.json`), texts['legacyAcmeValues'] ?? '')
  for (const [instance, names] of Object.entries(instances)) {
    for (const name of names) {
      const theme = path.join(folder, instance, 'web/assets/themes', nasty + name)
      mkdirSync(theme, { recursive: true })
      writeFileSync(path.join(theme, 'theme.json'), texts[name] ?? '')
      writeFileSync(path.join(theme, `${nasty}.png`), '')
    }
  }
})

/** What of an output a terminal or a runner would act on. */
function harmIn(output: string): string[] {
  const own = output.replaceAll('\n', '')
  return [
    ...Array.from(own.matchAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu), ({ index }) =>
      own.slice(Math.max(0, index - 60), index + 1),
    ),
    ...(output.match(/##(?:\[|vso\[).*/gi) ?? []),
    // Those of the github format have properties.
    ...(output.match(/^\s*::(?!(?:error|warning|notice) file=).*/gm) ?? []),
  ]
}

async function expectHarmless(
  args: readonly string[],
  circumstances: Parameters<typeof runInProcess>[1] = {},
) {
  const { stdout, stderr, status }: Run = await runInProcess(args, { cwd: folder, ...circumstances })
  const call = JSON.stringify(args).slice(0, 300)
  expect([0, 1, 2], call).toContain(status)
  expect(harmIn(stdout).slice(0, 3), `standard output of ${call}`).toEqual([])
  expect(harmIn(stderr).slice(0, 3), `standard error of ${call}`).toEqual([])
  expect(stderr, call).not.toContain('internal error')
  // Programs that read the JSON print its texts.
  if (args.includes('json') && stdout !== '')
    expect(rawTextsIn(JSON.parse(stdout)).slice(0, 3), call).toEqual([])
  return stdout + stderr
}

const formatsOf = ({ options }: Command) =>
  options['format']?.values?.map((format) => ['--format', format]) ?? [[]]

const cases = runs.flatMap(({ verb, command }) =>
  formatsOf(command).map((format, place, { length }) => {
    // The formats share the options and the settings.
    const shareOf = <Item>(items: readonly Item[]) => items.filter((_, at) => at % length === place)
    const options = shareOf(Object.entries(command.options))
    return { name: [verb, ...format].join(' '), verb, options, format, variables: shareOf(settings) }
  }),
)

describe.each(cases)('$name', ({ verb, options: all, format, variables }) => {
  it('shows nothing of a file or its name as it is', async () => {
    const shown: string[] = []
    for (const name of [...Object.keys(texts), `${nasty}.json`, nasty, `${nasty}none`, 'instance', '.']) {
      shown.push(await expectHarmless([verb, name, ...format]))
    }
    shown.push(await expectHarmless([verb, '-', ...format], { input: nasty }))
    // It did show something of them.
    if (format.length > 0) expect(shown.join('')).toContain('pwned')
  })

  it('shows nothing of an option as it is', async () => {
    // Drawing takes long, and shows no more of a theme with twice the keys.
    const theme = verb === 'preview' ? 'tokens' : 'legacyAcmeBoth'
    // What can be explained of a theme.
    const subjects = verb === 'resolve' ? [`/${nasty}`, `--oc-${nasty}`] : []
    const isOutput = (name: string) => /^(?:output|report|png|.*-out)$/.test(name)
    const given = { [theme]: [nasty, ...subjects], small: [nasty], [`${nasty}.json`]: ['new.json'] }
    for (const [file, values] of Object.entries(given)) {
      for (const [name, { type, value }] of all) {
        const isRead = value === 'FILE' && !isOutput(name) && file !== `${nasty}.json`
        const chosen = [...values, ...(isRead ? Object.keys(files) : [])]
        const options = type === 'boolean' ? [`--${name}`] : chosen.map((each) => `--${name}=${each}`)
        for (const option of options) await expectHarmless([verb, file, ...format, option])
      }
    }
  })

  it('shows nothing of the environment as it is', async () => {
    const env = Object.fromEntries(settings.map((name) => [name, nasty]))
    for (const args of [[], ['small'], ['legacyAcmeValues']]) {
      await expectHarmless([verb, ...args, ...format], { env })
    }
    for (const name of variables) {
      await expectHarmless([verb, ...format], { env: { OCIS_BASE_DATA_PATH: 'small', [name]: nasty } })
    }
  })
})

describe('a wrong call', () => {
  it.each(runs)('of $verb names nothing as it is', async ({ verb, command }) => {
    for (const name of Object.keys(command.options)) {
      await expectHarmless([verb, 'text', `--${name}`, `--${nasty}`])
      await expectHarmless([verb, 'text', `--${name}${nasty}`])
    }
    await expectHarmless([verb, 'text', 'text', nasty, `--format=${nasty}`])
    await expectHarmless([`${verb}\u001b`])
    await expectHarmless([`${verb}${nasty}`])
    await expectHarmless([nasty, verb])
  })
})

describe('what the test looks for', () => {
  it.each([nasty, '\u001b[1m', 'a\rb', '\u2028', '  ::set-env::', 'x ##vso[task.complete]'])('%j', (text) => {
    expect(harmIn(text)).not.toEqual([])
  })
})
