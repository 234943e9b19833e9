import path from 'node:path'
import { disk, unlessRefused } from '../disk.js'
import { journalsFolder } from '../own-files.js'

/** The usual folders of themes below a data folder and below a project. */
const below = ['', 'themes', 'assets', 'assets/themes', 'web', 'web/assets', 'web/assets/themes']
/** How many folders beside a data folder are looked into. */
const MOST_FOLDERS = 200

/**
 * The folders below and beside a data folder that have journals: settings that aren't known may have put its themes there.
 *
 * @param root an absolute path
 */
export function journalsNear(root: string): string[] {
  const parent = path.dirname(root)
  // What can't be listed can't be rolled back by this user either.
  const beside = (unlessRefused(() => disk.list(parent)) ?? []).sort().slice(0, MOST_FOLDERS)
  const folders = [root, ...beside.map((name) => path.join(parent, name))]
  const places = folders.flatMap((folder) => below.map((name) => path.join(folder, name)))
  return [...new Set(places)].filter(
    (folder) => folder !== root && unlessRefused(() => isFolder(path.join(folder, journalsFolder))) === true,
  )
}

const isFolder = (file: string) => disk.lstat(file)?.isDirectory() === true
