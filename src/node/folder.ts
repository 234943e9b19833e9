import { constants, existsSync } from 'node:fs'
import path from 'node:path'
import { codeOf, disk } from './disk.js'
import { giveOwner } from './owner.js'
import { isWindows } from './windows.js'

/** Undefined on Windows, where a folder can't be opened or synced. */
const { O_DIRECTORY = 0, O_NOFOLLOW = 0, O_RDONLY } = constants

/** Node has no openat(2); on Linux the name of an open descriptor does the same. */
const DESCRIPTORS = '/proc/self/fd'
const hasDescriptors = process.platform === 'linux' && existsSync(DESCRIPTORS)

/** The open folders by descriptor, because messages of the system have these numbers instead of the path. */
const opened = new Map<string, string>()

/** The system's message, with the folders as the user named them. */
export function withNames(message: string): string {
  return message.replace(/\/proc\/self\/fd\/(\d+)/g, (name, descriptor) => opened.get(descriptor) ?? name)
}

/**
 * An open folder. On Linux its files are reached through the descriptor: renaming the folder meanwhile, or putting
 * a link in its place, has no effect.
 */
export class Folder {
  private constructor(
    /** The path, for messages. */
    readonly path: string,
    private readonly descriptor: number | undefined,
  ) {
    if (descriptor !== undefined) opened.set(String(descriptor), path)
  }

  /** Opens a folder; links on the way to it are followed. */
  static open(folder: string): Folder {
    return new Folder(folder, isWindows() ? undefined : disk.open(folder, O_RDONLY | O_DIRECTORY))
  }

  /** Opens a folder in this one; a symbolic link is refused. */
  below(name: string): Folder {
    const flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
    return new Folder(path.join(this.path, name), isWindows() ? undefined : disk.open(this.at(name), flags))
  }

  /** The path of a file in it, for calls of the system. */
  at(name: string): string {
    if (!hasDescriptors || this.descriptor === undefined) return path.join(this.path, name)
    return `${DESCRIPTORS}/${this.descriptor}/${name}`
  }

  list(): string[] {
    return disk.list(this.at('.'))
  }

  /** Writes the list of its files to the disk. Windows does so by itself, and some network drives can't. */
  sync(): void {
    if (this.descriptor === undefined) return
    try {
      disk.sync(this.descriptor)
    } catch (error) {
      if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error
    }
  }

  /** Takes the owner and mode of another folder. */
  takeOwnerAndMode(other: Folder): void {
    if (this.descriptor === undefined || other.descriptor === undefined) return
    const { uid, gid, mode } = disk.fstat(other.descriptor)
    giveOwner(this.descriptor, { uid: Number(uid), gid: Number(gid), ownerOf: other.path })
    const own = disk.fstat(this.descriptor)
    if (own.mode !== mode) disk.setMode(this.descriptor, Number(mode) & 0o7777)
  }

  close(): void {
    if (this.descriptor === undefined) return
    disk.close(this.descriptor)
    opened.delete(String(this.descriptor))
  }

  /** Removes a file, or a folder with the files in it; it may be gone already. */
  removeBelow(name: string): void {
    const stats = disk.lstat(this.at(name))
    if (stats === undefined) return
    if (stats.isDirectory()) {
      const folder = this.below(name)
      try {
        for (const file of folder.list()) folder.removeBelow(file)
      } finally {
        folder.close()
      }
      disk.removeFolder(this.at(name))
    } else disk.unlink(this.at(name))
  }

  /** Removes a folder in this one if it is empty; it may be gone already. */
  removeIfEmpty(name: string): void {
    // A read-only disk reports an error for a missing folder, too.
    if (disk.lstat(this.at(name)) === undefined) return
    try {
      disk.removeFolder(this.at(name))
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
      return
    }
    this.sync()
  }
}
