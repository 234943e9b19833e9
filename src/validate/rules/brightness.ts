import { isShown } from '../../targets/modes.js'
import type { DocumentRule } from '../rule.js'

/** Without a choice of the user, clients take the first theme that fits the system's preference. */
export const brightness: DocumentRule = {
  codes: ['no-dark-theme', 'no-light-theme'],
  for: 'accepted',
  check({ themes, target }, report) {
    const shown = target.modes.includes('vault') ? themes.filter(isShown) : themes
    if (shown.length === 0) return
    const first = JSON.stringify(shown[0]?.[target.choice.titleKey] ?? '')
    if (!shown.some(({ isDark }) => isDark === true)) {
      report(
        'no-dark-theme',
        '/clients/web/themes',
        `No theme has "isDark": true; people whose system prefers dark see ${first}. Add a dark theme if that is not meant.`,
      )
    } else if (!shown.some(({ isDark }) => isDark === false)) {
      report(
        'no-light-theme',
        '/clients/web/themes',
        `No theme has "isDark": false; people whose system prefers light see ${first}. Add a light theme if that is not meant.`,
      )
    }
  },
}
