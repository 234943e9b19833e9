import { accessSync, constants, type Dirent, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { mayBeTheme } from '../../instance/inventory.js'
import { journalsFolder } from '../own-files.js'
import { realPath } from '../real-path.js'
import { isFailure, isGarbled, reasonOf } from '../system-errors.js'
import type { Places } from './file-places.js'

/** The contents of the assets, sorted by name; paths have slashes. */
export interface Found {
  files: string[]
  links: string[]
  aliases: Map<string, string>
  closed: Map<string, string>
}

/** Lists all files of the assets, in all their parts. */
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

/** Lists a part. One that can't be read is recorded; for the assets folder itself that is an error. */
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
    // Journals aren't files of the administrator, and another part hides its folder.
    if (entry.name === journalsFolder || places.startsAt(file)) continue
    try {
      if (entry.isDirectory()) {
        walk(places, file, found)
        if (isOfThemes(file) && entry.name === 'theme.json')
          found.closed.set(file, 'it is a folder, where servers look for a file. Rename it.')
      } else visit(places, file, entry, found)
    } catch (error) {
      // After a disk error the list would be incomplete, and the plan would say nothing about the other files.
      if (!(error instanceof Error && 'syscall' in error) || isFailure(error)) throw error
      if (isOfThemes(file)) found.closed.set(file, reasonOf(error))
    }
  }
}

function visit(places: Places, file: string, entry: Dirent, { files, links, aliases, closed }: Found): void {
  if (entry.isFile()) {
    // Reading a theme reports why it can't be read; other files are only checked here.
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

/** Where a link in the folder leads; `undefined` for one that leads out of it, or nowhere. */
function insideOf(places: Places, file: string): string | undefined {
  const link = places.at(file)
  if (!existsSync(link)) return undefined
  const { below, at } = places.partOf(file)
  const real = path.relative(realPath(at), realPath(link)).split(path.sep).join('/')
  if (real === '..' || real.startsWith('../') || path.isAbsolute(real) || real === '') return undefined
  return below === '' ? real : `${below}/${real}`
}

/** In a copy of a ConfigMap's folder, links may be text files with their targets: `..data` and `..data/<key>`. */
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
