/**
 * The folder whose files the server serves at the site's root, as `validate` asks for it. The core knows no file
 * system: `theme-convert` brings one for folders on disk.
 */
export interface AssetFolder {
  /**
   * Looks for a file by its path below the site's root, in exactly this spelling.
   *
   * @returns `found`, `missing`, or the path in the spelling that the folder has when only the case differs
   */
  find(path: string): AssetSearch
  /** Whether there is a folder of this path, in exactly this spelling. */
  hasFolder(path: string): boolean
}

/** What came of a search for a file. */
export type AssetSearch = { found: true } | { found: false; spelling?: string }
