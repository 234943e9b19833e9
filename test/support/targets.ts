import { type TargetId, targets } from '../../src/index.js'
import type { OwnCloudTargetId } from '../../src/targets/index.js'

/** Every target of ownCloud, oldest first. */
export const conversionTargets = Object.values(targets)
  .filter(({ family }) => family.generation === 'current')
  .map(({ id }) => id as OwnCloudTargetId)

/** Every target of OpenCloud, oldest first. */
export const openCloudTargets = Object.values(targets)
  .filter(({ family }) => family.generation === 'opencloud')
  .map(({ id }) => id as Exclude<TargetId, OwnCloudTargetId>)

/** Every target. */
export const allTargets: readonly TargetId[] = [...conversionTargets, ...openCloudTargets]

/** The targets of ownCloud from one on. */
export function targetsFrom(first: OwnCloudTargetId): readonly OwnCloudTargetId[] {
  return conversionTargets.slice(conversionTargets.indexOf(first))
}

/** The targets whose servers read a branding file, but where a theme's own logo hides it. */
export const targetsThatHideBranding: readonly TargetId[] = conversionTargets.filter(
  (id) => targets[id].readsBranding && targets[id].brandingSlots.length === 0,
)
