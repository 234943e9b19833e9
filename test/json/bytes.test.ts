import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOf } from '../../src/json/bytes.js'

it('counts as many bytes as an encoder makes of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(bytesOf(text)).toBe(new TextEncoder().encode(text).length)
    }),
  )
})
