import { isFontList } from '../../css/fonts.js'
import { ocis5 } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { ValueRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'invalid-font': { severity: 'warning', title: 'Invalid CSS font families' },
} as const satisfies Metas

export const invalidFont: ValueRule = {
  code: 'invalid-font',
  rank: 20,
  kinds: ['font'],
  check: (text) =>
    isFontList(text)
      ? undefined
      : `${quoted(text)} is not a CSS list of font families, so text shows in the default font of the browser. Put names with digits or punctuation in quotes, and commas between them, such as "'Source Sans 3', sans-serif".`,
}

export const description = (): Descriptions<typeof meta> => ({
  'invalid-font': {
    why: "One wrong name makes the whole list invalid, and text shows in the default font of the user's browser. A word of a name that starts with a digit needs quotes around the name; files and sizes are no names.",
    since: ocis5,
    wrong: {
      change: { at: '/clients/web/defaults/designTokens/fontFamily', value: 'Inter:wght@400, sans-serif' },
    },
    right: {
      change: { at: '/clients/web/defaults/designTokens/fontFamily', value: 'Inter, sans-serif' },
    },
  },
})
