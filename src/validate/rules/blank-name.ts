import type { Metas } from '../../findings/meta.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'blank-theme-name': { severity: 'warning', title: 'Theme without a name' },
} as const satisfies Metas

/** Users choose a theme by its name. */
export const blankName: DocumentRule = {
  codes: ['blank-theme-name'],
  rank: 5,
  for: 'accepted',
  check({ themes, target }, report) {
    const { titleKey } = target.choice
    themes.forEach((theme, index) => {
      const name = theme[titleKey]
      if (typeof name !== 'string' || name.trim() !== '') return
      report(
        'blank-theme-name',
        `/clients/web/themes/${index}/${titleKey}`,
        'The theme has no name, so the theme menu shows an empty line. Add a name, such as "Light Theme".',
      )
    })
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'blank-theme-name': {
    why: 'The theme menu shows an empty line for a theme without a name.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/1/name', value: ' ' } },
    right: { change: { at: '/clients/web/themes/1/name', value: 'Dark' } },
  },
})
