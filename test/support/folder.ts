import type { AssetFolder } from '../../src/validate/asset-folder.js'

/** An assets folder with some files. */
export function folderOf(files: readonly string[]): AssetFolder {
  return {
    find(file) {
      if (files.includes(file)) return { found: true }
      const spelling = files.find((other) => other.toLowerCase() === file.toLowerCase())
      return { found: false, ...(spelling !== undefined && { spelling }) }
    },
  }
}
