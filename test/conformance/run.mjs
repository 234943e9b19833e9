/**
 * Compares what the package says with what the real clients do: `node run.mjs [--all] [client…]`, after
 * `npm run build`; a client is named as its folder, for example `opencloud-4.3.0`.
 * Says for each client how many comparisons of each kind were made and how many agreed; any difference fails.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { startClient } from './client-runner.mjs'
import { chosenClients, clientId } from './clients.mjs'
import { fixtures } from './fixtures.mjs'
import { installClient } from './install.mjs'

const selected = chosenClients()
const here = import.meta.dirname
const built = path.join(here, '../../dist/index.js')
if (!existsSync(built)) throw new Error('The package is not built. Run "npm run build" first.')
const { convert, detect, resolve, validate } = await import(built)

/** Findings that stand for a rejection by the client's own check. */
const rejections = new Set([
  'wrong-type',
  'missing-key',
  'value-not-allowed',
  'too-many-items',
  'legacy-theme',
  'not-a-theme',
  'other-product',
  'mixed-generations',
])

/** Reasons why a comparison can't be made with a partner. */
const exceptions = {
  mode: 'Web up to 12.3 knows no modes, which its target already has for 12.4',
  branding: 'the server merges a branding file into the theme, so no client sees one alone',
}

function notComparable(/** @type {unknown} */ document, /** @type {{ family: string }} */ client) {
  if (detect(document).generation === 'branding') return exceptions.branding
  return client.family === 'owncloud' && JSON.stringify(document).includes('"mode":')
    ? exceptions.mode
    : undefined
}

const corpus = path.resolve(process.env['THEME_CONVERT_CORPUS'] ?? path.join(here, '../../../shared/corpus'))
const hasCorpus = existsSync(path.join(corpus, 'index.json'))
if (!hasCorpus) {
  console.warn(
    `SKIPPED: there are no real theme files in ${corpus}; the comparison has the hand-written ones only.`,
  )
}
const realFiles = !hasCorpus
  ? []
  : JSON.parse(readFileSync(path.join(corpus, 'index.json'), 'utf8')).map(({ file }) => ({
      name: file,
      document: JSON.parse(readFileSync(path.join(corpus, file), 'utf8')),
    }))

/** Counts of one kind of comparison, and the first differences. */
class Tally {
  made = 0
  agreed = 0
  skipped = 0
  /** @type {string[]} */
  differences = []

  compare(/** @type {string} */ name, /** @type {unknown} */ real, /** @type {unknown} */ ours) {
    this.made += 1
    if (isDeepStrictEqual(real, ours)) {
      this.agreed += 1
      return
    }
    if (this.differences.length < 5) {
      this.differences.push(`  ${name}\n    client: ${short(real, ours)}\n    ours:   ${short(ours, real)}`)
    }
  }
}

/** The part of a value that the other one has not, as far as a line goes. */
function short(/** @type {unknown} */ value, /** @type {unknown} */ other) {
  const isMap = (/** @type {unknown} */ item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
  const part =
    isMap(value) && isMap(other)
      ? Object.fromEntries(
          Object.entries(value).filter(([key, item]) => !isDeepStrictEqual(item, other[key])),
        )
      : value
  const text = JSON.stringify(part) ?? 'undefined'
  return text.length > 400 ? `${text.slice(0, 399)}…` : text
}

function storedNames(/** @type {any} */ document) {
  const themes = document?.clients?.web?.themes
  if (!Array.isArray(themes)) return []
  const names = themes
    .flatMap((theme) => [theme?.name, theme?.label])
    .filter((name) => typeof name === 'string')
  return [...new Set(names), 'none of them']
}

function propertiesOf(/** @type {any} */ resolution, /** @type {'start' | 'store'} */ by) {
  const set = resolution.properties.filter((property) => property.set && property.by.includes(by))
  return Object.fromEntries(set.map(({ name, value }) => [name, value]))
}

async function compareClient(/** @type {import('./clients.mjs').Client} */ client) {
  const running = startClient(client)
  const { target, family } = client
  const kinds = {
    accepted: new Tally(),
    theme: new Tally(),
    properties: new Tally(),
    converted: new Tally(),
    shown: new Tally(),
  }
  const documents = [...realFiles, ...fixtures(family)]

  await Promise.all(
    documents.map(async ({ name, document }) => {
      const first = await running.ask({ document })
      const ours = validate(document, { target, served: 'static' })
      const rejected = ours.diagnostics.some(({ code }) => rejections.has(code))
      if (notComparable(document, client) !== undefined) {
        for (const tally of [kinds.accepted, kinds.theme]) tally.skipped += 1
        return
      }
      kinds.accepted.compare(name, first.accepted, !rejected)
      if (!first.accepted || rejected) return
      const calls = [false, true].flatMap((prefersDark) =>
        [null, ...storedNames(document)].map((stored) => ({ prefersDark, stored })),
      )
      for (const { prefersDark, stored } of calls) {
        const answer = await running.ask({ document, prefersDark, stored })
        const resolution = resolve(document, {
          target,
          served: 'static',
          prefers: prefersDark ? 'dark' : 'light',
          ...(stored !== null && { stored }),
        })
        const label = `${name}, prefers ${prefersDark ? 'dark' : 'light'}, stored ${JSON.stringify(stored)}`
        kinds.theme.compare(label, answer.currentTheme ?? undefined, resolution.theme)
        // A client that breaks on the way sets only some of them.
        if (answer.error !== null) continue
        kinds.properties.compare(label, answer.properties, propertiesOf(resolution, 'store'))
      }
    }),
  )

  if (family === 'owncloud') {
    const legacy = realFiles.filter(({ document }) =>
      ['flat', 'named', 'wrapped'].includes(detect(document).generation),
    )
    for (const { name, document } of legacy)
      await compareConverted(running, target, name, document, kinds.converted)
  }
  for (const { name, document } of realFiles)
    if (detect(document).generation !== 'branding')
      await compareShown(running, target, name, document, kinds.shown)
  await running.close()
  return kinds
}

/** Whether the real client takes every theme of a converted file of any product, and shows what the package says. */
async function compareShown(running, target, name, document, tally) {
  const { theme } = convert(document, { target })
  const isRejected = (/** @type {object} */ options) =>
    validate(theme, { target, ...options }).diagnostics.some(({ code }) => rejections.has(code))
  tally.compare(`${name} for ${target}: accepted behind its server`, isRejected({}), false)
  // The client alone rejects a theme without the share roles that its server adds.
  const isIncomplete = isRejected({ served: 'static' })
  for (const stored of storedNames(theme)) {
    const label = `${name} for ${target}, stored ${JSON.stringify(stored)}`
    const answer = await running.ask({ document: theme, stored })
    tally.compare(`${label}: accepted`, [answer.accepted, answer.error], [!isIncomplete, null])
    if (isIncomplete) continue
    const resolution = resolve(theme, { target, served: 'static', stored })
    tally.compare(`${label}: theme`, answer.currentTheme ?? undefined, resolution.theme)
    tally.compare(`${label}: properties`, answer.properties, propertiesOf(resolution, 'store'))
  }
}

/** What the old client showed, against what the real new client makes of the converted file. */
async function compareConverted(running, target, name, document, tally) {
  const { theme, ledger } = convert(document, { target, themeNames: 'keep' })
  const made = new Map(ledger.entries.filter(({ to }) => to !== null).map((entry) => [entry.to, entry]))
  for (const { name: key } of theme.clients.web.themes) {
    const before = resolve(document, { theme: key })
    const { currentTheme: after, properties } = await running.ask({ document: theme, stored: key })
    const shown = (pointer) => before.values.find((value) => value.pointer === pointer)?.value
    const pairs = [
      ['/general/name', after.common.name],
      ['/general/slogan', after.common.slogan],
      ['/general/imprintUrl', after.common.urls.imprint],
      ['/general/privacyUrl', after.common.urls.privacy],
      ['/common/accessDeniedHelpUrl', after.common.urls.accessDeniedHelp],
      ['/logo/topbar', after.logo.topbar],
      ['/logo/sidebar', after.logo.topbar],
      ['/logo/favicon', after.logo.favicon],
      ['/logo/login', after.logo.login],
      ['/loginPage/backgroundImg', after.loginPage.backgroundImg],
    ]
    for (const [pointer, value] of pairs) {
      const old = shown(pointer)
      if (old === undefined) continue
      // A path that moved is in the ledger with its reason.
      const moved = [...made.values()].find(
        ({ from, action }) => action === 'rewritten' && from?.endsWith(pointer),
      )
      tally.compare(`${name}, ${key}${pointer}`, value, moved === undefined ? old : valueAt(theme, moved.to))
    }
    const set = Object.fromEntries(
      before.properties.filter((item) => item.set).map((item) => [item.name, item.value]),
    )
    const renamed = Object.fromEntries(
      Object.entries(set).map(([property, value]) => [
        property.replace('--oc-space-', '--oc-spacing-'),
        value,
      ]),
    )
    tally.compare(`${name}, ${key}: custom properties`, properties, renamed)
  }
}

function valueAt(/** @type {any} */ document, /** @type {string} */ pointer) {
  return pointer
    .slice(1)
    .split('/')
    .reduce((value, token) => value[token.replaceAll('~1', '/').replaceAll('~0', '~')], document)
}

let made = 0
let agreed = 0
for (const client of selected) {
  await installClient(client)
  const kinds = await compareClient(client)
  const parts = Object.entries(kinds)
    .filter(([, tally]) => tally.made > 0)
    .map(
      ([kind, tally]) =>
        `${kind} ${tally.agreed}/${tally.made}${tally.skipped > 0 ? ` (${tally.skipped} not comparable)` : ''}`,
    )
  console.log(`${clientId(client)} as ${client.target}: ${parts.join(', ')}`)
  for (const [kind, tally] of Object.entries(kinds)) {
    made += tally.made
    agreed += tally.agreed
    for (const difference of tally.differences) console.log(`  ${kind} differs:\n${difference}`)
  }
}
console.log(`Not comparable: ${Object.values(exceptions).join('; ')}.`)
console.log(`conformance: ${made} compared, ${agreed} agreed`)
if (agreed < made || made === 0) process.exitCode = 1
