import { hostileKeys } from '../../document/structure.js'
import type { DocumentRule } from '../rule.js'
import { walk } from '../walk.js'

/** Names that mean something else on every object: clients lose such keys, and careless programs run into them. */
export const hostileKey: DocumentRule = {
  codes: ['hostile-key'],
  for: 'any',
  check({ document, structure }, report) {
    if (!structure().hasHostileKey) return
    walk(document, '', 1, (pointer, _, key) => {
      if (key === undefined || !hostileKeys.has(key)) return true
      report(
        'hostile-key',
        pointer,
        `The key ${JSON.stringify(key)} means something else on every JavaScript object: clients drop it, and careless programs are attacked by it. Give it another name, or delete it.`,
      )
      return false
    })
  },
}
