import { expect, it } from 'vitest'
import { localFile, pathBelowRoot } from '../../src/css/addresses.js'

it.each(['\0', 'themes/a\0b.png', '%00', 'themes/a%00b.png'])(
  'takes %j for no file of the site',
  (address) => {
    expect(localFile(address)).toBeUndefined()
  },
)

it.each([
  ['themes/acme/logo.svg', 'themes/acme/logo.svg'],
  ['/themes/acme/a%20b.svg', 'themes/acme/a b.svg'],
  ['themes/50%.svg', 'themes/50%.svg'],
  ['themes/a%23b.svg', 'themes/a#b.svg'],
  ['themes/a%3Fb.svg?v=1', 'themes/a?b.svg'],
  ['themes/a%20b.svg?50%', 'themes/a b.svg'],
  ['themes/a.svg#b?%00', 'themes/a.svg'],
  ['themes/a%252eb.svg', 'themes/a%2eb.svg'],
  ['themes/%252e%252e/b.svg', 'themes/%2e%2e/b.svg'],
  ['themes/acme%2f%2e%2e%2Fb.svg', 'themes/b.svg'],
  ['themes/%2E%2e/50%.svg', '50%.svg'],
])('decodes %j', (address, file) => {
  expect(localFile(address)).toBe(file)
})

it.each([
  '%2e%2e%2fa.svg',
  'themes/%2e%2e/%2E./a.svg',
  '..%5ca.svg',
  'themes%2f..%2f..%2fa.svg?v=1',
  '%2e%2e/50%.svg',
])('takes %j out of the site', (address) => {
  expect(pathBelowRoot(address)).toBeUndefined()
  expect(localFile(address)).toBeUndefined()
})
