import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { defaultRoles } from '../../../src/validate/rules/default-roles.js'
import { testRule, withChanges } from '../../support/test-rule.js'

const at = '/clients/web/defaults/common'
const own = {
  name: 'Acme',
  slogan: '',
  logo: 'a.svg',
  urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
}
const hiding = { [at]: { ...own, shareRoles: {} } }

testRule(defaultRoles, {
  valid: [
    { name: 'no common in the defaults' },
    { name: 'a role in it', change: { [at]: { ...own, shareRoles: { x: { iconName: 'eye' } } } } },
    {
      name: 'an empty map at the root, which the server fills',
      change: { '/common/shareRoles': {} },
    },
    {
      name: 'an empty map in a theme, which merges with that of the root',
      change: { '/clients/web/themes/0/common': { ...own, shareRoles: {} } },
    },
    {
      name: 'no roles where no client reads them',
      document: withChanges(exampleTheme(), { '/clients/web/defaults/loginPage/autoRedirect': true }),
      change: { [at]: own },
      options: { target: 'ocis-5' },
    },
  ],
  invalid: [
    {
      name: 'an empty map',
      change: hiding,
      finds: [`share-roles-hidden ${at}/shareRoles`],
      cure: { [`${at}/shareRoles/x`]: { iconName: 'eye' } },
    },
    {
      name: 'an empty map on a plain web server',
      change: hiding,
      options: { served: 'static' },
      finds: [`share-roles-hidden ${at}/shareRoles`],
      cure: { [at]: undefined },
    },
  ],
})
