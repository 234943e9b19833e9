import { planMigration } from '../../instance/migration.js'
import type { Plan, PlanOptions } from '../../instance/plan.js'
import { planTransfer } from '../../instance/transfer.js'
import { readDestination } from '../../node/instance/read-destination.js'
import type { InstanceFolder } from '../../node/instance/read-instance.js'
import { contentOf } from '../../node/put.js'
import type { ServerSettings } from '../../node/settings/read-settings.js'
import { defaultOpenCloudTarget, isOwnCloudTarget, type TargetId, targetIds } from '../../targets/index.js'
import type { Arguments } from '../arguments.js'
import { UsageError } from '../outcome.js'
import { chooseTarget, signsOf } from './choose-target.js'
import type { Surroundings } from './command.js'
import { readServer } from './migrate-options.js'

/** The folders of a migration. */
export interface Site {
  /** The instance that is changed. */
  readonly instance: InstanceFolder
  /** What the caller calls its folder. */
  readonly folder: string
  /** The instance that is only read, where that is another one. */
  readonly source?: InstanceFolder
  readonly plan: (options: PlanOptions) => Plan
}

/**
 * The release to migrate to. A server of OpenCloud is another one than that of oCIS, with a folder of its own.
 *
 * @throws UsageError where the folder of the new server is missing, or is one too many
 */
export function targetOfMigration(
  args: Arguments,
  server: ServerSettings,
  folder: string,
  surroundings: Surroundings,
): { target: TargetId; note?: string } {
  const to = args.text('to')
  if (to === '') throw new UsageError('--to is empty. Pass the data folder of the OpenCloud server.')
  const named = args.choice('target', targetIds)
  if (to !== undefined) {
    if (named === undefined) {
      const note = `The target is ${defaultOpenCloudTarget}, because --to is the folder of an OpenCloud server. Pass --target for another release (${openCloudIds.join(', ')}).`
      return { target: defaultOpenCloudTarget, note }
    }
    if (!isOwnCloudTarget(named)) return { target: named }
    throw new UsageError(
      `--to is for a migration to OpenCloud; to ${named} a server is migrated in its own folder. Leave --to out, or pass --target ${defaultOpenCloudTarget}.`,
    )
  }
  const chosen = chooseTarget(args, server, folder, surroundings)
  if (isOwnCloudTarget(chosen.target)) return chosen
  const signs = signsOf(server, folder, surroundings)
  const [first] = signs
  if (first === undefined || signs.some(({ isOpenCloud }) => isOpenCloud)) return chosen
  throw new UsageError(
    `${folder} is of oCIS, because ${first.reason}. Pass the data folder of the OpenCloud server with --to: the themes are converted into it, and ${folder} is only read.`,
  )
}

const openCloudIds = targetIds.filter((id) => !isOwnCloudTarget(id))

/**
 * Reads the folders of a migration.
 *
 * @throws NoInstanceError for folders of something else
 */
export function readSite(
  folder: string,
  to: string | undefined,
  server: ServerSettings,
  target: TargetId,
  surroundings: Surroundings,
): Site {
  const { instance: found, unreachable, mounts } = readServer(folder, server, target, surroundings)
  if (to === undefined) {
    const plan = (options: PlanOptions) => planMigration(found, { ...options, unreachable, mounts })
    return { instance: found, folder, plan }
  }
  const destination = readDestination(to, surroundings.place(to), found)
  const isSame = (file: string, other: string) => {
    const [one, two] = [found.places.at(file), destination.places.at(other)].map(contentOf)
    return one != null && two != null && one.equals(two)
  }
  const { variables, isWhole } = server
  const plan = (options: PlanOptions) =>
    planTransfer({ source: found, destination, isSame }, { ...options, unreachable, variables, isWhole })
  return { instance: destination, folder: to, source: found, plan }
}
