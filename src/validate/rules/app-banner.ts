import { isObject, type JsonObject } from '../../document/json.js'
import type { DocumentRule } from '../rule.js'

/** The banner shows as soon as it has any key after the merge; its link starts with the scheme. */
export const appBanner: DocumentRule = {
  codes: ['missing-app-scheme'],
  for: 'accepted',
  check({ themes, defaults, target, keys }, report) {
    if (keys['clients']?.['web']?.['defaults']?.['appBanner'] === undefined) return
    const inDefaults = bannerOf(defaults)
    for (const [index, theme] of themes.entries()) {
      const inTheme = bannerOf(theme)
      const merged = { ...inDefaults, ...inTheme }
      if (Object.keys(merged).length === 0 || merged['appScheme']) continue
      const place = inTheme === undefined ? '/clients/web/defaults' : `/clients/web/themes/${index}`
      const what = `The banner has no "appScheme" after the merge, so on small screens ${target.title} shows a button whose link starts with "undefined".`
      report(
        'missing-app-scheme',
        `${place}/appBanner`,
        `${what} Add the scheme that the app is registered for, such as "owncloud", or remove the banner.`,
        [],
        {
          places: ['/clients/web/defaults', `/clients/web/themes/${index}`].map(
            (layer) => `${layer}/appBanner/appScheme`,
          ),
          what,
        },
      )
      return
    }
  },
}

function bannerOf(layer: JsonObject): JsonObject | undefined {
  const banner = layer['appBanner']
  return isObject(banner) ? banner : undefined
}
