import { detectGeneration } from '../formats/detect-generation.js'
import { generationOfPart } from '../formats/families.js'
import type { Role } from '../formats/roles.js'
import { isObject } from '../json/value.js'
import { productOf } from '../targets/products.js'
import { liftFragments } from './lift-fragments.js'

/**
 * The product whose clients a document was written for.
 *
 * @returns `undefined` for a part of a theme that both products read alike, and for what is no theme
 */
export function productOfDocument(document: unknown, as: Role | undefined): string | undefined {
  if (!isObject(document)) return undefined
  const { generation } = detectGeneration(document, as)
  if (generation !== 'branding' && generation !== 'unknown') return productOf(generation)
  const part = generation === 'branding' ? document : liftFragments(document)?.document
  const found = part && generationOfPart(part, undefined)
  return found && productOf(found)
}
