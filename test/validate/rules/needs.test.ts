import { clients, openCloudTheme } from '../../../src/findings/examples.js'
import type { JsonObject } from '../../../src/json/value.js'
import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { needs } from '../../../src/validate/rules/needs.js'
import { exampleThemeFor } from '../../support/example-theme-for.js'
import { openCloud } from '../../support/open-cloud.js'
import { conversionTargets } from '../../support/targets.js'
import { testRule } from '../../support/test-rule.js'

const { common } = exampleTheme()
const defaults = '/clients/web/defaults'
const theme = (index: number) => `/clients/web/themes/${index}`
const palette = `${theme(0)}/designTokens/colorPalette`
const roles = `${defaults}/designTokens/roles`

const noPaletteIn = (...themes: readonly number[]) =>
  Object.fromEntries(
    [defaults, ...themes.map(theme)].map((layer) => [`${layer}/designTokens/colorPalette`, undefined]),
  )
const noPalette = noPaletteIn(0, 1, 2)
const off = { rules: 'off' } as const
const links = { accessDeniedHelp: '', imprint: '', privacy: '' }
const wholeLayers = ['/common', defaults, theme(0)]

testRule(needs, {
  valid: [
    { name: 'common in the defaults', change: { [`${defaults}/common`]: common as JsonObject } },
    {
      name: 'common in each theme, on a plain web server',
      change: {
        '/common': undefined,
        ...Object.fromEntries([0, 1, 2].map((index) => [`${theme(index)}/common`, common])),
      },
      options: { served: 'static' },
    },
    {
      name: 'a palette in the defaults only',
      change: { ...noPalette, [`${defaults}/designTokens/colorPalette`]: {} },
      options: off,
    },
    {
      name: 'no palette before the need',
      document: exampleThemeFor('ocis-7'),
      change: noPaletteIn(0, 1),
      options: { target: 'ocis-7', ...off },
    },
    {
      name: 'links in each theme of OpenCloud',
      ...openCloud(
        { [`${defaults}/urls`]: undefined, [`${theme(0)}/urls`]: {}, [`${theme(1)}/urls`]: {} },
        off,
      ),
    },
    ...wholeLayers.map((layer) => ({
      name: `all links in ${layer}`,
      ...openCloud({ [`${layer}/urls`]: links }, { target: 'opencloud-2', ...off }),
    })),
    {
      name: 'some links only, for a client that accepts them',
      ...openCloud({ [`${defaults}/urls`]: { imprint: '' } }, { target: 'opencloud-4', ...off }),
    },
    {
      name: 'links at the root of OpenCloud',
      ...openCloud({ [`${defaults}/urls`]: undefined, '/common': { urls: {} } }, off),
    },
    {
      name: 'no Material roles before the need',
      ...openCloud({ [roles]: undefined }, { target: 'opencloud-4', ...off }),
    },
    { name: 'share roles of the server of OpenCloud', ...openCloud({}, off) },
  ],
  invalid: [
    ...conversionTargets.flatMap((target) =>
      (['ocis', 'static'] as const).map((served) => ({
        name: `no common from anywhere, for ${target} (${served})`,
        document: exampleThemeFor(target),
        change: { '/common': undefined },
        options: { target, served, ...off },
        finds: ['missing-common '],
      })),
    ),
    {
      name: 'no common from anywhere, with what to add',
      change: { '/common': undefined },
      options: { served: 'static' },
      finds: ['missing-common '],
      says: /No theme has "common".*Add "common" at the root/,
      cure: { '/common': common as JsonObject },
    },
    {
      name: 'a misspelt common at the root',
      change: { '/common': undefined, '/comon': common as JsonObject },
      options: { served: 'static' },
      finds: ['missing-common '],
      related: ['/comon'],
    },
    {
      name: 'common in some of the themes',
      change: { '/common': undefined, [`${theme(0)}/common`]: common as JsonObject },
      options: { served: 'static' },
      finds: [`missing-common ${theme(1)}`],
      says: '"Dark"',
    },
    {
      name: 'a misspelt common of a theme that lacks one',
      change: {
        '/common': undefined,
        [`${theme(0)}/common`]: common as JsonObject,
        [`${theme(2)}/comon`]: common as JsonObject,
      },
      options: { served: 'static' },
      finds: [`missing-common ${theme(1)}`],
      related: [`${theme(2)}/comon`],
    },
    {
      name: 'no palette anywhere',
      change: noPalette,
      options: off,
      finds: [`missing-color-palette ${defaults}`],
      says: /"designTokens\.colorPalette".*clients\.web\.defaults/,
      cure: { [`${defaults}/designTokens/colorPalette`]: {} },
    },
    {
      name: 'a palette that is misspelt in the defaults',
      change: { ...noPalette, [`${defaults}/designTokens/colourPalette`]: {} },
      options: { rules: { 'same-look': 'off' } },
      finds: [`missing-color-palette ${defaults}`],
      related: [`${defaults}/designTokens/colourPalette`],
    },
    {
      name: 'a group in the wrong place, beside the one that is there',
      change: { ...noPalette, '/clients/web/designTokens': {} },
      options: { rules: { 'same-look': 'off' } },
      finds: [`missing-color-palette ${defaults}`, 'misplaced-key /clients/web/designTokens'],
    },
    {
      name: 'no palette in one theme',
      change: { ...noPalette, [palette]: {}, [`${theme(1)}/designTokens/colorPalette`]: {} },
      options: off,
      finds: [`missing-color-palette ${theme(2)}`],
      says: '"Vault"',
    },
    {
      name: 'a palette that is misspelt',
      change: {
        [`${theme(0)}/designTokens/colourPalette`]: {},
        [palette]: undefined,
        [`${defaults}/designTokens/colorPalette`]: undefined,
      },
      finds: [`missing-color-palette ${theme(0)}`],
      says: '"colourPalette"',
      related: [`${theme(0)}/designTokens/colourPalette`],
      cure: { [`${theme(0)}/designTokens/colourPalette`]: undefined, [palette]: {} },
    },
    {
      name: 'no links',
      ...openCloud({ [`${defaults}/urls`]: undefined }),
      finds: [`missing-links ${defaults}`],
      says: /"urls".*clients\.web\.defaults/,
      cure: { [`${defaults}/urls`]: {} },
    },
    {
      name: 'links in one theme only',
      ...openCloud({ [`${defaults}/urls`]: undefined, [`${theme(0)}/urls`]: {} }),
      finds: [`missing-links ${theme(1)}`],
    },
    ...wholeLayers.map((layer) => ({
      name: `some links only, in ${layer}`,
      ...openCloud(
        { [`${defaults}/urls`]: links, [`${layer}/urls`]: { imprint: '' } },
        { target: 'opencloud-2', ...off },
      ),
      finds: [`missing-links ${layer}/urls`, `missing-links ${layer}/urls`],
      says: /Without "accessDeniedHelp".*2\.0 to 3\.0 reject/,
      cure: { [`${layer}/urls`]: links },
    })),
    {
      name: 'no share roles on a plain web server',
      ...openCloud({}, { served: 'static' }),
      document: openCloudTheme({ shareRoles: {} }).document as JsonObject,
      change: { [`${defaults}/shareRoles`]: undefined },
      finds: [`missing-share-roles ${defaults}`],
    },
    {
      name: 'no design tokens, once: the roles are missing for the same reason',
      ...openCloud(
        {
          [`${defaults}/designTokens`]: undefined,
          [`${theme(0)}/designTokens`]: undefined,
          [`${theme(1)}/designTokens`]: undefined,
        },
        { target: 'opencloud-1', ...off },
      ),
      finds: [`missing-design-tokens ${defaults}`],
      cure: { [`${defaults}/designTokens`]: {} },
    },
    {
      name: 'no design tokens of a release that needs roles in them, once',
      ...openCloud(
        {
          [`${defaults}/designTokens`]: undefined,
          [`${theme(0)}/designTokens`]: undefined,
          [`${theme(1)}/designTokens`]: undefined,
        },
        { target: 'opencloud-4', ...off },
      ),
      finds: [`missing-design-tokens ${defaults}`],
    },
    {
      name: 'no Material roles, and no links',
      document: { clients: clients({ logo: 'a.svg' }, [{ label: 'Light', isDark: false }]) as never },
      options: { target: 'opencloud-7.3', ...off },
      finds: [`missing-links ${defaults}`, `missing-material-roles ${defaults}`],
    },
  ],
})
