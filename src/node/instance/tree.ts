import path from 'node:path'
import { disk } from '../disk.js'
import { Folder } from '../folder.js'

/**
 * The reason why a migration can't be planned, applied or rolled back. The message says what was changed, if anything,
 * and what to do.
 */
export class TransactionError extends Error {
  override readonly name: string = 'MigrationError'
}

/** The files below a data folder, which are reached through no symbolic link: it may lead anywhere. */
export class Tree {
  private readonly folders = new Map<string, Folder>()

  /** @param root the data folder, without symbolic links */
  constructor(readonly root: string) {
    this.folders.set('', Folder.open(root))
  }

  /**
   * A folder by its path below the data folder, with slashes; `undefined` where there is none.
   *
   * @throws TransactionError for a symbolic link
   */
  folder(name: string): Folder | undefined {
    const known = this.folders.get(name)
    if (known !== undefined) return known
    const around = this.around(name)
    const base = path.posix.basename(name)
    if (around === undefined || this.lookAt(around, base)?.isDirectory() !== true) return undefined
    const found = around.below(base)
    this.folders.set(name, found)
    return found
  }

  /** The folder that a file or folder is in. */
  around(name: string): Folder | undefined {
    return this.folder(name.includes('/') ? path.posix.dirname(name) : '')
  }

  /**
   * The path of a file for calls of the system.
   *
   * @throws TransactionError when it or a folder on the way is a symbolic link
   */
  at(name: string): string {
    const around = this.around(name)
    // Nothing can be there.
    if (around === undefined) return path.join(this.root, name)
    const base = path.posix.basename(name)
    this.lookAt(around, base)
    return around.at(base)
  }

  /** The path, for messages. */
  pathOf(name: string): string {
    return path.join(this.root, name)
  }

  /** Makes sure that what the folder of a file lists is on disk. */
  sync(name: string): void {
    this.around(name)?.sync()
  }

  /** Removes a folder with all that is in it. */
  remove(name: string): void {
    this.forget(name)
    this.around(name)?.removeBelow(path.posix.basename(name))
  }

  /** Removes a folder, if it is empty. */
  removeIfEmpty(name: string): void {
    this.around(name)?.removeIfEmpty(path.posix.basename(name))
  }

  close(): void {
    for (const name of [...this.folders.keys()]) this.forget(name)
  }

  private forget(name: string): void {
    const folder = this.folders.get(name)
    this.folders.delete(name)
    folder?.close()
  }

  private lookAt(around: Folder, base: string) {
    const stats = disk.look(around.at(base))
    if (stats?.isSymbolicLink()) {
      const file = path.join(around.path, base)
      throw new TransactionError(`${file} is a symbolic link, which may lead anywhere. Nothing was changed.`)
    }
    return stats
  }
}
