import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chosenClients, clientId } from './clients.mjs'

/** @import { Client } from './clients.mjs' */

const clientsFolder = fileURLToPath(new URL('.clients/', import.meta.url))

/** Written last: a folder without it is a torn install and is made anew. */
const markerName = '.installed.json'

/**
 * @param {Client} client
 * @returns {string} the folder that the release is, or would be, installed in
 */
export function clientFolder(client) {
  return join(clientsFolder, clientId(client))
}

/**
 * @param {Client} client
 * @returns {boolean}
 */
export function isInstalled(client) {
  return existsSync(join(clientFolder(client), markerName))
}

/**
 * Installs one release into its own folder, unless it is there already.
 *
 * @param {Client} client
 * @returns {Promise<{ folder: string, installed: boolean }>} `installed` is false when nothing had to be done
 * @throws {Error} when npm fails
 */
export async function installClient(client) {
  const folder = clientFolder(client)
  if (isInstalled(client)) return { folder, installed: false }

  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const manifest = manifestOf(client)
  await writeJson(join(folder, 'package.json'), manifest)
  await runNpm(['install', '--ignore-scripts', '--no-audit', '--no-fund'], folder)
  await writeJson(join(folder, markerName), manifest.dependencies)
  return { folder, installed: true }
}

/** @param {Client} client */
function manifestOf({ family, package: name, companions, version }) {
  return {
    name: `conformance-${family}`,
    private: true,
    dependencies: Object.fromEntries([name, ...companions].map((each) => [each, version])),
  }
}

/**
 * @param {string} path
 * @param {unknown} value
 */
function writeJson(path, value) {
  return writeFile(path, `${JSON.stringify(value, null, 2)}\n`)
}

/**
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {Promise<void>}
 */
function runNpm(args, folder) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`npm ${args.join(' ')} ended with ${code} in ${folder}`))
    })
  })
}

/** @returns {Promise<void>} */
async function main() {
  const selected = chosenClients()

  // One at a time: each install is hundreds of megabytes.
  for (const client of selected) {
    const started = performance.now()
    const { installed } = await installClient(client)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(
      `${clientId(client)}: ${installed ? `installed in ${seconds} s` : 'already there'}\n`,
    )
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
