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
import { mayBeTheme } from '../../instance/inventory.js'
import { isFailure, isGarbled, reasonOf } from '../system-errors.js'
import type { Places } from './file-places.js'

/** What is in the assets, sorted by name; paths have slashes. */
export interface Found {
  files: string[]
  links: string[]
  aliases: Map<string, string>
  closed: Map<string, string>
}

/** Looks at every file of the assets, wherever their parts lie. */
export function walkAssets(places: Places): Found {
  const found: Found = { files: [], links: [], aliases: new Map(), closed: new Map() }
  for (const { below, at } of places.parts) {
    const stats = lstatSync(at, { throwIfNoEntry: false })
    if (stats?.isDirectory()) walkPart(places, below, found)
    else if (stats?.isFile()) found.files.push(below)
  }
  restoreLinks(places, found)
  found.files.sort()
  return found
}

/** A part that can't be looked into is named; the whole folder is what was asked for. */
function walkPart(places: Places, below: string, found: Found): void {
  try {
    walk(places, below, found)
  } catch (error) {
    if (below === '' || !(error instanceof Error && 'syscall' in error) || isFailure(error)) throw error
    found.closed.set(below, reasonOf(error))
  }
}

function walk(places: Places, below: string, found: Found): void {
  const entries = readdirSync(places.at(below), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`
    // Another part lies over it.
    if (places.startsAt(file)) continue
    try {
      if (entry.isDirectory()) {
        walk(places, file, found)
        if (isOfThemes(file) && entry.name === 'theme.json')
          found.closed.set(file, 'it is a folder, where servers look for a file. Rename it.')
      } else visit(places, file, entry, found)
    } catch (error) {
      // A plan with a part of the files would say "nothing to do" about the others.
      if (!(error instanceof Error && 'syscall' in error) || isFailure(error)) throw error
      if (isOfThemes(file)) found.closed.set(file, reasonOf(error))
    }
  }
}

function visit(places: Places, file: string, entry: Dirent, { files, links, aliases, closed }: Found): void {
  if (entry.isFile()) {
    // Those who read a theme say themselves what keeps them from it, unless nothing leads to it.
    if (isOfThemes(file) && (!mayBeTheme(file) || isGarbled(file)))
      accessSync(places.at(file), constants.R_OK)
    files.push(file)
  } else if (isOfThemes(file)) {
    const inside = entry.isSymbolicLink() ? insideOf(places, file) : undefined
    if (inside !== undefined) aliases.set(file, inside)
    else if (entry.isSymbolicLink()) links.push(file)
    else closed.set(file, 'it is a pipe, socket or device. Remove it.')
  }
}

/** Where a link leads, below the folder; `undefined` for one that leads out of it, or nowhere. */
function insideOf(places: Places, file: string): string | undefined {
  const link = places.at(file)
  if (!existsSync(link)) return undefined
  const { below, at } = places.partOf(file)
  const real = path.relative(realpathSync.native(at), realpathSync.native(link)).split(path.sep).join('/')
  if (real === '..' || real.startsWith('../') || path.isAbsolute(real) || real === '') return undefined
  return below === '' ? real : `${below}/${real}`
}

/** Copies of a ConfigMap's folder that lost its links have what these led to as text: `..data` and `..data/<key>`. */
function restoreLinks(places: Places, found: Found): void {
  for (const link of found.files.filter((file) => /(?:^|\/)\.\.data$/.test(file))) {
    const folder = link.slice(0, -'..data'.length)
    const real = folder + shortText(places, link)
    const keys = found.files
      .filter((file) => file.startsWith(`${real}/`))
      .map((file) => file.slice(real.length + 1))
    if (keys.length === 0) continue
    found.aliases.set(link, real)
    for (const key of keys) {
      const seen = folder + key
      if (found.files.includes(seen) && shortText(places, seen) === `..data/${key}`) {
        found.aliases.set(seen, `${real}/${key}`)
      }
    }
  }
  found.files = found.files.filter((file) => !found.aliases.has(file))
}

function shortText(places: Places, file: string): string {
  const at = places.at(file)
  return lstatSync(at).size > 4096 ? '' : readFileSync(at, 'utf8').trim()
}

const isOfThemes = (file: string) => /^(?:themes|branding)(?:\/|$)/.test(file)
