import path from 'node:path'
import { emptyInstance, type Instance } from '../../instance/instance.js'
import { planMigration } from '../../instance/migration.js'
import type { Plan, PlanOptions } from '../../instance/plan.js'
import { planTransfer } from '../../instance/transfer.js'
import type { Transfer } from '../../instance/transfer-draft.js'
import { openCloudNames } from '../../settings/across-products.js'
import { SettingsError } from '../../settings/error.js'
import { defaultOpenCloudTarget, isOwnCloudTarget, type TargetId, targetIds } from '../../targets/index.js'
import { readDestination } from '../instance/read-destination.js'
import type { InstanceFolder } from '../instance/read-instance.js'
import { contentOf } from '../put.js'
import { type KnownServer, newestTarget, readServer, reasonForNewFolder } from './known-server.js'

/** The folders of a migration. */
export interface Site {
  /** The instance that is changed. */
  readonly instance: InstanceFolder
  /** The instance that is only read, if another one. */
  readonly source?: InstanceFolder
  readonly plan: (options: PlanOptions) => Plan
}

const openCloudIds = targetIds.filter((id) => !isOwnCloudTarget(id))

/**
 * The release to migrate to. From oCIS to OpenCloud the server changes, and with it the folder.
 *
 * @throws RangeError for a target of oCIS with `to`, SettingsError where `to` is missing
 */
export function targetOfMigration(
  known: KnownServer,
  folder: string,
  to: string | undefined,
  named: TargetId | undefined,
): { target: TargetId; note?: string } {
  if (to !== undefined) {
    if (named === undefined) {
      const note = `The target is ${defaultOpenCloudTarget}, because --to is the folder of an OpenCloud server. Pass --target for another release (${openCloudIds.join(', ')}).`
      return { target: defaultOpenCloudTarget, note }
    }
    if (!isOwnCloudTarget(named)) return { target: named }
    throw new RangeError(
      `The option "to" is for a migration to OpenCloud (${openCloudIds.join(', ')}); to ${named} a server is migrated in its own folder.`,
    )
  }
  const chosen = named === undefined ? newestTarget(known, folder) : { target: named }
  const reason = reasonForNewFolder(known, folder, chosen.target)
  if (reason === undefined) return chosen
  throw new SettingsError(
    `${folder} belongs to oCIS, because ${reason}. Pass the data folder of the OpenCloud server with --to: the themes are converted into it, and ${folder} is only read.`,
  )
}

/**
 * Reads the folders of a migration.
 *
 * @throws NoInstanceError for a folder that isn't one of a server
 */
export function readSite(known: KnownServer, folder: string, to: string | undefined, target: TargetId): Site {
  if (to === undefined) {
    const { instance, ...beside } = readServer(folder, known, target)
    return { instance, plan: (options) => planMigration(instance, { ...options, ...beside }) }
  }
  const { source, planInto } = readSource(known, folder, target)
  const destination = readDestination(to, path.resolve(known.cwd, to), source)
  const isSame = (file: string, other: string) => {
    const [one, two] = [source.places.at(file), destination.places.at(other)].map(contentOf)
    return one != null && two != null && one.equals(two)
  }
  return { instance: destination, source, plan: (options) => planInto(destination, options, isSame) }
}

/**
 * Reads the folder of the old server only, for a plan that assumes an empty folder of the new one.
 *
 * @throws NoInstanceError for a folder that isn't one of a server
 */
export function readSourceSite(
  known: KnownServer,
  folder: string,
  target: TargetId,
): Pick<Site, 'instance' | 'plan'> {
  const { source, planInto } = readSource(known, folder, target)
  return { instance: source, plan: (options) => planInto(emptyInstance, options, () => false) }
}

function readSource(known: KnownServer, folder: string, target: TargetId) {
  const { variables, isWhole } = known.server
  const old = { ...known, server: withoutNewNames(known.server) }
  const { instance: source, unreachable } = readServer(folder, old, target)
  const planInto = (destination: Instance, options: PlanOptions, isSame: Transfer['isSame']) =>
    planTransfer({ source, destination, isSame }, { ...options, unreachable, variables, isWhole })
  return { source, planInto }
}

/** The settings without those for OpenCloud, which may be in the same file. */
function withoutNewNames(server: KnownServer['server']): KnownServer['server'] {
  const own = Object.entries(server.variables).filter(
    ([name]) => !openCloudNames.some(([, now]) => name === now),
  )
  return { ...server, variables: Object.fromEntries(own) }
}
