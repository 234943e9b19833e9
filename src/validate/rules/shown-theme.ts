import { isShown } from '../../targets/modes.js'
import type { DocumentRule } from '../rule.js'

/** Web 8.0 shows its error page without a theme, Web 9 and later mount nothing. */
export const shownTheme: DocumentRule = {
  codes: ['no-theme'],
  for: 'accepted',
  check({ themes, target }, report) {
    if (target.modes.includes('vault') ? themes.some(isShown) : themes.length > 0) return
    const what =
      themes.length === 0
        ? 'The list of themes is empty'
        : 'All themes are for the vault, which clients leave out of the normal pages'
    report(
      'no-theme',
      '/clients/web/themes',
      `${what}: ${target.title} would show nothing at all. Add at least one theme, such as { "isDark": false, "name": "Light Theme" }.`,
    )
  },
}
