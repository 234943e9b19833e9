import type { Metas } from '../../findings/meta.js'
import { isShown } from '../../targets/modes.js'
import { nameOf } from '../layers.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'no-dark-theme': { severity: 'info', title: 'No dark theme' },
  'no-light-theme': { severity: 'info', title: 'No light theme' },
} as const satisfies Metas

/** Unless the user has chosen a theme, clients show the first one that fits the system's preference. */
export const brightness: DocumentRule = {
  codes: ['no-dark-theme', 'no-light-theme'],
  rank: 7,
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
        `No theme has "isDark": true. Users whose system prefers dark see ${first}. Add a dark theme if this is not intended.`,
      )
    } else if (!shown.some(({ isDark }) => isDark === false)) {
      report(
        'no-light-theme',
        '/clients/web/themes',
        `No theme has "isDark": false. Users whose system prefers light see ${first}. Add a light theme if this is not intended.`,
      )
    }
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'no-dark-theme': {
    why: 'Users whose system prefers dark see the first theme, which is light.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/1/isDark', value: false } },
    right: { change: { at: '/clients/web/themes/1/isDark', value: true } },
  },
  'no-light-theme': {
    why: 'Users whose system prefers light see the first theme, which is dark.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/0/isDark', value: true } },
    right: { change: { at: '/clients/web/themes/0/isDark', value: false } },
  },
})
