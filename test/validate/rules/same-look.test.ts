import type { JsonObject } from '../../../src/json/value.js'
import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { sameLook } from '../../../src/validate/rules/same-look.js'
import { openCloud } from '../../support/open-cloud.js'
import { testRule } from '../../support/test-rule.js'

interface Theme extends JsonObject {
  designTokens: { colorPalette: JsonObject }
}

const themes = (exampleTheme() as never as { clients: { web: { themes: Theme[] } } }).clients.web.themes
const [light, dark] = themes as [Theme, Theme]
const at = (index: number) => `/clients/web/themes/${index}`
const finds = (...indexes: readonly number[]) => indexes.map((index) => `same-look ${at(index)}`)

/** A theme with another name and some more tokens. */
const variant = (name: string, of: Theme, tokens: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  ...of,
  name,
  ...more,
  designTokens: { colorPalette: { ...of.designTokens.colorPalette, ...tokens } },
})

testRule(sameLook, {
  valid: [
    { name: 'a theme of the vault that looks like the dark one, because no user sees both' },
    {
      name: 'a single theme',
      change: { '/clients/web/themes': [light] },
      options: { rules: { 'no-vault-theme': 'off', 'no-dark-theme': 'off' } },
    },
    {
      name: 'another colour of what tells most themes apart',
      change: { [at(3)]: variant('Copy', dark, { 'text-default': '#ffffff' }) },
    },
    {
      name: 'another colour of something else',
      change: { [at(3)]: variant('Copy', dark, { border: '#aabbcc' }) },
    },
    {
      name: 'another logo',
      change: {
        [at(3)]: variant('Copy', dark, {}, { logo: { topbar: 'a.svg', login: 'a.svg', favicon: 'a.png' } }),
      },
    },
    {
      name: 'a theme for the vault without a look of its own',
      change: { [at(3)]: { name: 'Copy', isDark: true, mode: 'vault', designTokens: {} } },
    },
    {
      name: 'the same colour under another token',
      change: {
        [at(3)]: variant('One', dark, { border: '#aabbcc' }),
        [at(4)]: variant('Two', dark, { 'icon-pdf': '#aabbcc' }),
      },
    },
  ],
  invalid: [
    {
      name: 'a copy',
      change: { [at(3)]: variant('Copy', dark) },
      finds: finds(3),
      says: '"Dark"',
      related: [at(1)],
      cure: { [`${at(3)}/designTokens/colorPalette/background-default`]: '#000000' },
    },
    {
      name: 'a copy that says to be of the other brightness',
      change: { [at(3)]: variant('Copy', dark, {}, { isDark: false }) },
      finds: finds(3),
    },
    {
      name: 'the same tokens in another order',
      change: {
        [at(3)]: {
          ...dark,
          name: 'Copy',
          designTokens: {
            colorPalette: Object.fromEntries(Object.entries(dark.designTokens.colorPalette).reverse()),
          },
        },
      },
      finds: finds(3),
    },
    {
      name: 'a token that is set to what the defaults set',
      change: {
        '/clients/web/defaults/designTokens/colorPalette/border': '#123456',
        [at(3)]: variant('Copy', light, { border: '#123456' }),
      },
      finds: finds(3),
      related: [at(0)],
    },
    {
      name: 'the same colour in another notation, and tokens that set nothing',
      change: {
        [at(3)]: variant('One', dark, { border: '#AABBCC' }),
        [at(4)]: variant('Two', dark, { border: '#abc', 'icon-pdf': '' }),
        [at(5)]: variant('Three', dark, { border: '#abd' }),
        [at(6)]: variant('Four', dark, { border: '#aabbddff', 'background-default': '#0D1F1D' }),
      },
      finds: finds(4, 6),
      related: [at(3)],
    },
    {
      name: 'each copy, beside the first of its kind',
      change: {
        [at(3)]: variant('One', light),
        [at(4)]: variant('Two', dark),
        [at(5)]: variant('Three', dark),
      },
      finds: finds(3, 4, 5),
      related: [at(0)],
    },
    {
      name: 'two themes of the vault',
      change: { [at(3)]: variant('Copy', dark, {}, { mode: 'vault' }) },
      finds: finds(3),
      related: [at(2)],
    },
    {
      name: 'two themes without anything of their own',
      change: {
        [at(3)]: { name: 'One', isDark: false },
        [at(4)]: { name: 'Two', isDark: true, designTokens: {} },
      },
      finds: finds(4),
      related: [at(3)],
    },
    {
      name: 'the same list of colours in another notation',
      change: {
        [at(3)]: { ...dark, name: 'One', designTokens: { ...dark.designTokens, tagColorsList: ['#ABC'] } },
        [at(4)]: { ...dark, name: 'Two', designTokens: { ...dark.designTokens, tagColorsList: ['#aabbcc'] } },
      },
      options: { target: 'ocis-next' },
      finds: finds(4),
      related: [at(3)],
    },
    {
      name: 'an empty list of colours, which sets nothing',
      change: {
        [at(3)]: { ...dark, name: 'Copy', designTokens: { ...dark.designTokens, tagColorsList: [] } },
      },
      options: { target: 'ocis-next' },
      finds: finds(3),
    },
    {
      name: 'themes of OpenCloud with the same roles',
      ...openCloud({ '/clients/web/themes/1/designTokens/roles': { surface: '#FFF', onSurface: '#12302C' } }),
      finds: finds(1),
    },
  ],
})
