import {
  accessSync,
  constants,
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs'
import path from 'node:path'
import { diagnostic } from '../../findings/diagnostic.js'
import { brandingFile, type Instance, type InstanceTheme } from '../../instance/instance.js'
import { isNamedLikeTheme, mayBeTheme } from '../../instance/inventory.js'
import { parseText } from '../../text/parse-text.js'
import { isFailure, readInput, reasonOf } from '../read-file.js'
import { journalsFolder } from './journal.js'

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
 * The folder that the migrations of an instance are noted in, without symbolic links.
 *
 * @throws NoInstanceError for what is no folder, and for a part of an instance whose migrations are noted elsewhere
 */
export function rootOf(folder: string, at: string = folder): string {
  const root = realPathOf(folder, at)
  if (!isFolder(root))
    throw new NoInstanceError(`${folder} is no folder. Name the data folder of the server.`)
  const others = [path.join(root, ASSETS)]
  if (root.endsWith(path.join(path.sep, ASSETS))) others.push(path.join(root, '../..'))
  const other = others.find((candidate) => isFolder(path.join(candidate, journalsFolder)))
  if (other === undefined || isFolder(path.join(root, journalsFolder))) return root
  throw new NoInstanceError(`The migrations of this instance are noted in ${other}. Name that folder.`)
}

function realPathOf(folder: string, at: string): string {
  try {
    return realpathSync(at)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new NoInstanceError(`${folder}: ${reasonOf(error)}`)
  }
}

/**
 * Reads the web assets of an instance. Symbolic links are noted and never followed.
 *
 * @param folder the data folder of the server, or the web assets folder itself
 * @param at where it is; where `folder` leads from the current folder unless given
 * @throws NoInstanceError for a folder that is neither
 * @throws the error of the system when a disk fails
 */
export function readInstance(folder: string, at: string = folder): InstanceFolder {
  const root = rootOf(folder, at)
  const assets = findAssets(folder, root)
  const base = path.join(root, assets)
  const found: Found = { files: [], links: [], aliases: new Map(), closed: new Map() }
  walk(base, '', found)
  restoreLinks(base, found)
  const { files } = found
  const read = (file: string) => withNames(readTheme(base, file), found.aliases)
  const bytes = (file: string) => readFileSync(path.join(base, file))
  return {
    root,
    assets,
    ...found,
    themes: files.filter((file) => file !== brandingFile && isWorthReading(base, file)).map(read),
    branding: files.includes(brandingFile) ? read(brandingFile) : undefined,
    isSame: (file, other) => bytes(file).equals(bytes(other)),
  }
}

/** Where a data folder has the web assets. */
const ASSETS = path.join('web', 'assets')

function findAssets(folder: string, root: string): string {
  if (isFolder(path.join(root, 'web')) && isFolder(path.join(root, ASSETS))) return 'web/assets'
  if (isFolder(path.join(root, 'themes')) || isFolder(path.join(root, 'branding'))) return ''
  const link = ['web', ASSETS, 'themes', 'branding'].map((name) => path.join(root, name)).find(isLink)
  if (link !== undefined) {
    throw new NoInstanceError(
      `${link} is a symbolic link and is not followed, because it may lead anywhere. Name the web assets folder that it leads to.`,
    )
  }
  throw new NoInstanceError(
    `There is neither web/assets nor a folder "themes" or "branding" in ${folder}. Name the data folder of the server (OCIS_BASE_DATA_PATH, in containers /var/lib/ocis) or its web assets folder.`,
  )
}

function isFolder(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** What is below the assets folder, sorted by name; paths have slashes. */
interface Found {
  files: string[]
  links: string[]
  aliases: Map<string, string>
  closed: Map<string, string>
}

function walk(base: string, below: string, found: Found): void {
  const entries = readdirSync(path.join(base, below), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`
    try {
      if (entry.isDirectory()) walk(base, file, found)
      else visit(base, file, entry, found)
    } catch (error) {
      // Whoever plans with a part of the files says "nothing to do" about the others.
      if (!(error instanceof Error && 'syscall' in error) || isFailure(error)) throw error
      if (isOfThemes(file)) found.closed.set(file, closedBecause(file, error as NodeJS.ErrnoException))
    }
  }
}

function visit(base: string, file: string, entry: Dirent, { files, links, aliases, closed }: Found): void {
  if (entry.isFile()) {
    // Those who read a theme say themselves what keeps them from it.
    if (isOfThemes(file) && !mayBeTheme(file)) accessSync(path.join(base, file), constants.R_OK)
    files.push(file)
  } else if (isOfThemes(file)) {
    const inside = entry.isSymbolicLink() ? insideOf(base, file) : undefined
    if (inside !== undefined) aliases.set(file, inside)
    else if (entry.isSymbolicLink()) links.push(file)
    else closed.set(file, 'it is a pipe, a socket or a device, and no file. Remove it.')
  }
}

/** Where a link leads, below the folder; `undefined` for one that leads out of it, or nowhere. */
function insideOf(base: string, file: string): string | undefined {
  const link = path.join(base, file)
  if (!existsSync(link)) return undefined
  const real = path.relative(realpathSync(base), realpathSync(link)).split(path.sep).join('/')
  return real === '..' || real.startsWith('../') || path.isAbsolute(real) || real === '' ? undefined : real
}

/** Copies of a ConfigMap's folder that lost its links have what these led to as text: `..data` and `..data/<key>`. */
function restoreLinks(base: string, found: Found): void {
  for (const link of found.files.filter((file) => /(?:^|\/)\.\.data$/.test(file))) {
    const folder = link.slice(0, -'..data'.length)
    const real = folder + shortText(base, link)
    const keys = found.files
      .filter((file) => file.startsWith(`${real}/`))
      .map((file) => file.slice(real.length + 1))
    if (keys.length === 0) continue
    found.aliases.set(link, real)
    for (const key of keys) {
      const seen = folder + key
      if (found.files.includes(seen) && shortText(base, seen) === `..data/${key}`) {
        found.aliases.set(seen, `${real}/${key}`)
      }
    }
  }
  found.files = found.files.filter((file) => !found.aliases.has(file))
}

function shortText(base: string, file: string): string {
  const at = path.join(base, file)
  return lstatSync(at).size > 4096 ? '' : readFileSync(at, 'utf8').trim()
}

/** Adds the links that lead to a theme, or to a folder that it is in. */
function withNames(theme: InstanceTheme, aliases: ReadonlyMap<string, string>): InstanceTheme {
  const names = [...aliases].flatMap(([link, real]) => {
    if (theme.path === real) return [link]
    return theme.path.startsWith(`${real}/`) ? [link + theme.path.slice(real.length)] : []
  })
  // Through the folder "..data" of a ConfigMap nobody looks.
  const seen = names.filter((name) => !/(?:^|\/)\.\.[^/.]/.test(name))
  return seen.length === 0 ? theme : { ...theme, names: seen.sort((a, b) => a.length - b.length) }
}

/** Larger files than this are no themes, unless they are called so. */
const MOST_BYTES = 1024 * 1024

function isWorthReading(base: string, file: string): boolean {
  return mayBeTheme(file) && (isNamedLikeTheme(file) || lstatSync(path.join(base, file)).size <= MOST_BYTES)
}

const isOfThemes = (file: string) => /^(?:themes|branding)(?:\/|$)/.test(file)

function closedBecause(file: string, error: NodeJS.ErrnoException): string {
  // Node reads names as UTF-8, and what it makes of others leads nowhere.
  if (error.code === 'ENOENT' && file.includes('\ufffd')) return 'its name is not UTF-8. Rename it.'
  return reasonOf(error)
}

function readTheme(base: string, file: string): InstanceTheme {
  const input = readInput(path.join(base, file))
  if (!('text' in input)) {
    if (input.failure !== undefined) throw input.failure
    const finding = diagnostic(input.code, '', `This can't be read: ${input.problem}`)
    return { path: file, text: undefined, document: undefined, diagnostics: [finding] }
  }
  return { path: file, text: input.text, ...parseText(input.text) }
}
