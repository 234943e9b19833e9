import { type ConversionTargetId, targets } from '../../index.js'

/** The targets that themes can be converted to. */
export const conversionTargets = (Object.keys(targets) as (keyof typeof targets)[]).filter(
  (id): id is ConversionTargetId => targets[id].family.generation === 'current',
)
