import { expect, it } from 'vitest'
import { formatOfName } from '../../src/validate/image-formats.js'

it.each([
  ['logo.svg', 'svg'],
  ['themes/acme/Logo.PNG', 'png'],
  ['photo.jpeg', 'jpeg'],
  ['photo.jpg', 'jpeg'],
  ['a.b.webp', 'webp'],
  ['.ico', 'ico'],
  ['logo.svg.txt', undefined],
  ['logo.svg/', undefined],
  ['logo', undefined],
  ['', undefined],
  ['svg', undefined],
  ['logo.constructor', undefined],
])('the format of %j is %s', (path, format) => {
  expect(formatOfName(path)).toBe(format)
})
