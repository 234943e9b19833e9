import { expect, it } from 'vitest'
import { absoluteLogo } from '../../../src/validate/rules/absolute-logo.js'
import { concerned, mistakesAt, testRule, valuesAt } from '../../support/test-rule.js'

const at = '/common/logo'
const path = '/themes/acme/logo.svg'
const address = 'https://cdn.example/logo.svg'

testRule(absoluteLogo, {
  valid: [
    ...valuesAt(at, ['themes/acme/logo.svg', './themes/acme/logo.svg', '']),
    // Seen since oCIS 6.6, and only there.
    ...valuesAt(at, [path, address], { target: 'ocis-5' }),
    ...valuesAt(at, [path, address], { served: 'static' }),
    // Kept as they are there.
    ...valuesAt(at, [path], { target: 'ocis-next' }),
    ...valuesAt('/clients/web/defaults/logo/topbar', [path]),
  ],
  invalid: [
    ...mistakesAt(at, [path, address, '//cdn.example/a.svg', 'data:image/png;base64,AA'], 'absolute-logo'),
    ...mistakesAt(at, [path, address], 'absolute-logo', { target: 'ocis-6' }),
    {
      name: 'a slash after a space, with the path to write',
      change: { [at]: ' /themes/x.svg' },
      finds: [`absolute-logo ${at}`],
      says: /Write "themes\/x.svg"/,
      cure: { [at]: 'themes/x.svg' },
    },
    {
      name: 'an address, which no slash less makes a path',
      change: { [at]: address },
      finds: [`absolute-logo ${at}`],
      says: /"https:.*without a leading slash/,
      cure: { [at]: 'themes/acme/logo.svg' },
    },
    {
      name: 'a long address, which the message shortens',
      change: { [at]: `https://cdn.example/${'a'.repeat(80)}.svg` },
      finds: [`absolute-logo ${at}`],
      says: /"https:\/\/cdn\.example\/a{20,}…"/,
    },
  ],
})

it('concerns some targets', () => {
  expect(concerned(absoluteLogo)).toEqual({
    server: ['ocis-6', 'ocis-7', 'ocis-8'],
    static: [],
  })
})
