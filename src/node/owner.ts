import { codeOf, disk, systemError } from './disk.js'

/** The owner and group of a file, and its path for messages. */
export interface Owner {
  readonly uid: number
  readonly gid: number
  readonly ownerOf: string
}

/** What the system answers to an account that may not set an owner or group, or for one that a container doesn't know. */
const refusals: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EINVAL'])

/**
 * Gives a new file or folder the owner and group of another one. Without them the server might not be able to read it, so
 * a refusal is an error: only root gives files away, and other accounts only to groups of their own.
 *
 * @throws an error of the system about the other file, with the code `EOWNER` of this package
 */
export function giveOwner(descriptor: number, { uid, gid, ownerOf }: Owner): void {
  const now = disk.fstat(descriptor)
  if (Number(now.uid) === uid && Number(now.gid) === gid) return
  try {
    disk.setOwner(descriptor, uid, gid)
  } catch (error) {
    if (!refusals.has(codeOf(error))) throw error
    const cure =
      Number(now.uid) === uid
        ? `Run this as root, or give it a group of this account first (chgrp ${now.gid}).`
        : 'Run this as root, or as its owner.'
    const message = `its owner is ${uid} and its group ${gid}, which this account can't give to the new file. ${cure}`
    throw systemError('EOWNER', 'fchown', message.slice(0, -1), { path: ownerOf, cause: error })
  }
}
