import type { Metas } from '../../findings/meta.js'
import { modeOf } from '../../targets/modes.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'no-vault-theme': { severity: 'info', title: 'No theme for the vault' },
} as const satisfies Metas

/** Seen since Web 12.4: without a theme for it, every address below `/vault` breaks. */
export const vault: DocumentRule = {
  codes: ['no-vault-theme'],
  rank: 8,
  for: 'accepted',
  check({ themes, target }, report) {
    if (!target.modes.includes('vault') || themes.some((theme) => modeOf(theme) === 'vault')) return
    // Without any mode, the file isn't meant for the vault.
    if (!themes.some((theme) => theme['mode'] !== undefined)) return
    report(
      'no-vault-theme',
      '/clients/web/themes',
      'No theme has "mode": "vault". Where the vault is in use (ownCloud Web 12.4 and later), all pages below /vault break. Add a vault theme there.',
    )
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'no-vault-theme': {
    why: 'The vault shows only vault themes. Where the vault is in use and there is none, all pages below /vault break.',
    since: 'ownCloud Web 12.4 (oCIS 8.1)',
    wrong: {
      change: {
        at: '/clients/web/themes/2',
        value: {
          name: 'Sand',
          isDark: false,
          mode: 'regular',
          designTokens: { colorPalette: { border: '#c9b79c' } },
        },
      },
    },
    right: { change: { at: '/clients/web/themes/2/mode', value: 'vault' } },
  },
})
