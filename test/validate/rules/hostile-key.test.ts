import { hostileKey } from '../../../src/validate/rules/hostile-key.js'
import { type InvalidCase, testRule } from '../../support/test-rule.js'

const palette = '/clients/web/themes/0/designTokens/colorPalette'

/** An object with a key that is data, also where it is `__proto__`. */
const holding = (key: string, value: unknown) =>
  JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`)

testRule(hostileKey, {
  valid: [
    { name: 'a value that is such a name', change: { '/common/slogan': 'constructor' } },
    { name: 'a name with more to it', change: { '/clients/ios': { constructors: 1, _proto_: 1 } } },
  ],
  invalid: [
    ...['constructor', '__proto__', 'prototype'].map(
      (key): InvalidCase => ({
        name: key,
        change: { '/clients/ios': holding(key, 'x') },
        finds: [`hostile-key /clients/ios/${key}`],
        says: JSON.stringify(key),
      }),
    ),
    {
      name: 'a token',
      change: { [`${palette}/constructor`]: '#000000' },
      finds: [`hostile-key ${palette}/constructor`],
      cure: { [`${palette}/constructor`]: undefined },
    },
    {
      name: 'the outermost of several, each branch for itself',
      change: {
        '/clients/ios': {
          a: holding('constructor', { prototype: { constructor: 1 } }),
          b: holding('prototype', 1),
        },
      },
      finds: ['hostile-key /clients/ios/a/constructor', 'hostile-key /clients/ios/b/prototype'],
    },
    {
      name: 'in an object of a list',
      change: { '/clients/ios': [{}, holding('constructor', 1)] },
      finds: ['hostile-key /clients/ios/1/constructor'],
    },
  ],
})
