import type { Metas } from '../../findings/meta.js'
import { quoted } from '../../json/quoted.js'
import type { JsonObject } from '../../json/value.js'
import { modeOf } from '../../targets/modes.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'duplicate-theme-name': { severity: 'warning', title: 'Duplicate theme name' },
} as const satisfies Metas

/** The client finds the chosen theme by its name. */
export const uniqueNames: DocumentRule = {
  codes: ['duplicate-theme-name'],
  rank: 4,
  isNeeded: true,
  for: 'accepted',
  check({ themes, target }, report) {
    const { titleKey } = target.choice
    const first = new Map<string, number>()
    themes.forEach((theme, index) => {
      const scope = target.uniqueNames === 'mode' ? modeOf(theme) : ''
      const key = `${scope} ${String(theme[titleKey])}`
      // A blank name is a finding of its own.
      if (String(theme[titleKey] ?? '').trim() === '') return
      const taken = first.get(key)
      if (taken === undefined) first.set(key, index)
      else {
        // From Web 12.4 on, themes of different modes may have the same name.
        const isOtherMode = modeOf(theme) !== modeOf(themes[taken] as JsonObject)
        const why = isOtherMode
          ? `${target.title} knows no modes (Web 12.4 was the first) and lists both. `
          : ''
        report(
          'duplicate-theme-name',
          `/clients/web/themes/${index}/${titleKey}`,
          `/clients/web/themes/${taken} has the name ${quoted(theme[titleKey])} too, so the browser can't remember this choice. ${why}Rename one of them.`,
          [{ message: 'Same name', pointer: `/clients/web/themes/${taken}/${titleKey}` }],
        )
      }
    })
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'duplicate-theme-name': {
    why: "Clients store the user's choice by the name of the theme. Of two themes with the same name they find the first.",
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/1/name', value: 'Light' } },
    right: { change: { at: '/clients/web/themes/1/name', value: 'Dark' } },
  },
})
