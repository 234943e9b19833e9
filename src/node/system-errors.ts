import { assertRefusal, codeOf } from './disk.js'
import { withNames } from './folder.js'
import { isWindows } from './windows.js'

/** What a system error means, in words that follow a colon, with the cure. */
interface Meaning {
  readonly says: string
  /** When a file is written, where that differs. */
  readonly toWrite?: string
  /** When files are watched, where that differs. */
  readonly toWatch?: string
  /** When a file is written on Windows, where that differs. */
  readonly onWindows?: string
  /** Whether the file or its path is the cause, and not the disk or the system. */
  readonly isOfFile?: true
}

const denied: Meaning = {
  says: 'permission denied. Check the permissions of it and of its folder, or use the account that owns them.',
  onWindows: 'permission denied, or another program has it open. Close it there, or check its permissions.',
  isOfFile: true,
}

const full = 'Free some space, or choose another disk.'
const openFiles = 'Close some programs, or raise the limit (ulimit -n).'
const network = 'the network drive does not answer. Check the connection, or mount it again.'
const watchers = 'too many files are watched. End another program that watches files, or raise fs.inotify.'
const notPossible = 'its file system does not support that. Choose another disk.'

/** Every system error that the calls of this package can have. */
export const meanings: Readonly<Record<string, Meaning>> = {
  ENOENT: {
    says: 'no such file or folder. Check the path.',
    toWrite: 'no such folder, or one that takes no new files. Create it first, or check the path.',
    isOfFile: true,
  },
  ENOTDIR: { says: 'a part of the path is not a folder. Check the path.', isOfFile: true },
  EISDIR: { says: 'it is a folder. Pass a file.', isOfFile: true },
  EACCES: denied,
  EPERM: {
    ...denied,
    says: 'permission denied. Check the permissions of it and of its folder, use the account that owns them, or check that neither is immutable (lsattr on Linux).',
  },
  // A code of this package.
  EREADONLY: {
    says: 'it is read-only. Clear that in its properties (attrib -R), or choose another file.',
    isOfFile: true,
  },
  ELOOP: { says: 'its symbolic links form a loop. Check them.', isOfFile: true },
  ENAMETOOLONG: { says: 'the name is too long. Use a shorter one.', isOfFile: true },
  EEXIST: { says: 'something has that name already. Choose another one.' },
  ENOTEMPTY: { says: 'the folder is not empty. Check what is in it.' },
  EROFS: { says: 'the disk can only be read. Choose another one, or mount it so that it can be written.' },
  ENOSPC: { says: `the disk is full. ${full}`, toWatch: `${watchers}max_user_watches.` },
  EDQUOT: { says: `disk quota exceeded. ${full}` },
  EFBIG: {
    says: 'the file is too large for the disk, or for the limit of this account. Choose another disk.',
  },
  EBUSY: {
    says: 'another program uses it. Close it there, and try again.',
    toWrite:
      "it is a mount point, which can't be replaced. Mount its folder instead, or write to another one.",
    onWindows: denied.onWindows as string,
  },
  ETXTBSY: { says: 'a program in it is running. End it, and try again.' },
  EIO: { says: 'the disk reports an error. Check the disk.' },
  EBADF: { says: 'it is not open for that. Check how it is redirected.' },
  ENXIO: { says: 'the device is not there. Check it, or choose another file.' },
  ENODEV: { says: 'the device is not there. Check it, or choose another file.' },
  EINVAL: { says: 'the file system refuses the call. Choose another file or disk.' },
  EXDEV: { says: 'it is on another disk. Choose a place on the same disk.' },
  EMLINK: { says: 'it has too many names. Choose another folder.' },
  EMFILE: { says: `too many open files. ${openFiles}`, toWatch: `${watchers}max_user_instances.` },
  ENFILE: { says: `too many open files on this system. ${openFiles}` },
  ENOMEM: { says: 'out of memory. Close some programs.' },
  EAGAIN: { says: 'another program uses it. Try again.' },
  EPIPE: { says: 'the program that reads it has ended.' },
  EOVERFLOW: { says: 'the file is too large. Check that this is the right one.' },
  ENOTSUP: { says: notPossible },
  EOPNOTSUPP: { says: notPossible },
  ENOSYS: { says: notPossible },
  ESTALE: { says: network },
  ETIMEDOUT: { says: network },
  ENOTCONN: { says: network },
  EHOSTDOWN: { says: network },
}

/** The system's own message, without its name of the file, for an error without a row in the table. */
function systemMessage(message: string): string {
  const words = /^(\w+): (.+?), \w+(?: |$)/.exec(message)
  return words === null ? `${withNames(message)}.` : `the system reports ${words[1]} (${words[2]}).`
}

const meaningOf = (error: unknown): Meaning | undefined => {
  const code = codeOf(error)
  return code !== undefined && Object.hasOwn(meanings, code) ? meanings[code] : undefined
}

/** Whether a name was not UTF-8: Node replaced its bytes, so that it leads nowhere. */
export const isGarbled = (name: string) => name.includes('\ufffd')

/** Why a file can't be read, in words that follow a colon. */
export function reasonOf(error: unknown): string {
  const { code, syscall, message, path: name } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' && name !== undefined && isGarbled(name)) return 'its name is not UTF-8. Rename it.'
  const meaning = meaningOf(error)
  return (syscall === 'watch' && meaning?.toWatch) || (meaning?.says ?? systemMessage(message))
}

/** Why a file can't be written, in words that follow a colon. */
export function reasonNotWritten(error: unknown): string {
  const meaning = meaningOf(error)
  return (isWindows() && meaning?.onWindows) || (meaning?.toWrite ?? reasonOf(error))
}

/** Whether the disk or the system is the cause of an error, not the file: another try may succeed. */
export function isFailure(error: unknown): error is NodeJS.ErrnoException {
  return codeOf(error) !== undefined && meaningOf(error)?.isOfFile !== true
}

/** A system error as sentences, with the name of its file as the user knows it. */
export function sentenceOf(error: Error, reason = reasonOf(error)): string {
  const { path: from, dest } = error as { path?: string; dest?: string }
  const file = dest ?? from
  return file === undefined
    ? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
    : `${withNames(file)}: ${reason}`
}

/** An error while files are changed, as sentences: a system error, or another one with its own message. */
export function sentencesOf(error: unknown): string {
  if (codeOf(error) !== undefined) return sentenceOf(error as Error, reasonNotWritten(error))
  const message = withNames(error instanceof Error ? error.message : String(error))
  return message.endsWith('.') ? message : `${message}.`
}

/**
 * Tries something that is not worth an error, such as to clean up.
 *
 * @param say makes the message from why the system refuses it
 * @returns that message, if any
 */
export function problemsOf(work: () => void, say: (reason: string) => string): string[] {
  try {
    work()
    return []
  } catch (error) {
    assertRefusal(error)
    return [say(reasonNotWritten(error))]
  }
}
