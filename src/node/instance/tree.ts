import path from 'node:path'
import { PlainError } from '../../json/plain-error.js'
import { disk } from '../disk.js'
import { Folder } from '../folder.js'

/** A migration can't be planned, applied or rolled back. The message says what was changed, if anything, and what to do. */
export class TransactionError extends PlainError {
  override readonly name: string = 'MigrationError'
}

/** Access to the files below a data folder that refuses symbolic links, because they may lead anywhere. */
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
    const parent = this.parentOf(name)
    const base = path.posix.basename(name)
    if (parent === undefined || this.lookAt(parent, base)?.isDirectory() !== true) return undefined
    const found = parent.below(base)
    this.folders.set(name, found)
    return found
  }

  /** The folder of a file or folder. */
  parentOf(name: string): Folder | undefined {
    return this.folder(name.includes('/') ? path.posix.dirname(name) : '')
  }

  /**
   * The path of a file for calls of the system.
   *
   * @throws TransactionError when it or a folder of its path is a symbolic link
   */
  at(name: string): string {
    const parent = this.parentOf(name)
    // Without its folder, nothing is there.
    if (parent === undefined) return path.join(this.root, name)
    const base = path.posix.basename(name)
    this.lookAt(parent, base)
    return parent.at(base)
  }

  /** The path, for messages. */
  pathOf(name: string): string {
    return path.join(this.root, name)
  }

  /** Syncs the folder of a file to disk. */
  sync(name: string): void {
    this.parentOf(name)?.sync()
  }

  /** Removes a folder with everything in it. */
  remove(name: string): void {
    this.forget(name)
    this.parentOf(name)?.removeBelow(path.posix.basename(name))
  }

  /** Removes a folder, if it is empty. */
  removeIfEmpty(name: string): void {
    this.parentOf(name)?.removeIfEmpty(path.posix.basename(name))
  }

  close(): void {
    for (const name of [...this.folders.keys()]) this.forget(name)
  }

  private forget(name: string): void {
    const folder = this.folders.get(name)
    this.folders.delete(name)
    folder?.close()
  }

  private lookAt(parent: Folder, base: string) {
    const stats = disk.lstat(parent.at(base))
    if (stats?.isSymbolicLink()) {
      const file = path.join(parent.path, base)
      throw new TransactionError(`${file} is a symbolic link, which may lead anywhere. Nothing was changed.`)
    }
    return stats
  }
}
