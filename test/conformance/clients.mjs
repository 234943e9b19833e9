import { parseArgs } from 'node:util'

/**
 * The client releases on the package registry that the conformance tests run.
 *
 * @typedef {'owncloud' | 'opencloud'} Family
 *
 * @typedef {object} Client
 * @property {Family} family
 * @property {string} package name of the package that holds the theme code
 * @property {readonly string[]} companions packages that must have the same version
 * @property {string} version exact version
 * @property {string} target id of the target in `src/targets/` that this release stands for
 * @property {boolean} representative true for the one release per target that runs by default
 */

/** What differs between the two families of clients. */
export const families = /** @type {const} */ ({
  owncloud: {
    package: '@ownclouders/web-pkg',
    companions: ['@ownclouders/design-system', '@ownclouders/web-client'],
    schemaExport: 'ThemingConfig',
  },
  opencloud: {
    package: '@opencloud-eu/web-pkg',
    companions: ['@opencloud-eu/design-system', '@opencloud-eu/web-client'],
    schemaExport: 'ThemeConfig',
  },
})

/**
 * @param {Family} family
 * @param {string} version
 * @param {string} target
 * @param {{ representative?: boolean }} [options]
 * @returns {Client}
 */
function client(family, version, target, { representative = false } = {}) {
  const { package: name, companions } = families[family]
  return { family, package: name, companions, version, target, representative }
}

/** @type {readonly Client[]} */
export const clients = [
  client('owncloud', '11.3.6', 'ocis-6', { representative: true }),
  client('owncloud', '12.0.3', 'ocis-7', { representative: true }),
  client('owncloud', '12.1.2', 'ocis-8'),
  client('owncloud', '12.3.2', 'ocis-8', { representative: true }),
  client('opencloud', '1.0.0', 'opencloud-1', { representative: true }),
  client('opencloud', '3.2.0', 'opencloud-2', { representative: true }),
  client('opencloud', '4.0.0', 'opencloud-4'),
  client('opencloud', '4.1.0', 'opencloud-4'),
  client('opencloud', '4.3.0', 'opencloud-4', { representative: true }),
]

/**
 * @param {{ all?: boolean }} [options] `all`: every release instead of one per target
 * @returns {readonly Client[]}
 */
function selectClients({ all = false } = {}) {
  return all ? clients : clients.filter(({ representative }) => representative)
}

/**
 * The short name of a release, also the name of its folder.
 *
 * @param {Pick<Client, 'family' | 'version'>} client
 * @returns {string} for example `owncloud-12.3.2`
 */
export function clientId({ family, version }) {
  return `${family}-${version}`
}

/**
 * The clients that the arguments of this process name, by their ids; without names the usual ones, or with `--all` every one.
 */
export function chosenClients() {
  const { values, positionals } = parseArgs({
    options: { all: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const unknown = positionals.filter((id) => !clients.some((client) => clientId(client) === id))
  if (unknown.length > 0) throw new RangeError(`Unknown client: ${unknown.join(', ')}`)
  return positionals.length > 0
    ? clients.filter((client) => positionals.includes(clientId(client)))
    : selectClients(values)
}
