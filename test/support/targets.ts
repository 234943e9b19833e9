import { type ConversionTargetId, type TargetId, targets } from '../../src/index.js'

/** Every target that themes can be converted to, oldest first. */
export const conversionTargets = Object.values(targets)
  .filter(({ family }) => family.generation === 'current')
  .map(({ id }) => id as ConversionTargetId)

/** The targets of ownCloud from one on. */
export function targetsFrom(first: ConversionTargetId): readonly ConversionTargetId[] {
  return conversionTargets.slice(conversionTargets.indexOf(first))
}

/** The targets whose servers read a branding file but write it into no theme's own logo. */
export const targetsThatHideBranding: readonly TargetId[] = conversionTargets.filter(
  (id) => targets[id].readsBranding && targets[id].brandingSlots.length === 0,
)
