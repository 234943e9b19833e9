import type { Metas } from '../../findings/meta.js'
import { isShown } from '../../targets/modes.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'no-theme': { severity: 'error', title: 'No theme to show' },
} as const satisfies Metas

/** Without a theme, Web 8.0 shows its error page, and Web 9 and later an empty page. */
export const shownTheme: DocumentRule = {
  codes: ['no-theme'],
  rank: 2,
  isNeeded: true,
  for: 'accepted',
  check({ themes, target }, report) {
    if (target.modes.includes('vault') ? themes.some(isShown) : themes.length > 0) return
    const what =
      themes.length === 0
        ? 'The list of themes is empty'
        : 'All themes are for the vault and hidden on normal pages'
    report(
      'no-theme',
      '/clients/web/themes',
      `${what}, so ${target.title} shows nothing. Add at least one theme, such as { "isDark": false, "${target.family.generation === 'opencloud' ? 'label' : 'name'}": "Light Theme" }.`,
    )
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'no-theme': {
    why: 'The client accepts a file without themes, and then has nothing to show: Web 8 shows "missing or invalid config", Web 9 and later an empty page.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes', value: [] } },
    right: {
      change: {
        at: '/clients/web/themes',
        value: [
          { isDark: false, name: 'Light', designTokens: { colorPalette: { 'text-default': '#000000' } } },
          { isDark: true, name: 'Dark', designTokens: { colorPalette: { 'text-default': '#111111' } } },
          { isDark: true, name: 'Vault', mode: 'vault' },
        ],
      },
    },
  },
})
