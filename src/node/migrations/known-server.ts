import path from 'node:path'
import { optionWords } from '../../findings/option-words.js'
import type { PlanOptions, WebConfiguration } from '../../instance/plan.js'
import {
  type ProductSign,
  signsOfFolder,
  signsOfInstance,
  signsOfSettings,
  targetBySigns,
} from '../../instance/product.js'
import { defined } from '../../json/defined.js'
import { isOpenCloud, productOfImage } from '../../settings/across-products.js'
import { misspeltOption } from '../../settings/client-options.js'
import { SettingsError } from '../../settings/error.js'
import { onHost } from '../../settings/folders.js'
import { isLinkVariable, isSet, settingsOf, webOptionsOf } from '../../settings/settings.js'
import { defaultOpenCloudTarget, defaultTarget, type TargetId, targetOf } from '../../targets/index.js'
import { type InstanceFolder, NoInstanceError, readInstance } from '../instance/read-instance.js'
import { mayBeThere } from '../is-there.js'
import { readInput } from '../read-file.js'
import { assetLayout } from '../settings/asset-layout.js'
import { webConfigOf } from '../settings/read-web-config.js'
import type { ServerSettings } from '../settings/settings-of-server.js'

/** The settings of a server, and the folder where relative paths start. */
export interface KnownServer {
  readonly server: ServerSettings
  readonly cwd: string
}

/** The options of the caller, beside the settings of the server. */
export interface CallerOptions extends Pick<PlanOptions, 'webOptions' | 'themeNames'> {
  /** The configuration of the web service, instead of the one that the settings name. */
  readonly webConfig?: WebConfiguration
}

/**
 * The options of a plan: those of the caller win over the settings of the server.
 *
 * @throws SettingsError for a web configuration that can't be read
 */
export function planOptionsOf(
  known: KnownServer,
  target: TargetId,
  { webConfig, webOptions, themeNames }: CallerOptions,
): PlanOptions {
  const { variables } = known.server
  const web = webConfig ?? configurationOf(known)
  return defined({
    target,
    settings: settingsOf(variables),
    webOptions: { ...webOptionsOf(variables), ...web?.options, ...webOptions },
    web,
    misspelt: misspeltLinks(known.server, web),
    themeNames,
  })
}

/** What to say of misspelt options that mean one of the links. */
function misspeltLinks(
  { variables, places = {} }: ServerSettings,
  web: WebConfiguration | undefined,
): string[] {
  const set = [
    ...Object.keys(variables).flatMap((variable) =>
      isSet(variables, variable) ? { variable, place: places[variable] } : [],
    ),
    ...(web?.settings ?? []).map(({ variable, key }) => ({ variable, place: `${key} in ${web?.file}` })),
  ]
  return set.flatMap(({ variable, place }) => {
    const said = misspeltOption(variable, place)
    return said !== undefined && isLinkVariable(said.meant) ? [said.message] : []
  })
}

/** The web configuration that the settings name; its links win over those of the variables. */
function configurationOf({ server, cwd }: KnownServer): WebConfiguration | undefined {
  const { configuration } = settingsOf(server.variables)
  if (configuration === undefined) return undefined
  const place = onHost(server, configuration)
  if (place !== undefined && 'path' in place && mayBeThere(path.resolve(cwd, place.path))) {
    const read = (file: string) => readInput(file, { cwd })
    return webConfigOf(place.path, { source: 'WEB_UI_CONFIG_FILE', mayLackOptions: true, read })
  }
  const problem = `WEB_UI_CONFIG_FILE is ${configuration}, which is not here. Pass it with ${optionWords('web-config')}: it may have links to keep.`
  return { file: configuration, options: {}, problem }
}

/**
 * Reads an instance, with the parts of its assets that the settings put elsewhere.
 *
 * @param mayBeNew whether it may be a data folder without web assets
 * @returns the instance, the parts that can't be read, and what is mounted into the container of the server
 * @throws NoInstanceError unless it is the folder of an instance
 */
export function readServer(
  folder: string,
  { server, cwd }: KnownServer,
  target: TargetId,
  mayBeNew = false,
): { instance: InstanceFolder } & Required<Pick<PlanOptions, 'unreachable' | 'mounts'>> {
  const at = path.resolve(cwd, folder)
  const readsThemesFolder = targetOf(target).servedAssets !== ''
  const { parts, unreachable, mounts } = assetLayout(server, at, readsThemesFolder, cwd)
  return {
    instance: readInstance(folder, at, parts, mayBeNew),
    unreachable: [...unreachable, ...(server.unseen ?? [])],
    mounts,
  }
}

/**
 * The newest release of the product that a server runs.
 *
 * @param folder the data folder, if known
 * @param from the current release, if known
 * @returns the target, with the reason where it isn't the default
 * @throws SettingsError where there is evidence for both products
 */
export function newestTarget(
  known: KnownServer,
  folder: string | undefined,
  from?: string,
): { target: TargetId; note?: string } {
  const signs = [
    ...(from === undefined ? [] : [{ isOpenCloud: isOpenCloud(from), reason: `--from is ${from}` }]),
    ...signsOf(known, folder),
  ]
  const choice = targetBySigns(signs, defaultTarget, defaultOpenCloudTarget)
  if ('problem' in choice) throw new SettingsError(choice.problem)
  // A release given with --from needs no explanation.
  return from === undefined ? choice : { target: choice.target }
}

/**
 * Why a migration needs the folder of another server: the target is OpenCloud, but the folder belongs to oCIS.
 *
 * @param from the current release, if known: it decides
 * @returns the evidence for oCIS, without a full stop; `undefined` for a migration in the same folder
 */
export function reasonForNewFolder(
  known: KnownServer,
  folder: string,
  target: TargetId,
  from?: string,
): string | undefined {
  if (!isOpenCloud(target)) return undefined
  if (from !== undefined) return isOpenCloud(from) ? undefined : `--from is ${from}`
  const signs = signsOf(known, folder)
  return signs.some((sign) => sign.isOpenCloud) ? undefined : signs[0]?.reason
}

/**
 * Whether the target is oCIS, but the folder belongs to OpenCloud.
 *
 * @param from the current release, if known: it decides
 */
export function isReturnToOcis(known: KnownServer, folder: string, target: TargetId, from?: string): boolean {
  if (isOpenCloud(target)) return false
  if (from !== undefined) return isOpenCloud(from)
  return signsOf(known, folder).some((sign) => sign.isOpenCloud)
}

/** Whether a server is known to be one of OpenCloud. */
export function isOpenCloudServer(known: KnownServer, folder: string | undefined): boolean {
  const signs = signsOf(known, folder)
  return signs.length > 0 && signs.every((sign) => sign.isOpenCloud)
}

/** The evidence for the product of a server. */
function signsOf(known: KnownServer, folder: string | undefined): ProductSign[] {
  return [...signsOfServer(known.server), ...(folder === undefined ? [] : signsBelow(folder, known))]
}

function signsOfServer({ variables, image = '', mounts }: ServerSettings): ProductSign[] {
  const { theme = '' } = settingsOf(variables)
  const product = productOfImage(image)
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

function signsBelow(folder: string, known: KnownServer): ProductSign[] {
  try {
    const { instance } = readServer(folder, known, defaultTarget)
    return [...signsOfInstance(instance), ...signsOfFolder(instance.root)]
  } catch (error) {
    // Reading the folder for the migration reports the reason.
    if (error instanceof NoInstanceError) return signsOfFolder(folder)
    throw error
  }
}
