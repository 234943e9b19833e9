import type { DocumentRule } from '../rule.js'

/** The name is what users choose a theme by. */
export const blankName: DocumentRule = {
  codes: ['blank-theme-name'],
  for: 'accepted',
  check({ themes, target }, report) {
    const { titleKey } = target.choice
    themes.forEach((theme, index) => {
      const name = theme[titleKey]
      if (typeof name !== 'string' || name.trim() !== '') return
      report(
        'blank-theme-name',
        `/clients/web/themes/${index}/${titleKey}`,
        'The theme has no name, so the menu of themes shows an empty line. Give it one, such as "Light Theme".',
      )
    })
  },
}
