import { expect, it } from 'vitest'
import { localFile } from '../../src/css/addresses.js'

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
])('decodes %j', (address, file) => {
  expect(localFile(address)).toBe(file)
})
