import { isLength, lacksUnit } from '../../css/lengths.js'
import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'invalid-length': { severity: 'warning', title: 'Invalid CSS length' },
} as const satisfies Metas

export const invalidLength: ValueRule = {
  code: 'invalid-length',
  rank: 5,
  kinds: ['length'],
  isOfItsGroup: true,
  check(text) {
    if (isLength(text)) return undefined
    const cure = lacksUnit(text)
      ? `Add a unit: "${text.trim()}px".`
      : 'Write a length such as "16px" or "1.125rem".'
    return `${quoted(text)} is not a CSS length, so styles that use it have no effect. ${cure}`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'invalid-length': {
    why: 'The client sets the value as a custom property, and every style that uses it has no effect. Usually the unit is missing.',
    since: ocis5,
    wrong: { change: { at: '/clients/web/defaults/designTokens/spacing/medium', value: '16' } },
    right: { change: { at: '/clients/web/defaults/designTokens/spacing/medium', value: '16px' } },
  },
})
