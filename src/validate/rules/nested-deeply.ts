import type { Json } from '../../document/json.js'
import type { Pointer } from '../../document/pointer.js'
import type { DocumentRule } from '../rule.js'
import { walk } from '../walk.js'

const MAX_LEVELS = 32

/** Clients and servers walk through the file by recursion. */
export const nestedDeeply: DocumentRule = {
  codes: ['nested-deeply'],
  for: 'any',
  check({ document, structure }, report) {
    if (structure().depth <= MAX_LEVELS) return
    report(
      'nested-deeply',
      deepestBelow(document),
      `From here on, objects and lists are nested more than ${MAX_LEVELS} levels deep. No theme needs more than eight; remove what is below.`,
    )
  },
}

/** The first object or list that is nested deeper than that; depth first, as one reads the text. */
function deepestBelow(document: Json): Pointer {
  let found: Pointer | undefined
  walk(document, '', 1, (pointer, depth, _, value) => {
    if (depth > MAX_LEVELS && typeof value === 'object' && value !== null) found ??= pointer
    return found === undefined
  })
  return found ?? ''
}
