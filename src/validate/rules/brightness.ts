import { isShown } from '../../targets/modes.js'
import { nameOf } from '../layers.js'
import type { DocumentRule } from '../rule.js'

/** Without a choice of the user, clients take the first theme that fits the system's preference. */
export const brightness: DocumentRule = {
  codes: ['no-dark-theme', 'no-light-theme'],
  for: 'accepted',
  check({ themes, target }, report) {
    const shown = target.modes.includes('vault') ? themes.filter(isShown) : themes
    const [firstShown] = shown
    if (firstShown === undefined) return
    const first = nameOf(firstShown, themes.indexOf(firstShown), target)
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
