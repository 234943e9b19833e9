import { vault } from '../../../src/validate/rules/vault.js'
import { openCloud } from '../../support/open-cloud.js'
import { testRule } from '../../support/test-rule.js'

const ofVault = '/clients/web/themes/2'
const light = '/clients/web/themes/0'

testRule(vault, {
  valid: [
    { name: 'a theme for the vault' },
    {
      name: 'none where nothing knows a vault',
      change: { [ofVault]: undefined },
      options: { target: 'ocis-7' },
    },
    {
      name: 'none beside modes where nothing knows a vault',
      change: { [ofVault]: undefined, [`${light}/mode`]: 'regular' },
      options: { target: 'ocis-7', rules: { 'unknown-key': 'off' } },
    },
    { name: 'none in a file that knows no modes', change: { [ofVault]: undefined } },
    { name: 'none for OpenCloud', ...openCloud() },
  ],
  invalid: [
    {
      name: 'none beside themes with a mode',
      change: { [ofVault]: undefined, [`${light}/mode`]: 'regular' },
      finds: ['no-vault-theme /clients/web/themes'],
      cure: { [ofVault]: { name: 'Vault', isDark: true, mode: 'vault' } },
    },
    {
      name: 'a theme of the other mode',
      change: { [`${ofVault}/mode`]: 'regular' },
      finds: ['same-look /clients/web/themes/2', 'no-vault-theme /clients/web/themes'],
    },
    {
      name: 'nothing but themes for the vault, which says more',
      change: {
        '/clients/web/themes': [{ name: 'V', isDark: true, mode: 'vault' }],
      },
      finds: ['no-theme /clients/web/themes'],
    },
    {
      name: 'no theme at all, which says more',
      change: { '/clients/web/themes': [] },
      finds: ['no-theme /clients/web/themes'],
    },
  ],
})
