import { blankName } from '../../../src/validate/rules/blank-name.js'
import { openCloud } from '../../support/open-cloud.js'
import { testRule } from '../../support/test-rule.js'

const name = (index: number) => `/clients/web/themes/${index}/name`

testRule(blankName, {
  valid: [
    { change: { [name(0)]: '0' } },
    {
      name: 'a blank label where themes are called by their names',
      change: { '/clients/web/themes/0/label': ' ' },
      options: { rules: { 'unknown-key': 'off' } },
    },
    { name: 'a theme of OpenCloud that has a label only', ...openCloud() },
    {
      name: 'a blank name where themes are called by their labels',
      ...openCloud({ '/clients/web/themes/0/name': ' ' }),
    },
  ],
  invalid: [
    { change: { [name(1)]: '' }, finds: [`blank-theme-name ${name(1)}`], cure: { [name(1)]: 'Light Theme' } },
    { change: { [name(1)]: ' \t' }, finds: [`blank-theme-name ${name(1)}`] },
    {
      name: 'each of them',
      change: { [name(0)]: ' ', [name(2)]: '' },
      finds: [`blank-theme-name ${name(0)}`, `blank-theme-name ${name(2)}`],
    },
    {
      name: 'a blank label of a theme of OpenCloud',
      ...openCloud({ '/clients/web/themes/1/label': ' ' }),
      finds: ['blank-theme-name /clients/web/themes/1/label'],
    },
  ],
})
