import { readdirSync } from 'node:fs'
import path from 'node:path'
import { assertPath, show } from '../findings/assert-options.js'
import { getOrInsert } from '../json/get-or-insert.js'
import { quoted } from '../json/quoted.js'
import type { AssetFolder, AssetSearch } from '../validate/asset-folder.js'
import { absenceOf, ifAny, kindAt } from './is-there.js'

/** A folder on disk that the server serves at the site's root. */
export interface DiskAssetFolder extends AssetFolder {
  /** The folder, as an absolute path. */
  readonly path: string
}

/**
 * A folder on disk, for the checks that look for images. Names are case-sensitive, also on file systems that are not.
 * Each folder is listed once: call this again when files may have changed.
 *
 * @param folder the folder that the server serves at the site's root, such as `web/assets`
 * @returns what the option `assets` of `validate`, `preview` and `inspectImages` takes
 * @throws TypeError unless it is a path, RangeError unless it is a folder, and for a server's data or themes folder: every image
 *   would be reported as missing
 *
 * @example
 * const { diagnostics } = validate(text, { assets: assetFolder('web/assets') })
 */
export function assetFolder(folder: string): DiskAssetFolder {
  assertPath(folder, 'The folder', 'web/assets')
  const root = path.resolve(folder)
  const problem = assetsProblem(root, folder)
  if (problem !== undefined) throw new RangeError(`${show(folder)} ${problem}`)
  const listings = new Map<string, readonly string[]>()
  const list = (folder: string): readonly string[] => {
    return getOrInsert(listings, folder, () => namesIn(folder))
  }
  /** The path of a file or folder as spelt on disk. */
  const spellingOf = (file: string): string | undefined => {
    const spelling: string[] = []
    for (const part of file.split('/')) {
      const names = list(path.join(root, ...spelling))
      const name = names.includes(part)
        ? part
        : names.find((other) => other.toLowerCase() === part.toLowerCase())
      if (name === undefined) return undefined
      spelling.push(name)
    }
    return spelling.join('/')
  }
  return {
    path: root,
    find(file): AssetSearch {
      if (typeof file !== 'string')
        throw new TypeError(`The path of an image must be a string, not ${show(file)}.`)
      const spelling = spellingOf(file)
      if (spelling === undefined || !kindAt(path.join(root, spelling))?.isFile()) return { found: false }
      return spelling === file ? { found: true } : { found: false, spelling }
    },
  }
}

/** Folders that a server serves, below the folder with its data. */
const servedFolders = ['web/assets', 'assets']

/**
 * Why the paths of a theme can't be looked for in a folder: it is none, or the one above or below the folder that the
 * server serves.
 *
 * @param place the absolute path
 * @param folder the path as it was given, for the one that is meant
 * @returns the end of a sentence about the folder
 */
export function assetsProblem(place: string, folder: string): string | undefined {
  const isFolder = (...below: string[]) => kindAt(path.join(place, ...below))?.isDirectory() === true
  const absence = absenceOf(place)
  if (absence !== undefined && !absence.isCertain) return `${absence.says}. Check the path.`
  if (!isFolder()) return 'is not a folder. Check the path.'
  const meant = (name: string) => `Did you mean ${quoted(path.join(folder, name))}?`
  if (isFolder('themes')) return undefined
  const served = servedFolders.find((name) => isFolder(name, 'themes'))
  if (served !== undefined)
    return `has no themes; the folder that the server serves is below it. ${meant(served)}`
  const hasThemes = path.basename(place) === 'themes' && namesIn(place).some((name) => isFolder(name))
  if (hasThemes) return `is the themes folder; paths of images start above it. ${meant('..')}`
  const isOneTheme = path.basename(path.dirname(place)) === 'themes' && namesIn(place).includes('theme.json')
  return isOneTheme
    ? `is the folder of one theme; paths of images start above "themes". ${meant('../..')}`
    : undefined
}

/** The names in a folder; none where there is no folder. */
const namesIn = (folder: string): readonly string[] => ifAny(() => readdirSync(folder)) ?? []
