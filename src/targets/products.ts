import type { Generation } from '../formats/generations.js'
import type { Family } from './target.js'

export const ownCloudWeb: Family = {
  product: 'ownCloud Web',
  generation: 'current',
  shownInstead: 'its stock theme instead',
}

export const openCloudWeb: Family = {
  product: 'OpenCloud',
  generation: 'opencloud',
  shownInstead: 'only "missing or invalid config"',
}

/** The family whose current clients read files of a generation, if any do. */
export function familyReading(generation: Generation): Family | undefined {
  return [ownCloudWeb, openCloudWeb].find((family) => family.generation === generation)
}

/** The product whose clients read, or once read, files of a generation. */
export function productOf(generation: Generation): string {
  return (familyReading(generation) ?? ownCloudWeb).product
}
