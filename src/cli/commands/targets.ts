import { type TargetId, targets } from '../../index.js'
import { isConversionTarget } from '../../targets/index.js'

/** Every target. */
export const allTargets = Object.keys(targets) as TargetId[]

/** The targets that themes can be converted to. */
export const conversionTargets = allTargets.filter(isConversionTarget)
