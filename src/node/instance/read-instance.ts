import { existsSync, lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { diagnostic } from '../../findings/diagnostic.js'
import { optionWords } from '../../findings/option-words.js'
import { brandingFile, type Instance, type InstanceTheme, type UnreadTheme } from '../../instance/instance.js'
import { isNamedLikeTheme, mayBeTheme } from '../../instance/inventory.js'
import { productDefaults } from '../../settings/across-products.js'
import { parseText } from '../../text/parse-text.js'
import { themeNear } from '../near-themes.js'
import { journalsFolder } from '../own-files.js'
import { readInput } from '../read-file.js'
import { realPath } from '../real-path.js'
import { reasonOf } from '../system-errors.js'
import { type Part, Places } from './file-places.js'
import { TransactionError } from './tree.js'
import { walkAssets } from './walk-assets.js'

/** An instance on disk. */
export interface InstanceFolder extends Instance {
  /** The data folder, without symbolic links. */
  readonly root: string
  /** The assets folder below it, with slashes; `''` when it is the data folder itself. */
  readonly assets: string
  /** Where its files are. */
  readonly places: Places
}

/** A folder is not an instance. */
export class NoInstanceError extends TransactionError {}

/**
 * The folder with the journals of an instance, without symbolic links.
 *
 * @throws NoInstanceError unless it is a folder, and where the journals are in another folder of the instance
 */
export function rootOf(folder: string, at: string = folder): string {
  const root = realPathOf(folder, at)
  if (!isFolder(root))
    throw new NoInstanceError(`${folder} is not a folder. Pass the data folder of the server.`)
  const others = [path.join(root, ASSETS), path.join(root, 'web')]
  if (root.endsWith(path.join(path.sep, ASSETS))) others.push(path.join(root, '../..'), path.join(root, '..'))
  // The folder between both is accepted, too.
  if (path.basename(root) === 'web') others.push(path.join(root, '..'), path.join(root, BESIDE))
  const other = others.find((candidate) => isFolder(path.join(candidate, journalsFolder)))
  if (other === undefined || isFolder(path.join(root, journalsFolder))) return root
  throw new NoInstanceError(`The migrations of this instance are recorded in ${other}. Pass that folder.`)
}

function realPathOf(folder: string, at: string): string {
  try {
    return realPath(at)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new NoInstanceError(`${folder}: ${reasonOf(error)}`)
  }
}

/** A part of the assets that the settings or a mount put elsewhere, with the reason. */
export interface PartElsewhere {
  readonly below: string
  readonly at: string
  readonly reason: string
}

/**
 * Reads the web assets of an instance. Symbolic links are listed, never followed.
 *
 * @param folder the data folder of the server, or the web assets folder itself
 * @param at its absolute path; `folder` unless given
 * @param elsewhere the parts of the assets in other folders
 * @param mayBeNew whether it may be the data folder of a server that has no web assets yet
 * @throws NoInstanceError for a folder that is neither
 * @throws the error of the system when a disk fails
 */
export function readInstance(
  folder: string,
  at: string = folder,
  elsewhere: readonly PartElsewhere[] = [],
  mayBeNew = false,
): InstanceFolder {
  const root = rootOf(folder, at)
  const assets = findAssets(folder, root, mayBeNew || elsewhere.length > 0)
  const base = path.join(root, assets)
  const { places, unread } = placesOf(root, base, elsewhere)
  const found = walkAssets(places)
  const { files } = found
  const read = (file: string) => withNames(readTheme(places.at(file), file), found.aliases)
  const bytes = (file: string) => readFileSync(places.at(file))
  const beside = path.join(root, BESIDE)
  if (
    assets === ASSETS &&
    isFolder(beside) &&
    !places.parts.some((part) => beside.startsWith(part.at) || part.at.startsWith(beside))
  ) {
    unread.push({ at: beside, reason: `the server looks in ${path.join(root, ASSETS)}` })
  }
  return {
    root,
    assets: assets.split(path.sep).join('/'),
    places,
    ...found,
    themes: files.filter((file) => file !== brandingFile && isWorthReading(places.at(file), file)).map(read),
    branding: files.includes(brandingFile) ? read(brandingFile) : undefined,
    unread: unread.flatMap(readUnread),
    isSame: (file, other) => bytes(file).equals(bytes(other)),
  }
}

/** The parts of the assets, and the folders that they hide. */
function placesOf(root: string, base: string, elsewhere: readonly PartElsewhere[]) {
  const parts: Part[] = [{ below: '', at: base, root }]
  const unread: { at: string; reason: string }[] = []
  for (const { below, at, reason } of [...elsewhere].sort((a, b) => a.below.length - b.below.length)) {
    const hidden = new Places(parts).at(below)
    const real = realPath(at)
    if (real === hidden) continue
    const isInRoot = `${real}${path.sep}`.startsWith(`${root}${path.sep}`)
    const own = lstatSync(real).isDirectory() ? real : path.dirname(real)
    if (isFolder(hidden)) unread.push({ at: hidden, reason })
    const same = parts.findIndex((part) => part.below === below)
    if (same !== -1) parts.splice(same, 1)
    parts.push({ below, at: real, root: isInRoot ? root : own, reason })
  }
  return { places: new Places(parts), unread }
}

/** The themes of a folder that the server doesn't read. */
function readUnread({ at, reason }: { at: string; reason: string }): UnreadTheme[] {
  const places = new Places([{ below: '', at, root: at }])
  const themes = walkAssets(places).files.filter((file) => isWorthReading(places.at(file), file))
  return themes.map((file) => ({ theme: readTheme(places.at(file), path.join(at, file)), reason }))
}

/** The web assets of a data folder. */
const ASSETS = path.join('web', 'assets')
/** Another usual place: the server doesn't read it unless a setting says so. */
const BESIDE = 'assets'

function findAssets(folder: string, root: string, hasParts: boolean): string {
  if (isFolder(path.join(root, 'web')) && isFolder(path.join(root, ASSETS))) return ASSETS
  if (isFolder(path.join(root, 'themes')) || isFolder(path.join(root, 'branding'))) return ''
  const link = ['web', ASSETS, 'themes', 'branding'].map((name) => path.join(root, name)).find(isLink)
  if (link !== undefined) {
    throw new NoInstanceError(
      `${link} is a symbolic link, not followed because it may lead anywhere. Pass the web assets folder that it leads to.`,
    )
  }
  const hasBeside = ['themes', 'branding'].some((name) => isFolder(path.join(root, BESIDE, name)))
  if (hasBeside && path.basename(root) === 'web') return BESIDE
  if (hasBeside || hasParts || isDataFolder(root)) return ASSETS
  const near = themeNear(folder, root)
  const [, data] = /^(.+)[/\\]web[/\\]assets[/\\]/.exec(near ?? '') ?? []
  const single =
    near === undefined
      ? ''
      : data === undefined
        ? ` ${near} looks like a theme: use convert for a single file.`
        : ` ${data} is such a folder.`
  throw new NoInstanceError(
    `${folder} has neither web/assets nor a folder "themes" or "branding". ${dataFolderHint(root)}${single}`,
  )
}

/** What every server has in its data folder: NATS, and at least one of the others. */
const ofData = ['idm', 'idp', 'storage'] as const

/** Whether a folder is the data folder of a server without any web assets. */
function isDataFolder(root: string): boolean {
  const has = (name: string) => isFolder(path.join(root, name))
  return has('nats') && ofData.some(has) && composeIn(root) === undefined
}

/** The compose file in a folder. */
const composeIn = (root: string) =>
  ['docker-compose.yml', 'docker-compose.yaml', 'compose.yml', 'compose.yaml'].find((name) =>
    existsSync(path.join(root, name)),
  )

export const isFolder = (file: string): boolean =>
  lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true

const isLink = (file: string): boolean =>
  lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true

/** How to name the folder that is meant, by what is in this one. */
function dataFolderHint(root: string): string {
  const { data, dataVariable } = productDefaults
  const [ocis, openCloud] = (['ocis', 'openCloud'] as const).map(
    (side) => `${dataVariable[side]}, in containers ${data[side]}`,
  )
  const pass = `Pass the data folder of the server (oCIS: ${ocis}; OpenCloud: ${openCloud}) or its web assets folder.`
  if (path.basename(root) === 'themes') return `${pass} For a themes folder, pass the folder that it is in.`
  const compose = composeIn(root)
  return compose === undefined
    ? pass
    : `${pass} ${compose} may name it: pass that file with ${optionWords('settings')}.`
}

/** Adds the links that lead to a theme, or to a folder with the theme. */
function withNames(theme: InstanceTheme, aliases: ReadonlyMap<string, string>): InstanceTheme {
  const names = [...aliases].flatMap(([link, real]) => {
    if (theme.path === real) return [link]
    return theme.path.startsWith(`${real}/`) ? [link + theme.path.slice(real.length)] : []
  })
  // Links through the folder "..data" of a ConfigMap are left out.
  const seen = names.filter((name) => !/(?:^|\/)\.\.[^/.]/.test(name))
  return seen.length === 0 ? theme : { ...theme, names: seen.sort((a, b) => a.length - b.length) }
}

/** Larger files aren't themes, unless their name says so. */
const MOST_BYTES = 1024 * 1024

function isWorthReading(at: string, file: string): boolean {
  return mayBeTheme(file) && (isNamedLikeTheme(file) || lstatSync(at).size <= MOST_BYTES)
}

function readTheme(at: string, file: string): InstanceTheme {
  const input = readInput(at)
  if (!('text' in input)) {
    if (input.failure !== undefined) throw input.failure
    const finding = diagnostic(input.code, '', `Unreadable: ${input.problem}`)
    return { path: file, text: undefined, document: undefined, diagnostics: [finding] }
  }
  return { path: file, text: input.text, ...parseText(input.text) }
}
