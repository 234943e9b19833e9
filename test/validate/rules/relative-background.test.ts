import { expect, it } from 'vitest'
import { relativeBackground } from '../../../src/validate/rules/relative-background.js'
import { concerned, mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/clients/web/defaults/loginPage/backgroundImg'

testRule(relativeBackground, {
  valid: [
    ...valuesAt(at, ['/themes/acme/harbour.jpg', '', 'data:image/png;base64,AAAA']),
    ...valuesAt(at, ['themes/acme/harbour.jpg'], { target: 'ocis-7' }),
    ...valuesAt(at, ['themes/acme/harbour.jpg'], { target: 'ocis-5' }),
  ],
  invalid: [
    ...mistakesAt(at, ['themes/acme/harbour.jpg', './b.jpg', 'b.jpg?v=1'], 'relative-background'),
    ...mistakesAt(at, ['themes/acme/harbour.jpg'], 'relative-background', { target: 'ocis-next' }),
    {
      name: 'in a theme',
      change: { '/clients/web/themes/0/loginPage': { backgroundImg: './themes/acme/b.jpg' } },
      finds: ['relative-background /clients/web/themes/0/loginPage/backgroundImg'],
      says: '"/themes/acme/b.jpg"',
      cure: { '/clients/web/themes/0/loginPage/backgroundImg': '/themes/acme/b.jpg' },
    },
  ],
})

it('concerns some targets', () => {
  expect(concerned(relativeBackground)).toEqual({
    server: ['ocis-8', 'ocis-next'],
    static: ['ocis-8', 'ocis-next'],
  })
})
