import { nested, ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import type { Pointer } from '../../json/pointer.js'
import type { Json } from '../../json/value.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'
import { walk } from '../walk.js'

const MAX_LEVELS = 32

export const meta = {
  'nested-deeply': { severity: 'warning', title: 'Deep nesting' },
} as const satisfies Metas

/** Clients and servers read the file recursively. */
export const nestedDeeply: DocumentRule = {
  codes: ['nested-deeply'],
  rank: 17,
  for: 'any',
  check({ document, structure }, report) {
    if (structure().depth <= MAX_LEVELS) return
    report(
      'nested-deeply',
      deepestBelow(document),
      `Objects and lists are nested more than ${MAX_LEVELS} levels deep here. Themes need at most eight levels: remove the deeper ones.`,
    )
  },
}

/** The first object or list in the text that is nested too deeply. */
function deepestBelow(document: Json): Pointer {
  let found: Pointer | undefined
  walk(document, '', 1, (pointer, depth, _, value) => {
    if (depth > MAX_LEVELS && typeof value === 'object' && value !== null) found ??= pointer
    return found === undefined
  })
  return found as Pointer
}

export const description = (): Descriptions<typeof meta> => ({
  'nested-deeply': {
    why: 'Servers and clients read the file recursively. Themes need at most eight levels.',
    since: ocis5,
    wrong: { change: { at: '/clients/ios', value: nested(31) } },
    right: { change: { at: '/clients/ios', value: nested(2) } },
  },
})
