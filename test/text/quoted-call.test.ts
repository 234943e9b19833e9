import { expect, it } from 'vitest'
import { quotedCall } from '../../src/text/quoted-call.js'

it('puts a call in other quotes than its words have', () => {
  expect(quotedCall('theme-convert migrate /data')).toBe('"theme-convert migrate /data"')
  expect(quotedCall("theme-convert migrate 'my data'")).toBe(`"theme-convert migrate 'my data'"`)
  expect(quotedCall('theme-convert migrate "C:\\my data"')).toBe(`'theme-convert migrate "C:\\my data"'`)
})
