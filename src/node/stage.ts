import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { assertRefusal, codeOf, disk } from './disk.js'
import type { Folder } from './folder.js'

/** How the name begins of the folder where a run prepares its files. */
const PREFIX = '.theme-convert-'
const isStage = (name: string) => name.startsWith(PREFIX) && /^[0-9a-f]{16}$/.test(name.slice(PREFIX.length))

/** A name that can't be guessed. */
export const stageName = () => `${PREFIX}${randomBytes(8).toString('hex')}`

/** The age from which a folder counts as left by an interrupted run: a younger one may be in use. */
const LEFT_OVER_MS = 10 * 60_000

/** A folder that files are written into, with a private folder of this run in it. */
export class Stage {
  private readonly name = stageName()
  private own: Folder | undefined

  constructor(readonly folder: Folder) {
    removeLeftovers(folder)
    disk.makeFolder(folder.at(this.name), 0o700)
  }

  /** The path of a file of this run. */
  at(name: string): string {
    this.own ??= this.folder.below(this.name)
    return this.own.at(name)
  }

  /** The path, for messages. */
  get path(): string {
    return path.join(this.folder.path, this.name)
  }

  /**
   * Renames the folder of this run, so that no later run removes it.
   *
   * @returns its path, for messages
   */
  keep(): string {
    const name = this.name.replace(PREFIX, 'theme-convert-kept-')
    try {
      disk.rename(this.folder.at(this.name), this.folder.at(name))
      return path.join(this.folder.path, name)
    } catch (error) {
      assertRefusal(error)
      return this.path
    }
  }

  /** Removes the folder of this run. */
  close(): void {
    try {
      this.own?.close()
      this.folder.removeBelow(this.name)
    } finally {
      this.folder.close()
    }
  }
}

/** Removes folders that interrupted runs of this account left. */
function removeLeftovers(folder: Folder): void {
  const self = process.getuid?.()
  for (const name of folder.list().filter(isStage)) {
    try {
      const stats = disk.lstat(folder.at(name))
      if (stats === undefined || (self !== undefined && Number(stats.uid) !== self)) continue
      if (Date.now() - Number(stats.mtimeMs) > LEFT_OVER_MS) folder.removeBelow(name)
    } catch (error) {
      // Another run may remove it at the same time.
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
}
