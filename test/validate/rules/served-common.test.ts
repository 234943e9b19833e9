import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { servedCommon } from '../../../src/validate/rules/served-common.js'
import { type InvalidCase, testRule, withChanges } from '../../support/test-rule.js'

const { common } = exampleTheme()
/** The same with all of `common` in the defaults, so that no theme lacks it after the merge. */
const inDefaults = withChanges(exampleTheme(), { '/clients/web/defaults/common': common })
const none = { '/common': undefined }

const renamed = (name: string): InvalidCase => ({
  name: `a common that is called ${name}`,
  change: { ...none, [`/${name}`]: { name: 'Acme' } },
  finds: ['missing-common '],
  says: `"${name}"`,
  related: [`/${name}`],
})

testRule(servedCommon, {
  valid: [
    { name: 'a common of its own' },
    // Without the roles that the server adds, no common is better than a part of one.
    { name: 'none on a plain web server', document: inDefaults, change: none, options: { served: 'static' } },
    {
      name: 'none before the server added roles',
      document: inDefaults,
      change: none,
      options: { target: 'ocis-5' },
    },
  ],
  invalid: [
    {
      name: 'none, though the defaults have one',
      document: inDefaults,
      change: none,
      finds: ['missing-common '],
      says: 'oCIS 8',
      cure: { '/common': common },
    },
    {
      name: 'none, where rules are off',
      document: inDefaults,
      change: none,
      options: { rules: 'off', target: 'ocis-6' },
      finds: ['missing-common '],
      says: 'oCIS 6',
    },
    { name: 'none at all, once', change: none, finds: ['missing-common '] },
    renamed('comon'),
    renamed('Common'),
    {
      name: 'one that stands elsewhere',
      change: { ...none, '/clients/common': common },
      finds: ['missing-common '],
      says: / \/common\b/,
      related: ['/clients/common'],
      cure: { '/clients/common': undefined, '/common': common },
    },
  ],
})
