import { clients, darkRoles, openCloudTheme } from '../../findings/examples.js'
import type { Metas } from '../../findings/meta.js'
import { child, type Pointer, valueAt } from '../../json/pointer.js'
import type { JsonObject } from '../../json/value.js'
import { lackAny, lacksNeed } from '../../targets/merge-rules.js'
import type { Need } from '../../targets/target.js'
import { nameOf } from '../layers.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'missing-common': { severity: 'error', title: 'Missing name, slogan and links' },
  'missing-links': { severity: 'error', title: 'Missing links' },
  'missing-share-roles': { severity: 'error', title: 'Missing share roles' },
  'missing-design-tokens': { severity: 'error', title: 'Missing design tokens' },
  'missing-material-roles': { severity: 'warning', title: 'Missing Material roles' },
  'missing-color-palette': { severity: 'warning', title: 'Theme without a colour palette' },
} as const satisfies Metas

/**
 * What each merged theme needs: one finding for each need, at the first theme that lacks it. What each layer needs is
 * reported for each of them.
 */
export const needs: DocumentRule = {
  codes: [
    'missing-common',
    'missing-links',
    'missing-share-roles',
    'missing-design-tokens',
    'missing-material-roles',
    'missing-color-palette',
  ],
  rank: 3,
  isNeeded: true,
  for: 'accepted',
  check({ document, reaching, served, themes, target }, report) {
    const missing: Need[] = []
    for (const need of target.needs) {
      if (need.lackingIn !== undefined) {
        const key = need.path.at(-1) ?? ''
        const what = need.otherwise
        for (const pointer of need.lackingIn(document))
          report(need.code, pointer, `${what} Add it.`, [], { key, places: [child(pointer, key)], what })
        continue
      }
      if (!lackAny(reaching, themes, need, target)) continue
      // A value in a missing group is missing for the same reason.
      if (missing.some(({ path }) => path.every((key, index) => need.path[index] === key))) continue
      const root = served()
      const lacking = [...themes.keys()].filter((index) =>
        lacksNeed(root, themes[index] as JsonObject, need, target),
      )
      const [first] = lacking
      if (first === undefined) continue
      missing.push(need)
      const name = need.path.join('.')
      const isAll = lacking.length === themes.length
      const isCommon = need.path[0] === 'common'
      const who = isAll
        ? 'No theme has'
        : `The theme ${nameOf(themes[first] as JsonObject, first, target)} has no`
      const everywhere = isCommon ? '' : '/clients/web/defaults'
      const what = `${who} "${name}" after the merge. Without it, ${need.otherwise}.`
      report(
        need.code,
        isAll ? everywhere : `/clients/web/themes/${first}`,
        `${what} Add "${name}" ${isCommon ? 'at the root' : 'in clients.web.defaults'}.`,
        [],
        { key: name, places: placesOf(need, document, lacking), what },
      )
    }
  },
}

/** The pointers where a needed value, or a group around it, is missing and could be added. */
function placesOf({ path }: Need, document: JsonObject, lacking: readonly number[]): Pointer[] {
  const layers = lacking.map((theme) => `/clients/web/themes/${theme}`)
  return ['', '/clients/web/defaults', ...layers].flatMap((layer) =>
    path
      .map((_, index) => path.slice(0, index + 1).reduce(child, layer))
      .filter((place) => valueAt(document, place) === undefined),
  )
}

export const description = (): Descriptions<typeof meta> => ({
  'missing-common': {
    why: "Without name, slogan and links there is no page title and no account menu (users can't log out), and the pages for logout, public links and denied access are empty. The file list still works, so it is easily missed.",
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/common' } },
    right: {
      change: {
        at: '/common',
        value: {
          name: 'Acme Cloud',
          slogan: 'Files for everyone',
          logo: 'themes/acme/logo.svg',
          urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
        },
      },
    },
  },
  'missing-links': {
    why: 'The account menu breaks when the links are missing. OpenCloud Web 2.0 to 3.0 reject a file in which only some of them are set.',
    since: 'OpenCloud Web 1.0',
    wrong: {
      document: {
        clients: clients({ designTokens: { roles: { primary: '#0b4f4a', onPrimary: '#ffffff' } } }, [
          { label: 'Light', isDark: false },
          {
            label: 'Dark',
            isDark: true,
            designTokens: { roles: darkRoles },
          },
        ]),
      } as never,
      target: 'opencloud-7.3',
    },
    right: openCloudTheme({}),
  },
  'missing-share-roles': {
    why: "The sharing dialogue looks up the icon of each role in the theme. The server adds the roles; a plain web server doesn't.",
    since: 'OpenCloud Web 1.0',
    wrong: { ...openCloudTheme({}), served: 'static' },
    right: {
      ...openCloudTheme({ shareRoles: { 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { iconName: 'eye' } } }),
      served: 'static',
    },
  },
  'missing-design-tokens': {
    why: 'The client accepts a file without design tokens, and then does not start.',
    since: 'OpenCloud Web 1.0, up to 7.2',
    wrong: {
      document: {
        clients: clients(
          { urls: { accessDeniedHelp: '', imprint: '', privacy: '' }, logo: 'themes/acme/logo.svg' },
          [
            { label: 'Light', name: 'Light', isDark: false, favicon: 'themes/acme/light.png' },
            { label: 'Dark', name: 'Dark', isDark: true, favicon: 'themes/acme/dark.png' },
          ],
        ),
      } as never,
      target: 'opencloud-1',
    },
    right: {
      document: {
        clients: clients(
          {
            urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
            logo: 'themes/acme/logo.svg',
            designTokens: { colorPalette: {} },
          },
          [
            { label: 'Light', name: 'Light', isDark: false, favicon: 'themes/acme/light.png' },
            { label: 'Dark', name: 'Dark', isDark: true, favicon: 'themes/acme/dark.png' },
          ],
        ),
      } as never,
      target: 'opencloud-1',
    },
  },
  'missing-material-roles': {
    why: 'The office editor takes its colours from the Material roles and does not open without them.',
    since: 'OpenCloud Web 6.2',
    wrong: {
      document: {
        clients: clients(
          { urls: { imprint: 'https://acme.example/imprint' }, logo: 'themes/acme/logo.svg' },
          [
            { label: 'Light', isDark: false, favicon: 'themes/acme/light.png' },
            { label: 'Dark', isDark: true, favicon: 'themes/acme/dark.png' },
          ],
        ),
      } as never,
      target: 'opencloud-7.3',
    },
    right: openCloudTheme({}),
  },
  'missing-color-palette': {
    why: "If the merged theme has no colour palette at all, the client sets neither the favicon nor the browser's theme colour.",
    since: 'ownCloud Web 12.3 (oCIS 8)',
    wrong: {
      document: {
        common: {
          name: 'Acme Cloud',
          slogan: 'Files for everyone',
          logo: 'themes/acme/logo.svg',
          urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
        },
        clients: clients(
          {
            logo: { topbar: 'themes/a.svg', favicon: 'themes/a.png', login: 'themes/a.svg' },
            loginPage: { backgroundImg: '/a.jpg' },
            designTokens: {},
          },
          [
            { name: 'Light', isDark: false, designTokens: { fontFamily: 'Inter' } },
            { name: 'Dark', isDark: true, designTokens: { fontFamily: 'Arial' } },
            { name: 'Vault', isDark: true, mode: 'vault' },
          ],
        ),
      } as never,
    },
    right: { change: { at: '/clients/web/defaults/designTokens/colorPalette', value: {} } },
  },
})
