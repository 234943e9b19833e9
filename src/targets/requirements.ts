import type { GoneKey, Need } from './target.js'

/** Web 8.0 and later read it on most pages without a check. */
export const commonNeed: Need = {
  path: ['common'],
  code: 'missing-common',
  otherwise:
    "ownCloud Web shows no page title, no account menu (users can't log out) and empty logout and public-link pages",
}

/** Seen since Web 12.3. */
export const colorPaletteNeed: Need = {
  path: ['designTokens', 'colorPalette'],
  code: 'missing-color-palette',
  otherwise: "ownCloud Web 12.3 and later set neither the favicon nor the browser's theme colour",
  standIn: {},
}

/** Only Web 8 requires the key; later releases ignore it. */
export const autoRedirectGone: GoneKey = {
  place: 'login.autoRedirect',
  reason: 'ownCloud Web 9 and later have no such setting',
}
