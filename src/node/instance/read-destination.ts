import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { absenceOf, missing } from '../is-there.js'
import { type InstanceFolder, isFolder, readInstance } from './read-instance.js'
import { TransactionError } from './tree.js'

/**
 * Reads the folder of the server that takes over. It may be empty: a migration creates the folder of the web assets, as
 * the server does when it first needs it.
 *
 * @param folder the data folder of the new server, or its web assets folder, as given
 * @param at its absolute path
 * @param source the old server, which must not share a folder with the new one
 * @throws TransactionError unless it is a folder that the source doesn't use
 */
export function readDestination(folder: string, at: string, source: InstanceFolder): InstanceFolder {
  const absence = absenceOf(at)
  if (absence !== undefined) {
    const isMissing = absence.says === missing
    const cure = isMissing ? 'Create it as the account that OpenCloud runs as, or correct' : 'Check'
    throw new TransactionError(`${folder} ${absence.says}. ${cure} the path.`)
  }
  assertNoThemesFolder(folder, at)
  const instance = readInstance(folder, at, [], true)
  const shared = sharedFolder(instance, source)
  if (shared !== undefined) {
    throw new TransactionError(
      `${folder} and the folder of the old server have ${shared} in common. Pass another folder with --to: the old one is only read.`,
    )
  }
  return instance
}

/** In a themes folder a migration would create a second one. */
function assertNoThemesFolder(folder: string, at: string): void {
  if (!isFolder(at) || ['web', 'themes', 'branding'].some((name) => isFolder(path.join(at, name)))) return
  const hasThemes = readdirSync(at).some((name) => existsSync(path.join(at, name, 'theme.json')))
  const web = path.join(at, 'web')
  if (hasThemes || path.basename(path.resolve(at)) === 'themes') {
    throw new TransactionError(
      `${folder} looks like a themes folder. Pass the data folder of OpenCloud, such as /var/lib/opencloud, or the web assets folder.`,
    )
  }
  if (lstatSync(web, { throwIfNoEntry: false })?.isFile()) {
    throw new TransactionError(`${web} is a file, where the folder of the web service belongs. Move it away.`)
  }
}

/** A folder of the source that is, contains, or is in a folder of the instance. */
function sharedFolder(instance: InstanceFolder, source: InstanceFolder): string | undefined {
  const own = foldersOf(instance)
  return foldersOf(source).find((folder) =>
    own.some((other) => isWithin(folder, other) || isWithin(other, folder) || isSameFolder(folder, other)),
  )
}

function foldersOf({ root, places }: InstanceFolder): string[] {
  return [...new Set([root, ...places.parts.map(({ at }) => at)])].filter((folder) => existsSync(folder))
}

const isWithin = (folder: string, other: string) => `${folder}${path.sep}`.startsWith(`${other}${path.sep}`)

/** A folder may be mounted at a second path. */
function isSameFolder(folder: string, other: string): boolean {
  const [a, b] = [statSync(folder, { bigint: true }), statSync(other, { bigint: true })]
  return a.ino !== 0n && a.ino === b.ino && a.dev === b.dev
}
