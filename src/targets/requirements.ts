import type { GoneKey, Need } from './target.js'

/** Web 8.0 and later read these unguarded on most pages. */
export const commonNeed: Need = {
  path: ['common'],
  code: 'missing-common',
  otherwise:
    'ownCloud Web shows no page title, no account menu (users can’t log out) and empty login, logout and public-link pages',
}

/** Seen since Web 12.3. */
export const colorPaletteNeed: Need = {
  path: ['designTokens', 'colorPalette'],
  code: 'missing-color-palette',
  otherwise: 'ownCloud Web 12.3 and later set neither the favicon nor the browser’s theme colour',
  standIn: {},
}

/** Web 8 was the last to ask; later ones ignore the key. */
export const autoRedirectGone: GoneKey = {
  place: 'login.autoRedirect',
  reason: 'ownCloud Web 9 and later have no such setting',
}
