import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.js'
import { parseText } from '../../document/text.js'
import { brandingFile, type Instance, type InstanceTheme, isThemeFile } from '../../instance/instance.js'
import { readInput } from '../read.js'

/** An instance on disk. */
export interface InstanceFolder extends Instance {
  /** The data folder, without symbolic links. */
  readonly root: string
  /** The assets folder below it, with slashes; `''` when it is the data folder itself. */
  readonly assets: string
}

/** A folder that is none of an instance. */
export class NoInstanceError extends Error {}

/**
 * Reads the web assets of an instance. Symbolic links are noted and never followed.
 *
 * @param folder the data folder of the server, or the web assets folder itself
 * @throws NoInstanceError for a folder that is neither
 */
export function readInstance(folder: string): InstanceFolder {
  const root = realpathSync(folder)
  if (!lstatSync(root).isDirectory()) {
    throw new NoInstanceError(`${folder} is no folder. Name the data folder of the server.`)
  }
  const assets = findAssets(folder, root)
  const base = path.join(root, assets)
  const files: string[] = []
  const links: string[] = []
  walk(base, '', (file, entry) => {
    if (entry.isFile()) files.push(file)
    else if (entry.isSymbolicLink() && /^(?:themes|branding)(?:\/|$)/.test(file)) links.push(file)
  })
  const read = (file: string) => readTheme(base, file)
  const bytes = (file: string) => readFileSync(path.join(base, file))
  return {
    root,
    assets,
    files,
    links,
    themes: files.filter(isThemeFile).map(read),
    branding: files.includes(brandingFile) ? read(brandingFile) : undefined,
    isSame: (file, other) => bytes(file).equals(bytes(other)),
  }
}

/** Where a data folder has the web assets. */
const ASSETS = 'web/assets'

function findAssets(folder: string, root: string): string {
  if (isFolder(path.join(root, 'web')) && isFolder(path.join(root, ASSETS))) return ASSETS
  if (isFolder(path.join(root, 'themes')) || isFolder(path.join(root, 'branding'))) return ''
  throw new NoInstanceError(
    `There is neither ${ASSETS} nor a folder "themes" or "branding" in ${folder}. Name the data folder of the server (OCIS_BASE_DATA_PATH, in containers /var/lib/ocis) or its web assets folder.`,
  )
}

function isFolder(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Calls back for all that is below a folder, sorted by name; paths have slashes. */
function walk(base: string, below: string, visit: (file: string, entry: Dirent) => void): void {
  const entries = readdirSync(path.join(base, below), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) walk(base, file, visit)
    else visit(file, entry)
  }
}

function readTheme(base: string, file: string): InstanceTheme {
  const input = readInput(path.join(base, file))
  if (!('text' in input)) {
    const finding = diagnostic(input.code, '', `This can't be read: ${input.problem}`)
    return { path: file, text: undefined, document: undefined, diagnostics: [finding] }
  }
  return { path: file, text: input.text, ...parseText(input.text) }
}
