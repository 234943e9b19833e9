import { invalidAppScheme } from '../../../src/validate/rules/invalid-app-scheme.js'
import { testRule } from '../../support/test-rule.js'

const banner = '/clients/web/defaults/appBanner'
const scheme = (appScheme: string) => ({ change: { [banner]: { title: 'Acme', appScheme } } })

testRule(invalidAppScheme, {
  valid: ['acme', 'Acme', 'a', 'acme-2.0+x', 'x-acme'].map(scheme),
  invalid: ['acme://', 'acme:', '2acme', 'ac me', ' acme', 'acme\n', 'acme/', '-acme', 'äcme'].map(
    (text) => ({
      ...scheme(text),
      finds: [`invalid-app-scheme ${banner}/appScheme`],
      says: JSON.stringify(text),
      cure: { [`${banner}/appScheme`]: 'acme' },
    }),
  ),
})
