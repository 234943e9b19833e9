import { LARGE_TEXT_CONTRAST, ratioText } from '../../css/colors.js'
import { palette } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import { designColor } from '../../targets/design-colors.js'
import { ratioOf } from '../contrast-ratio.js'
import { effectiveToken, nameOf, tokenGroup } from '../layers.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'hover-unreadable': { severity: 'warning', title: 'Button unreadable under the pointer' },
} as const satisfies Metas

/** Without these tokens a hovered button has no background; reported if its text is unreadable then. */
export const hoverUnreadable: DocumentRule = {
  codes: ['hover-unreadable'],
  rank: 23,
  for: 'accepted',
  check({ themes, defaults, target }, report) {
    for (const { group, button, hover, look, text, below } of target.withoutHover) {
      const inDefaults = tokenGroup(defaults, group)
      for (const [index, theme] of themes.entries()) {
        const inTheme = tokenGroup(theme, group)
        const token = (name: string) => effectiveToken(inTheme, inDefaults, name)
        const missing = hover.filter((name) => token(name) === undefined)
        const own = look.find((name) => token(name) !== undefined)
        if (missing.length === 0 || own === undefined) continue
        // The design system has a value for each of the two.
        const [front, back] = [text, below].map(
          (name) => token(name) ?? designColor(target, group, name),
        ) as [string, string]
        const ratio = ratioOf(front, back, 'white')
        if (ratio === undefined || ratio >= LARGE_TEXT_CONTRAST) continue
        const layer = Object.hasOwn(inTheme ?? {}, own)
          ? `/clients/web/themes/${index}`
          : '/clients/web/defaults'
        report(
          'hover-unreadable',
          `${layer}/designTokens/${group}/${own}`,
          `The theme ${nameOf(theme, index, target)} has no ${missing.map((name) => quoted(name)).join(' and no ')}, which ${missing.length === 1 ? 'has' : 'have'} no default: ${/^[aeiou]/.test(button) ? 'an' : 'a'} ${button} under the pointer loses its background, and its text ${quoted(front)} has a contrast of ${ratioText(ratio)} on the page. Add ${missing.length === 1 ? 'it' : 'them'}.`,
        )
        // Other themes usually have the same mistake.
        break
      }
    }
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'hover-unreadable': {
    why: 'The tokens for the background of these buttons under the pointer have no default. Without them the button is transparent there, while its text keeps the colour that was meant for the background.',
    since: 'ownCloud Web 12.5 (oCIS 8.1)',
    wrong: { change: { at: `${palette}/swatch-primary-default`, value: '#0b4f4a' } },
    right: {
      change: {
        at: palette,
        value: {
          'background-default': '#ffffff',
          'text-default': '#12302c',
          'swatch-primary-default': '#0b4f4a',
          'swatch-primary-contrast': '#ffffff',
          'swatch-primary-muted-hover': '#083b37',
          'swatch-primary-gradient-hover': '#083b37',
        },
      },
    },
  },
})
