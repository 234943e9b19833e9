import { existsSync, type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

/** How long to wait after a change, in milliseconds: editors write a file in several steps. */
const SETTLED = 80

/**
 * Watches files, also those that an editor replaces by new ones or that are not there yet.
 *
 * @param changed called once for all changes that come together
 * @param folders where every change counts, except in the folders below them
 * @returns a function that ends the watch
 */
export function watchFiles(
  files: readonly string[],
  changed: () => void,
  folders: readonly string[] = [],
): () => void {
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLED)
  }
  const watchers: FSWatcher[] = []
  for (const [folder, names] of namesByFolder(files, folders)) {
    const watcher = watch(folder, (_, name) => {
      if (name === null || names === undefined || names.has(plain(name))) settle()
    })
    // The folder was removed.
    watcher.on('error', () => watcher.close())
    watchers.push(watcher)
  }
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

/** A name for comparing: Windows and macOS report the upper and lower case of the disk, not that of the call. */
const plain = (name: string) => name.toLowerCase()

/** The names to watch in each folder; `undefined` where every change counts. */
function namesByFolder(
  files: readonly string[],
  folders: readonly string[],
): Map<string, Set<string> | undefined> {
  const names = new Map<string, Set<string> | undefined>(
    folders.map((folder) => [existing(folder), undefined]),
  )
  for (const file of files) {
    const folder = path.dirname(file)
    // The folder is missing: it may be created in the nearest one above it.
    if (existing(folder) !== folder) names.set(existing(folder), undefined)
    else if (!names.has(folder))
      names.set(folder, new Set([path.basename(file), path.basename(folder)].map(plain)))
    else names.get(folder)?.add(plain(path.basename(file)))
  }
  return names
}

/** A folder, or the nearest one above it that exists. */
function existing(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : existing(path.dirname(folder))
}
