import { detectGeneration } from '../formats/detect-generation.js'
import { openCloudReasons, ownCloudReasons } from '../formats/families.js'
import { isLegacy } from '../formats/generations.js'
import { isObject } from '../json/value.js'
import type { Environment } from '../settings/settings.js'
import { type TargetId, targetIds, targetOf } from '../targets/index.js'
import type { Instance } from './instance.js'
import { isBackup } from './inventory.js'

/** Evidence for the product of a server. */
export interface ProductSign {
  readonly isOpenCloud: boolean
  /** A sentence without a full stop. */
  readonly reason: string
}

/** The default theme of each product. */
const ownTheme = /(?:^|\/)themes\/(opencloud|owncloud)\/theme\.json$/
/** The usual name of each product's data folder. */
const dataFolder = /(?:^|[/\\])\.?(opencloud|ocis)$/

/** The evidence of the name and the content of a theme or branding file. */
export function signsOfFile(file: string, document: unknown): ProductSign[] {
  const name = ownTheme.exec(file)?.[1]
  const place =
    name === undefined
      ? []
      : [{ isOpenCloud: name === 'opencloud', reason: `${file} is the default theme of ${nameOf(name)}` }]
  const content = signOfContent(document)
  return content === undefined ? place : [...place, { ...content, reason: `${file}: ${content.reason}` }]
}

/** The evidence of a document; `undefined` for one that both products could have. */
export function signOfContent(document: unknown): ProductSign | undefined {
  if (!isObject(document)) return undefined
  const plain = (reason: string) => reason.replace(/\.$/, '')
  const [openCloud] = openCloudReasons(document)
  if (openCloud !== undefined) return { isOpenCloud: true, reason: plain(openCloud) }
  const [ownCloud] = ownCloudReasons(document)
  if (ownCloud !== undefined) return { isOpenCloud: false, reason: plain(ownCloud) }
  const { generation } = detectGeneration(document)
  return isLegacy(generation)
    ? { isOpenCloud: false, reason: `its shape (${generation}) is one of early releases of ownCloud Web` }
    : undefined
}

/** The evidence of the name of a data folder. */
export function signsOfFolder(folder: string): ProductSign[] {
  const name = dataFolder.exec(folder)?.[1]
  if (name === undefined) return []
  return [{ isOpenCloud: name === 'opencloud', reason: `${folder} is the data folder of ${nameOf(name)}` }]
}

const nameOf = (name: string) => (name === 'opencloud' ? 'OpenCloud' : 'oCIS')

/** The evidence of the files in an assets folder. */
export function signsOfInstance({ themes, branding }: Instance): ProductSign[] {
  // A copy may be of a time before the server had this product.
  const signs = themes.flatMap(({ path, document }) => (isBackup(path) ? [] : signsOfFile(path, document)))
  // An OpenCloud server may still have the branding file of oCIS, so the themes decide.
  if (branding === undefined || signs.some(({ isOpenCloud }) => isOpenCloud)) return signs
  return [...signs, ...signsOfFile(branding.path, branding.document)]
}

/** Whether an assets folder is one of OpenCloud: there is evidence for it, and none for oCIS. */
export function isOfOpenCloud(instance: Instance): boolean {
  const signs = signsOfInstance(instance)
  return signs.length > 0 && signs.every((sign) => sign.isOpenCloud)
}

/** The evidence of the settings of a server. */
export function signsOfSettings(variables: Environment): ProductSign[] {
  const set = Object.keys(variables).filter((name) => (variables[name] ?? '') !== '')
  const first = (prefix: string) => set.find((name) => name.startsWith(prefix))
  return [
    { isOpenCloud: true, name: first('OC_') },
    { isOpenCloud: false, name: first('OCIS_') },
  ].flatMap(({ isOpenCloud, name }) =>
    name === undefined ? [] : [{ isOpenCloud, reason: `the settings have ${name}` }],
  )
}

/** The target by the evidence, or the problem where there is evidence for both products. */
export type TargetChoice =
  | { readonly target: TargetId; readonly note?: string }
  | { readonly problem: string }

/**
 * Chooses the newest release of a server's product by all evidence. Where there is evidence for both products, it chooses
 * none.
 */
export function targetBySigns(
  signs: readonly ProductSign[],
  ownCloud: TargetId,
  openCloud: TargetId,
): TargetChoice {
  const forOpenCloud = signs.find(({ isOpenCloud }) => isOpenCloud)
  const forOwnCloud = signs.find(({ isOpenCloud }) => !isOpenCloud)
  if (forOpenCloud === undefined) return { target: ownCloud }
  const ofProduct = (isOpenCloud: boolean) =>
    targetIds.filter((id) => (targetOf(id).family.generation === 'opencloud') === isOpenCloud).join(', ')
  if (forOwnCloud === undefined) {
    return {
      target: openCloud,
      note: `This server is OpenCloud, because ${forOpenCloud.reason}. The target is its newest known client, ${openCloud}: targets are releases of OpenCloud Web, whose numbers differ from the server's. Pass --target for another release (${ofProduct(true)}, or ${ofProduct(false)}).`,
    }
  }
  return {
    problem: `Pass --target: this may be oCIS, because ${forOwnCloud.reason}, or OpenCloud, because ${forOpenCloud.reason}. For oCIS pass ${ofProduct(false)}; for OpenCloud ${ofProduct(true)}.`,
  }
}
