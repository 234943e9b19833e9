import { imageBackslash } from '../../../src/validate/rules/image-backslash.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/logo/login'

testRule(imageBackslash, {
  valid: valuesAt(at, ['themes/acme/logo.svg', 'themes/acme/logo%5C.svg', '']),
  invalid: [
    ...mistakesAt(at, ['a\\b.svg', 'themes/acme\\logo.svg', '.\\logo.svg'], 'image-backslash'),
    {
      name: 'from the root',
      change: { [at]: '\\themes\\x.svg' },
      finds: [`image-backslash ${at}`],
      says: '"themes/x.svg"',
      cure: { [at]: 'themes/x.svg' },
    },
    {
      name: 'in the logo of the built-in login page, whose next mistake the cure is not',
      change: { '/common/logo': '\\themes\\x.svg' },
      finds: ['image-backslash /common/logo'],
      cure: { '/common/logo': 'themes/x.svg' },
    },
    { name: 'from a host', change: { [at]: '\\\\cdn.example\\logo.svg' }, finds: [`image-other-host ${at}`] },
    { name: 'on a drive', change: { [at]: 'C:\\logo.svg' }, finds: [`image-unreachable ${at}`] },
  ],
})
