import { isEqualJson, type JsonObject } from '../../document/json.js'
import { resolve } from '../../resolve/resolve.js'
import { modeOf } from '../../targets/modes.js'
import { effectiveToken, tokenGroup } from '../layers.js'
import type { DocumentRule, Subject } from '../rule.js'

/** Nearly all themes that look different differ in one of these, by group. */
const telling = [
  ['colorPalette', ['background-default', 'text-default', 'swatch-brand-default', 'swatch-primary-default']],
  ['roles', ['surface', 'primary']],
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
      let key: string = target.modes.includes('vault') ? modeOf(theme) : ''
      for (const [group, tokens] of telling) {
        const inTheme = tokenGroup(theme, group)
        const inDefaults = tokenGroup(defaults, group)
        for (const token of tokens) key += ` ${effectiveToken(inTheme, inDefaults, token)}`
      }
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

function looksTheSame({ document, target }: Subject, first: number, second: number): boolean {
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
