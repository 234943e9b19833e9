import type { Generation, GenerationDetection } from '../formats/generations.js'
import { isPart } from '../formats/parts.js'
import { schemaDiagnostics } from '../formats/schema-findings.js'
import type { JsonObject } from '../json/value.js'
import type { Target } from '../targets/target.js'

/** The generation of the part of a mixture that clients read, while they ignore the rest; `undefined` if that is not clear. */
export function partRead(
  { generation, candidates }: GenerationDetection,
  target: Target,
  document: JsonObject,
): Generation | undefined {
  if (candidates.join() === 'current,flat' && !isPart(document)) return 'current'
  // Keys of the other product, and single groups of an old theme, are unknown keys in a file that the target accepts.
  const isOfThemes = candidates.every((one) => one === 'current' || one === 'opencloud' || one === 'flat')
  if (generation !== 'mixed' || !isOfThemes) return undefined
  const [wrong] = schemaDiagnostics(target.check, document, target.serverValues)
  return wrong === undefined ? target.family.generation : undefined
}
