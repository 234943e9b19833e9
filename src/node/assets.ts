import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { AssetFolder, AssetSearch } from '../validate/assets.js'

/**
 * A folder on disk as `validate` looks for images in it. Names have to be spelt exactly as they are on disk, also
 * where the file system takes any case.
 */
export function assetFolder(root: string): AssetFolder {
  const listings = new Map<string, readonly string[]>()
  const list = (folder: string): readonly string[] => {
    let names = listings.get(folder)
    if (names === undefined) {
      names = namesIn(folder)
      listings.set(folder, names)
    }
    return names
  }
  return {
    find(file): AssetSearch {
      const spelling: string[] = []
      let folder = root
      for (const part of file.split('/')) {
        const names = list(folder)
        const name = names.includes(part)
          ? part
          : names.find((other) => other.toLowerCase() === part.toLowerCase())
        if (name === undefined) return { found: false }
        spelling.push(name)
        folder = path.join(folder, name)
      }
      const actual = spelling.join('/')
      if (!statSync(folder).isFile()) return { found: false }
      return actual === file ? { found: true } : { found: false, spelling: actual }
    },
  }
}

/** The names in a folder; what is no folder has none in it. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR' || code === 'ENOENT') return []
    throw error
  }
}
