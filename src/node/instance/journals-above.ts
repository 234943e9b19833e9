import path from 'node:path'
import { disk } from '../disk.js'
import { journalsFolder } from '../own-files.js'
import { problemsOf } from '../system-errors.js'

/** What is known of migrations that aren't done. */
export interface Unfinished {
  readonly says: readonly string[]
  /** Whether one of them changed files, or may be doing that now. */
  readonly isChanged: boolean
}

/**
 * Looks for migrations that aren't done in the folders that files are in, on all levels.
 *
 * @param files absolute paths
 * @throws TransactionError for a journal that is damaged
 */
export async function unfinishedAbove(files: readonly string[]): Promise<Unfinished> {
  const roots = foldersAbove(files).filter(
    (folder) => disk.lstat(path.join(folder, journalsFolder))?.isDirectory() === true,
  )
  if (roots.length === 0) return { says: [], isChanged: false }
  // Most folders have no journals.
  const { interruptionOf } = await import('./interruption.js')
  const says: string[] = []
  let isChanged = false
  const look = (root: string) => {
    const found = interruptionOf(root)
    if (found === undefined) return
    says.push(found.says)
    isChanged ||= found.kind !== 'stopped'
  }
  for (const root of roots) {
    const why = (reason: string) =>
      `Whether a migration in ${root} was interrupted isn't known, because ${journalsFolder} can't be read: ${reason}`
    says.push(...problemsOf(() => look(root), why))
  }
  return { says, isChanged }
}

function foldersAbove(files: readonly string[]): string[] {
  const found = new Set<string>()
  for (const file of files) {
    for (let folder = path.dirname(file); !found.has(folder); folder = path.dirname(folder)) found.add(folder)
  }
  return [...found]
}
