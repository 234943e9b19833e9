import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

/** Editors write a file in several steps. */
const SETTLED = 80

/**
 * Watches files, also those that an editor replaces by new ones or that are not there yet.
 *
 * @param changed called once for all changes that come together
 * @returns what ends the watch
 */
export function watchFiles(files: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLED)
  }
  const folders = new Map<string, Set<string>>()
  for (const file of files) {
    const folder = path.dirname(file)
    folders.set(folder, (folders.get(folder) ?? new Set()).add(path.basename(file)))
  }
  const watchers: FSWatcher[] = []
  const close = () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
  for (const [folder, names] of folders) {
    const watcher = watch(folder, (_, name) => {
      if (name === null || names.has(name)) settle()
    })
    // A folder that is removed has nothing to watch any more.
    watcher.on('error', () => watcher.close())
    watchers.push(watcher)
  }
  return close
}
