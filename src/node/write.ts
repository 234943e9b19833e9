import { constants, copyFileSync, existsSync, realpathSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'

/** A file that must not be overwritten. */
export class FileExistsError extends Error {}

/**
 * Makes sure that a file may be written.
 *
 * @throws FileExistsError when there is one already
 */
export function assertFree(file: string): void {
  if (existsSync(file)) {
    throw new FileExistsError(`${file} is already there. Name another file, or overwrite it with --force.`)
  }
}

/** Writes a file as a whole or not at all: into a temporary file beside it, synced, then renamed. */
export function writeWhole(file: string, content: string | Buffer): void {
  writeFileAtomic.sync(existsSync(file) ? realpathSync(file) : file, content)
}

/**
 * Replaces a file as a whole and keeps a copy of it. Its mode and owner stay, and a symbolic link keeps pointing
 * at the file that is replaced.
 *
 * @returns the path of the copy
 */
export function replaceWithBackup(file: string, text: string): string {
  const target = realpathSync(file)
  const backup = backUp(target)
  writeFileAtomic.sync(target, text)
  return backup
}

/** Copies a file to the first free of `<file>.bak`, `<file>.bak.1`, …; an older backup is never touched. */
function backUp(file: string): string {
  for (let number = 0; ; number += 1) {
    const backup = number === 0 ? `${file}.bak` : `${file}.bak.${number}`
    try {
      copyFileSync(file, backup, constants.COPYFILE_EXCL)
      return backup
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
