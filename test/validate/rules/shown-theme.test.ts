import { shownTheme } from '../../../src/validate/rules/shown-theme.js'
import { openCloud } from '../../support/open-cloud.js'
import { testRule } from '../../support/test-rule.js'

const at = '/clients/web/themes'
const vault = { name: 'Vault', isDark: true, mode: 'vault' }

testRule(shownTheme, {
  valid: [
    { name: 'themes for the normal pages and for the vault' },
    { name: 'one with the mode spelt out', change: { '/clients/web/themes/0/mode': 'regular' } },
    {
      name: 'a theme for the vault where nothing knows a vault',
      change: { [at]: [vault] },
      options: { target: 'ocis-7', rules: 'off' },
    },
  ],
  invalid: [
    {
      name: 'an empty list',
      change: { [at]: [] },
      finds: [`no-theme ${at}`],
      says: /empty.*oCIS 8.*"name"/,
      cure: {
        [at]: [
          { name: 'A', isDark: false },
          { name: 'B', isDark: true, designTokens: { colorPalette: { border: '#000' } } },
          vault,
        ],
      },
    },
    {
      name: 'nothing but themes for the vault',
      change: { [at]: [vault] },
      finds: [`no-theme ${at}`],
      says: /hidden on normal pages/,
    },
    {
      name: 'an empty list where rules are off',
      change: { [at]: [] },
      options: { rules: 'off' },
      finds: [`no-theme ${at}`],
    },
    {
      name: 'an empty list for oCIS 7',
      change: { [at]: [] },
      options: { target: 'ocis-7' },
      finds: [`no-theme ${at}`],
    },
    {
      name: 'an empty list for OpenCloud',
      ...openCloud({ [at]: [] }),
      finds: [`no-theme ${at}`],
      says: /"label"/,
    },
  ],
})
