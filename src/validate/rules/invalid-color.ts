import { isColor } from '../../css/is-color.js'
import { ocis5, palette } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'invalid-color': { severity: 'warning', title: 'Invalid CSS colour' },
} as const satisfies Metas

export const invalidColor: ValueRule = {
  code: 'invalid-color',
  rank: 4,
  kinds: ['color'],
  isOfItsGroup: true,
  check(text) {
    if (isColor(text)) return undefined
    const value = text.trim()
    const cure = /^[\da-f]{3,8}$/i.test(value)
      ? `Write "#${value}".`
      : 'Write a colour such as "#0b4f4a", "rgb(11, 79, 74)" or "teal".'
    return `${quoted(text)} is not a CSS colour, so styles that use it have no effect. ${cure}`
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'invalid-color': {
    why: 'The client sets the value as a custom property, and every style that uses it has no effect: text without its colour, buttons without background.',
    since: ocis5,
    wrong: { change: { at: `${palette}/border`, value: '#12345' } },
    right: { change: { at: `${palette}/border`, value: '#123456' } },
  },
})
