import { isShown, modeOf } from '../../targets/modes.js'
import type { DocumentRule } from '../rule.js'

/** Seen since Web 12.4: without a theme for it, every address below `/vault` breaks. */
export const vault: DocumentRule = {
  codes: ['no-vault-theme'],
  for: 'accepted',
  check({ themes, target }, report) {
    if (!target.modes.includes('vault') || !themes.some(isShown)) return
    if (themes.some((theme) => modeOf(theme) === 'vault')) return
    report(
      'no-vault-theme',
      '/clients/web/themes',
      'No theme has "mode": "vault". Where the vault is in use (ownCloud Web 12.4 and later), every page below /vault breaks. Add a theme for it there.',
    )
  },
}
