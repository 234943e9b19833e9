import { defaultTarget, type TargetId } from '../../index.js'
import {
  type ProductSign,
  signsOfFolder,
  signsOfInstance,
  signsOfSettings,
  targetBySigns,
} from '../../instance/product.js'
import { NoInstanceError } from '../../node/instance/read-instance.js'
import type { ServerSettings } from '../../node/settings/read-settings.js'
import { settingsOf } from '../../settings/settings.js'
import { defaultOpenCloudTarget, targetIds } from '../../targets/index.js'
import type { Arguments } from '../arguments.js'
import { UsageError } from '../outcome.js'
import type { Surroundings } from './command.js'
import { readServer } from './migrate-options.js'

/**
 * The target that is named, else the newest release of the product that the server is of.
 *
 * @param folder the data folder, where it is known
 * @param from the release of today, where it is known
 * @returns the target, with a sentence about it where it isn't the usual one
 * @throws UsageError where there is evidence for both products
 */
export function chooseTarget(
  args: Arguments,
  server: ServerSettings,
  folder: string | undefined,
  surroundings: Surroundings,
  from?: string,
): { target: TargetId; note?: string } {
  const named = args.choice('target', targetIds)
  if (named !== undefined) return { target: named }
  const signs = [
    ...(from === undefined
      ? []
      : [{ isOpenCloud: from.startsWith('opencloud'), reason: `--from is ${from}` }]),
    ...signsOf(server, folder, surroundings),
  ]
  const choice = targetBySigns(signs, defaultTarget, defaultOpenCloudTarget)
  if ('problem' in choice) throw new UsageError(choice.problem)
  // A release given with --from needs no explanation.
  return from === undefined ? choice : { target: choice.target }
}

/** What tells which product a server is of. */
export function signsOf(
  server: ServerSettings,
  folder: string | undefined,
  surroundings: Surroundings,
): ProductSign[] {
  return [...signsOfServer(server), ...(folder === undefined ? [] : signsBelow(folder, server, surroundings))]
}

function signsOfServer({ variables, image = '', mounts }: ServerSettings): ProductSign[] {
  const { theme = '' } = settingsOf(variables)
  const product = /(?:^|\/)(opencloud|ocis)(?:-rolling|-production)?(?::|@|$)/.exec(image)?.[1]
  return [
    ...(product === undefined
      ? []
      : [{ isOpenCloud: product === 'opencloud', reason: `its image is ${image}` }]),
    ...signsOfSettings(variables),
    ...(/^\/themes\/opencloud\//.test(theme)
      ? [{ isOpenCloud: true, reason: `WEB_UI_THEME_PATH is ${theme}` }]
      : []),
    ...mounts.flatMap(({ target }) => signsOfFolder(target)),
  ]
}

function signsBelow(folder: string, server: ServerSettings, surroundings: Surroundings): ProductSign[] {
  try {
    const { instance } = readServer(folder, server, defaultTarget, surroundings)
    return [...signsOfInstance(instance), ...signsOfFolder(instance.root)]
  } catch (error) {
    // The check of the folder reports what is wrong with it.
    if (error instanceof NoInstanceError) return signsOfFolder(folder)
    throw error
  }
}
