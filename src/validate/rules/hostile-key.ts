import { ocis5, palette } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import { hostileKeys } from '../../json/structure.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'
import { walk } from '../walk.js'

export const meta = {
  'hostile-key': { severity: 'warning', title: 'Key with a special meaning in JavaScript', part: 'key' },
} as const satisfies Metas

/** Keys with a special meaning on every JavaScript object: clients lose them, and unsafe programs can be attacked. */
export const hostileKey: DocumentRule = {
  codes: ['hostile-key'],
  rank: 16,
  for: 'any',
  check({ document, structure }, report) {
    if (!structure().hasHostileKey) return
    walk(document, '', 1, (pointer, _, key) => {
      if (key === undefined || !hostileKeys.has(key)) return true
      report(
        'hostile-key',
        pointer,
        `The key ${quoted(key)} has a special meaning on every JavaScript object. Clients drop it, and unsafe programs can be attacked with it. Rename it, or delete it.`,
      )
      return false
    })
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'hostile-key': {
    why: 'These names have a special meaning on every JavaScript object. Clients drop such keys; in programs that copy objects carelessly they can change all other objects (prototype pollution).',
    since: ocis5,
    wrong: { change: { at: `${palette}/constructor`, value: '#0b4f4a' } },
    right: { change: { at: `${palette}/border`, value: '#0b4f4a' } },
  },
})
