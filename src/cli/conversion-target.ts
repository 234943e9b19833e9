import path from 'node:path'
import { productOfDocument } from '../convert/product-of-document.js'
import type { Role } from '../formats/roles.js'
import type { ReadTheme } from '../node/read-themes.js'
import { defaultOpenCloudTarget, defaultTarget, type TargetId } from '../targets/index.js'
import { openCloudWeb, ownCloudWeb } from '../targets/products.js'
import type { Surroundings } from './commands/command.js'

/** The target of a conversion, with the product of the file where nobody chose the target. */
export interface ChosenTarget {
  readonly target: TargetId
  readonly product?: string
}

/** The target of a conversion, or why it has to be chosen. */
export type ConversionTarget = ChosenTarget | { readonly problem: string }

/**
 * Chooses the newest release of the product that a file is for, so that no conversion crosses products unasked. Where the
 * folder belongs to the other product, it chooses none.
 *
 * @param place the absolute path; `undefined` for standard input
 */
export async function targetOfFile(
  { file, text, document }: ReadTheme,
  as: Role | undefined,
  place: string | undefined,
  { place: placeOf }: Pick<Surroundings, 'place'>,
): Promise<ConversionTarget> {
  const product = productOfDocument(document, as)
  if (product === openCloudWeb.product) return { target: defaultOpenCloudTarget, product }
  const reason = place === undefined ? undefined : await openCloudFolder(place, text, placeOf('.'))
  if (reason === undefined) return { target: defaultTarget, product: ownCloudWeb.product }
  if (product === undefined) return { target: defaultOpenCloudTarget, product: openCloudWeb.product }
  return {
    problem: `${file} is a theme for ${product}, but its folder is one of OpenCloud: ${reason}. Pass --target: ${defaultOpenCloudTarget} converts it for OpenCloud, ${defaultTarget} for oCIS.`,
  }
}

/** Why the themes folder of a file is one of OpenCloud. Other folders don't load the code that looks around. */
async function openCloudFolder(place: string, text: string, cwd: string): Promise<string | undefined> {
  if (path.basename(path.dirname(path.dirname(place))) !== 'themes') return undefined
  const { ThemeFolders } = await import('../node/product-of-folder.js')
  return new ThemeFolders(cwd).openCloudReason(place, text)
}
