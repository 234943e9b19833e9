import { isDarkColor } from '../document/colors.js'
import { type Json, type JsonObject, own, ownObject } from '../document/json.js'

const darkWords = /dark|night|black|dunkel|nacht|noir/i

/** Whether a theme is a dark one by any of its names. */
export function isDarkByName(...names: readonly (Json | undefined)[]): boolean {
  return names.some((name) => typeof name === 'string' && darkWords.test(name))
}

/** The background of a theme's pages, where its own values or those that it inherits set one. */
export function backgroundOf(...layers: readonly JsonObject[]): string | undefined {
  for (const layer of layers) {
    const tokens = ownObject(layer, 'designTokens')
    const palette = tokens && ownObject(tokens, 'colorPalette')
    const background = palette && own(palette, 'background-default')
    // An empty token is not set, and hides what the theme would inherit.
    if (typeof background === 'string') return background === '' ? undefined : background
  }
  return undefined
}

/** Whether a background is dark; `undefined` for none, or one that is no plain colour. */
export function isDarkBackground(background: string | undefined): boolean | undefined {
  return background === undefined ? undefined : isDarkColor(background)
}
