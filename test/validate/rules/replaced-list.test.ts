import { replacedList } from '../../../src/validate/rules/replaced-list.js'
import { testRule } from '../../support/test-rule.js'

const at = '/clients/web/themes'
const tags = '/clients/web/defaults/designTokens/tagColorsList'
const themes = [
  { name: 'Light', isDark: false, designTokens: { colorPalette: { border: '#c9d6d4' } } },
  { name: 'Dark', isDark: true, designTokens: { colorPalette: { border: '#3d524f' } } },
  { name: 'Vault', isDark: true, mode: 'vault', designTokens: { colorPalette: {} } },
]
const list = { clients: { web: { defaults: { designTokens: { tagColorsList: ['#0b4f4a'] } } } } }
const branding = { as: 'branding', target: 'ocis-next' } as const

testRule(replacedList, {
  valid: [
    { name: 'the lists of a theme' },
    { name: 'a branding file without lists', document: { common: { name: 'Acme' } }, options: branding },
    { name: 'a list in a branding file where the theme has none', document: list, options: branding },
  ],
  invalid: [
    {
      name: 'the list of themes',
      document: { clients: { web: { themes } } },
      options: branding,
      finds: [`list-replaced ${at}`],
      cure: { [at]: undefined },
    },
    {
      name: 'another list of the theme that the file is laid over',
      document: list,
      options: {
        ...branding,
        base: { clients: { web: { defaults: { designTokens: { tagColorsList: [] } }, themes } } },
      },
      finds: [`list-replaced ${tags}`],
    },
  ],
})
