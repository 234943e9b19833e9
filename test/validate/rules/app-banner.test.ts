import type { Json } from '../../../src/json/value.js'
import { appBanner } from '../../../src/validate/rules/app-banner.js'
import { openCloud } from '../../support/open-cloud.js'
import { type InvalidCase, testRule } from '../../support/test-rule.js'

const inDefaults = '/clients/web/defaults/appBanner'
const inTheme = (index: number) => `/clients/web/themes/${index}/appBanner`
const inThemes = (banner: Json) => Object.fromEntries([0, 1, 2].map((index) => [inTheme(index), banner]))

testRule(appBanner, {
  valid: [
    { name: 'no banner' },
    { change: { [inDefaults]: { title: 'Acme', appScheme: 'acme' } } },
    { name: 'a banner without any key', change: { [inDefaults]: {} } },
    {
      name: 'the scheme in the themes, the rest in the defaults',
      change: { [inDefaults]: { title: 'Acme' }, ...inThemes({ appScheme: 'acme' }) },
    },
    {
      name: 'the scheme in the defaults, the rest in a theme',
      change: { [inDefaults]: { appScheme: 'acme' }, [inTheme(1)]: { title: 'Acme' } },
    },
  ],
  invalid: [
    {
      name: 'a banner in OpenCloud, which is an unknown key there',
      ...openCloud({ [inDefaults]: { title: 'Acme' } }),
      finds: [`unknown-key ${inDefaults}`],
    },
    {
      name: 'a banner that leads nowhere, once for all themes',
      change: { [inDefaults]: { title: 'Acme' } },
      finds: [`missing-app-scheme ${inDefaults}`],
      says: 'oCIS 8',
      cure: { [`${inDefaults}/appScheme`]: 'owncloud' },
    },
    {
      name: 'an empty scheme',
      change: { [inDefaults]: { title: 'Acme', appScheme: '' } },
      finds: [`missing-app-scheme ${inDefaults}`],
    },
    {
      name: 'a theme whose empty scheme hides that of the defaults',
      change: { [inDefaults]: { appScheme: 'acme' }, [inTheme(1)]: { appScheme: '' } },
      finds: [`missing-app-scheme ${inTheme(1)}`],
    },
    {
      name: 'a banner of one theme',
      change: { [inTheme(2)]: { title: 'Acme' } },
      finds: [`missing-app-scheme ${inTheme(2)}`],
      cure: { [inTheme(2)]: undefined },
    },
    {
      name: 'a banner of the defaults that only some themes complete, at the defaults',
      change: { [inDefaults]: { title: 'Acme' }, [inTheme(0)]: { appScheme: 'acme' } },
      finds: [`missing-app-scheme ${inDefaults}`],
    },
    ...['appSheme', 'appscheme'].map(
      (key): InvalidCase => ({
        name: `the scheme misspelt as ${key}`,
        change: { [inDefaults]: { title: 'Acme', [key]: 'acme' } },
        finds: [`missing-app-scheme ${inDefaults}`],
        says: `"${key}"`,
        related: [`${inDefaults}/${key}`],
        cure: { [inDefaults]: { title: 'Acme', appScheme: 'acme' } },
      }),
    ),
    {
      name: 'the scheme misspelt in a theme',
      change: { [inTheme(1)]: { title: 'Acme', appSheme: 'acme' } },
      finds: [`missing-app-scheme ${inTheme(1)}`],
      related: [`${inTheme(1)}/appSheme`],
    },
  ],
})
