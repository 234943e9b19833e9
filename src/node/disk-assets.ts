import { readdirSync } from 'node:fs'
import path from 'node:path'
import { assertPath, show } from '../findings/assert-options.js'
import { getOrInsert } from '../json/get-or-insert.js'
import type { AssetFolder, AssetSearch } from '../validate/asset-folder.js'
import { ifAny, kindAt } from './is-there.js'

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
 * @throws TypeError unless it is a path, RangeError unless it is a folder: every image would be reported as missing
 *
 * @example
 * const { diagnostics } = validate(text, { assets: assetFolder('web/assets') })
 */
export function assetFolder(folder: string): DiskAssetFolder {
  assertPath(folder, 'The folder', 'web/assets')
  const root = path.resolve(folder)
  if (!kindAt(root)?.isDirectory()) throw new RangeError(`${show(folder)} is not a folder. Check the path.`)
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
      const spelling = spellingOf(file)
      if (spelling === undefined || !kindAt(path.join(root, spelling))?.isFile()) return { found: false }
      return spelling === file ? { found: true } : { found: false, spelling }
    },
    hasFolder: (name) => spellingOf(name) === name && kindAt(path.join(root, name))?.isDirectory() === true,
  }
}

/** The names in a folder; none where there is no folder. */
const namesIn = (folder: string): readonly string[] => ifAny(() => readdirSync(folder)) ?? []
