import { expect, it } from 'vitest'
import { ratioOf } from '../../src/validate/contrast-ratio.js'

it.each([
  ['#000000', '#ffffff', 'white', 21],
  ['#ffffff', '#ffffff', '#000000', 1],
  // Only what shows through counts.
  ['#ffffff', '#00000000', '#000000', 21],
  ['#ffffff', '#00000000', 'white', 1],
  ['#ffffff', '#000', 'var(--acme)', 21],
  ['#ffffff', '#0000', 'var(--acme)', undefined],
  ['inherit', '#000000', 'white', undefined],
])('the contrast of %s on %s over %s is %s, also the next time', (front, back, below, ratio) => {
  expect(ratioOf(front, back, below)).toBe(ratio)
  expect(ratioOf(front, back, below)).toBe(ratio)
})
