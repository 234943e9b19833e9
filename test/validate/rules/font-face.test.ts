import { fontFace } from '../../../src/validate/rules/font-face.js'
import { openCloud } from '../../support/open-cloud.js'
import { mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/designTokens/fontFamily'
const inTheme = '/clients/web/themes/0/designTokens/fontFamily'

testRule(fontFace, {
  valid: [
    ...valuesAt(at, [
      'Inter, sans-serif',
      'inter',
      '"Inter"',
      'Arial',
      'system-ui',
      '',
      'var(--own)',
      'Inter\\ 3, serif',
    ]),
    {
      name: 'a list that is none',
      change: { [at]: 'Acme "Sans", Georgia' },
      options: { rules: { 'invalid-font': 'off' } },
    },
    { name: 'the font of OpenCloud', ...openCloud({ [at]: "'OpenCloud', sans-serif" }) },
  ],
  invalid: [
    ...mistakesAt(at, ['Acme Sans', '"Acme Sans", Arial', "'Roboto'", 'OpenCloud'], 'font-not-loaded'),
    {
      name: 'the font of ownCloud in OpenCloud',
      ...openCloud({ [at]: 'Inter' }),
      finds: [`font-not-loaded ${at}`],
    },
    {
      name: 'once, of several',
      change: { [at]: 'Acme Sans, Georgia', [inTheme]: 'Acme Serif' },
      finds: [`font-not-loaded ${at}`],
      says: /"Acme Sans".*"Georgia".*"Inter" or "sans-serif"/,
      cure: { [at]: 'Inter', [inTheme]: 'sans-serif' },
    },
    {
      name: 'in a theme',
      change: { [inTheme]: 'Acme Serif' },
      finds: [`font-not-loaded ${inTheme}`],
      says: 'default font',
    },
  ],
})
