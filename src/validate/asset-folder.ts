/**
 * The folder whose files the server serves at the site's root, as `validate` needs it. `assetFolder` of
 * `theme-convert/node` makes one for a folder on disk.
 */
export interface AssetFolder {
  /**
   * Looks for a file by its path below the site's root, in exactly this spelling.
   *
   * @returns whether there is such a file; if only the case differs, with the spelling of the folder
   */
  find(path: string): AssetSearch
}

/** The result of a search for a file. */
export type AssetSearch = { found: true } | { found: false; spelling?: string }
