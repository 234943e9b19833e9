/**
 * Runs one real client. `node client-process.mjs <folder> <family>` reads one JSON request per line
 * and answers each with one line of JSON, in the order of the requests.
 *
 * @typedef {object} Request
 * @property {number | string} id handed back in the answer
 * @property {unknown} document the parsed theme.json
 * @property {boolean} prefersDark what the system prefers
 * @property {string | null} stored name of the theme in local storage
 * @property {'regular' | 'vault'} [mode] no release on the registry knows modes yet (Web 12.4 does): without effect
 *
 * @typedef {object} Answer
 * @property {number | string | null} id
 * @property {boolean} accepted whether the client's own check let the document through
 * @property {{ path: (string | number)[], message: string, code: string }[]} issues what that check found
 * @property {Record<string, unknown> | null} currentTheme the chosen theme after all merging; null when none was applied
 * @property {Record<string, string>} properties the custom properties on the root element
 * @property {string | null} storedAfter name in local storage afterwards
 * @property {string | null} error what the client threw after its check
 */
import { Console } from 'node:console'
import { createInterface } from 'node:readline'
import { setImmediate as nextMacrotask } from 'node:timers/promises'
import { installBrowser } from './browser.mjs'
import { families } from './clients.mjs'
import { loadClient } from './real-client.mjs'

/** @import { Family } from './clients.mjs' */
/** @import { Browser } from './browser.mjs' */
/** @import { RealClient, ZodIssue } from './real-client.mjs' */

const storageKey = 'oc_currentThemeName'

/**
 * @param {Browser} browser
 * @param {RealClient} client
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
async function answer(browser, client, { id, document, prefersDark, stored }) {
  reset(browser)
  browser.setPrefersDark(prefersDark)
  if (typeof stored === 'string') browser.storage.setItem(storageKey, stored)

  const checked = client.schema.safeParse(document)
  const applied = checked.success
    ? await apply(client, client.storeInput(checked.data))
    : { currentTheme: null, error: null }

  return {
    id,
    accepted: checked.success,
    issues: checked.success ? [] : checked.error.issues.map(plainIssue),
    ...applied,
    properties: customProperties(browser.document.documentElement),
    storedAfter: browser.storage.getItem(storageKey),
  }
}

/**
 * Every request starts from an empty page.
 *
 * @param {Browser} browser
 */
function reset({ document, storage }) {
  storage.clear()
  document.documentElement.removeAttribute('style')
  // OpenCloud Web from 4.3 on writes the theme's icon into the page.
  for (const link of document.querySelectorAll('link')) link.remove()
}

/**
 * @param {RealClient} client
 * @param {object} input
 * @returns {Promise<Pick<Answer, 'currentTheme' | 'error'>>}
 */
async function apply(client, input) {
  const pinia = client.createPinia()
  const store = client.useThemeStore(pinia)
  try {
    store.initializeThemes(input)
    return { currentTheme: plainCopy(store.currentTheme), error: null }
  } catch (error) {
    return { currentTheme: plainCopy(store.currentTheme), error: String(error) }
  } finally {
    // The store writes to local storage in a watcher, which runs after this turn.
    await nextMacrotask()
    client.disposePinia(pinia)
  }
}

/**
 * @param {object | undefined} value
 * @returns {Record<string, unknown> | null}
 */
function plainCopy(value) {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

/** @param {ZodIssue} issue */
function plainIssue({ path, message, code }) {
  return { path: path.map((key) => (typeof key === 'symbol' ? String(key) : key)), message, code }
}

/**
 * @param {HTMLElement} element
 * @returns {Record<string, string>}
 */
function customProperties({ style }) {
  const names = Array.from(style).filter((name) => name.startsWith('--'))
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))
}

/**
 * @param {string} line
 * @param {(request: Request) => Promise<Answer>} respond
 * @returns {Promise<Answer>}
 */
async function answerLine(line, respond) {
  /** @type {Request['id'] | null} */
  let id = null
  try {
    /** @type {Request} */
    const request = JSON.parse(line)
    id = request.id
    return await respond(request)
  } catch (error) {
    const nothing = { accepted: false, issues: [], currentTheme: null, properties: {}, storedAfter: null }
    return { id, ...nothing, error: `conformance harness: ${String(error)}` }
  }
}

/**
 * @param {string | undefined} value
 * @returns {value is Family}
 */
function isFamily(value) {
  return value !== undefined && Object.hasOwn(families, value)
}

const [folder, family] = process.argv.slice(2)
if (folder === undefined || !isFamily(family)) {
  process.stderr.write(`Usage: node client-process.mjs <folder> <${Object.keys(families).join('|')}>\n`)
  process.exit(2)
}

// Standard output carries answers only, whatever a client has to say.
globalThis.console = new Console(process.stderr, process.stderr)
const browser = installBrowser()
const client = await loadClient(folder, family)

for await (const line of createInterface({ input: process.stdin })) {
  const result = await answerLine(line, (request) => answer(browser, client, request))
  await new Promise((done) => process.stdout.write(`${JSON.stringify(result)}\n`, done))
}
// Timers of the client would keep the process alive.
process.exit(0)
