import type { JsonObject } from '../json/value.js'
import { paletteOf } from './server-palette.js'
import { shippedFile } from './shipped-file.js'
import type { Consumer } from './target.js'

/** Seen in the servers of oCIS 6.0 to 8.1: a light and a dark theme; the later ones have a pair for the vault too. */
export function ownCloudTheme(target: Consumer): JsonObject {
  const shipped = shippedFile(target)
  const { web } = shipped['clients'] as { web: JsonObject }
  const pair = (more: JsonObject): JsonObject[] => [
    { name: 'Light Theme', isDark: false, ...more, designTokens: { colorPalette: paletteOf('light') } },
    { name: 'Dark Theme', isDark: true, ...more, designTokens: { colorPalette: paletteOf('dark') } },
  ]
  const vault = target.modes.includes('vault')
    ? pair({ mode: 'vault', ...(target.shipsOwnLogos && { logo: logoOf(web) }) })
    : []
  return { ...shipped, clients: { web: { ...web, themes: [...pair({}), ...vault] } } }
}

const logoOf = (web: JsonObject) => (web['defaults'] as { logo: JsonObject }).logo
