import { isEqualJson, type JsonObject } from '../../document/json.js'
import { resolve } from '../../resolve/resolve.js'
import { modeOf } from '../../targets/modes.js'
import { effectiveText } from '../layers.js'
import type { AcceptedSubject, DocumentRule } from '../rule.js'

/** Nearly all themes that look different differ in one of these. */
const telling = [
  ['designTokens', 'colorPalette', 'background-default'],
  ['designTokens', 'colorPalette', 'text-default'],
  ['designTokens', 'colorPalette', 'swatch-brand-default'],
  ['designTokens', 'colorPalette', 'swatch-primary-default'],
  ['designTokens', 'roles', 'surface'],
  ['designTokens', 'roles', 'primary'],
] as const

/** Two entries in the menu of themes that show the same are probably a copy that somebody meant to change. */
export const sameLook: DocumentRule = {
  codes: ['same-look'],
  for: 'accepted',
  check(subject, report) {
    const { themes, target, defaults } = subject
    if (themes.length < 2) return
    const alike = new Map<string, number>()
    themes.forEach((theme, index) => {
      const key = [
        target.modes.includes('vault') ? modeOf(theme) : '',
        ...telling.map((path) => effectiveText(defaults, theme, index, path)?.text ?? ''),
      ].join('\n')
      const other = alike.get(key)
      if (other === undefined) alike.set(key, index)
      else if (looksTheSame(subject, other, index)) {
        const name = JSON.stringify(themes[other]?.[target.choice.titleKey] ?? '')
        report(
          'same-look',
          `/clients/web/themes/${index}`,
          `This theme shows exactly what ${name} (/clients/web/themes/${other}) shows. Change its colours, or delete it.`,
          [{ message: 'The same look stands here.', pointer: `/clients/web/themes/${other}` }],
        )
      }
    })
  },
}

function looksTheSame({ document, target }: AcceptedSubject, first: number, second: number): boolean {
  const [one, two] = [first, second].map((theme) => {
    const { theme: shown = {} } = resolve(document, {
      target: target.id,
      theme,
      provenance: false,
      properties: false,
    })
    const { name: _, label: __, isDark: ___, mode: ____, ...look } = shown
    return look as JsonObject
  }) as [JsonObject, JsonObject]
  return isEqualJson(one, two)
}
