import type { Metas } from '../../findings/meta.js'
import { pathTo } from '../../formats/known-keys.js'
import { isObject, type JsonObject } from '../../json/value.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'missing-app-scheme': { severity: 'warning', title: 'App banner without an app URL scheme' },
} as const satisfies Metas

/** The banner shows as soon as the merged one has any key; its link starts with the scheme. */
export const appBanner: DocumentRule = {
  codes: ['missing-app-scheme'],
  rank: 9,
  for: 'accepted',
  check({ themes, defaults, target }, report) {
    if (pathTo(target.places, 'banner', 'defaults') === undefined) return
    const inDefaults = bannerOf(defaults)
    for (const [index, theme] of themes.entries()) {
      const inTheme = bannerOf(theme)
      const merged = { ...inDefaults, ...inTheme }
      if (Object.keys(merged).length === 0 || merged['appScheme']) continue
      const place = inTheme === undefined ? '/clients/web/defaults' : `/clients/web/themes/${index}`
      const what = `The merged banner has no "appScheme". On small screens, ${target.title} shows a button whose link starts with "undefined".`
      report(
        'missing-app-scheme',
        `${place}/appBanner`,
        `${what} Add the scheme that the app is registered for, such as "owncloud", or remove the banner.`,
        [],
        {
          key: 'appScheme',
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

export const description = (): Descriptions<typeof meta> => ({
  'missing-app-scheme': {
    why: 'On small screens the client shows the banner as soon as it has any key, and starts the link of its button with the scheme. Without one the link starts with "undefined".',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/defaults/appBanner', value: { title: 'Acme Cloud' } } },
    right: {
      change: { at: '/clients/web/defaults/appBanner', value: { title: 'Acme Cloud', appScheme: 'acme' } },
    },
  },
})
