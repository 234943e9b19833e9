import type { JsonObject } from '../json/value.js'
import { paletteOf } from './server-palette.js'
import { shippedBackground, shippedCommon, shippedLogo } from './shipped-file.js'
import type { Consumer } from './target.js'

/** Seen in the servers of oCIS 6.0 to 8.1: a light and a dark theme; the later ones have a pair for the vault too. */
export function ownCloudTheme({ serverValues, modes, shipsOwnLogos, shippedLogin }: Consumer): JsonObject {
  const logo = { ...shippedLogo }
  const pair = (more: JsonObject): JsonObject[] => [
    { name: 'Light Theme', isDark: false, ...more, designTokens: { colorPalette: paletteOf('light') } },
    { name: 'Dark Theme', isDark: true, ...more, designTokens: { colorPalette: paletteOf('dark') } },
  ]
  const vault = modes.includes('vault') ? pair({ mode: 'vault', ...(shipsOwnLogos && { logo }) }) : []
  const defaults = {
    logo,
    loginPage: { ...shippedLogin, backgroundImg: shippedBackground },
    designTokens: {},
  }
  return {
    common: { ...shippedCommon, ...(serverValues['common'] as JsonObject | undefined) },
    clients: { web: { defaults, themes: [...pair({}), ...vault] } },
  }
}
