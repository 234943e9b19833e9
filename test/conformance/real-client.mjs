import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { families } from './clients.mjs'

/** @import { Family } from './clients.mjs' */

/**
 * @typedef {{ readonly path: readonly PropertyKey[], readonly message: string, readonly code: string }} ZodIssue
 *
 * @typedef {object} Schema the part of a zod schema that is used here
 * @property {(document: unknown) => { success: true, data: ThemeDocument } | { success: false, error: { issues: readonly ZodIssue[] } }} safeParse
 *
 * @typedef {object} ThemeDocument a document that the client's own check let through
 * @property {object} [common]
 * @property {{ web: { defaults: object, themes: readonly object[] } }} clients
 *
 * @typedef {object} ThemeStore
 * @property {(input: object) => void} initializeThemes
 * @property {object | undefined} currentTheme
 *
 * @typedef {object} Pinia opaque: made by the client's copy of pinia, handed to the client's store
 *
 * @typedef {object} RealClient
 * @property {Schema} schema
 * @property {(pinia: Pinia) => ThemeStore} useThemeStore
 * @property {() => Pinia} createPinia
 * @property {(pinia: Pinia) => void} disposePinia stops every watcher and listener of its stores
 * @property {(document: ThemeDocument) => object} storeInput what the client hands to its theme store
 */

/**
 * What the start-up code of each family hands to the store; it is not part of the package.
 *
 * @type {Record<Family, (document: ThemeDocument) => object>}
 */
const storeInputs = {
  owncloud: ({ common, clients: { web } }) => ({
    defaults: { common, ...web.defaults },
    themes: web.themes,
  }),
  opencloud: (document) => document,
}

/**
 * Imports the client that is installed in a folder. The browser's globals must be there already.
 *
 * @param {string} folder
 * @param {Family} family
 * @returns {Promise<RealClient>}
 */
export async function loadClient(folder, family) {
  const { package: name, schemaExport } = families[family]
  const entry = resolve(folder, 'node_modules', name, 'dist', 'web-pkg.js')
  const client = await import(pathToFileURL(entry).href)
  const pinia = await import(pathToFileURL(await locateModule('pinia', entry)).href)

  return {
    schema: client[schemaExport],
    useThemeStore: (instance) => {
      const store = client.useThemeStore(instance)
      // A second copy of pinia would keep its own state, and isolation would be an illusion.
      if (pinia.getActivePinia() !== instance) throw new Error(`${name} uses another copy of pinia`)
      return store
    },
    createPinia: pinia.createPinia,
    disposePinia: pinia.disposePinia,
    storeInput: storeInputs[family],
  }
}

/**
 * The file that `import name` means inside another package: `require.resolve` finds the folder, but
 * would pick the CommonJS copy, which is another instance.
 *
 * @param {string} name
 * @param {string} importer
 * @returns {Promise<string>}
 */
async function locateModule(name, importer) {
  const manifestPath = createRequire(importer).resolve(`${name}/package.json`)
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8'))
  return join(dirname(manifestPath), manifest.module)
}
