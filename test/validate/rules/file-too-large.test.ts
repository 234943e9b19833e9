import { expect, it } from 'vitest'
import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { fileTooLarge } from '../../../src/validate/rules/file-too-large.js'
import { validate } from '../../../src/validate/validate.js'
import { testRule, withChanges } from '../../support/test-rule.js'

const at = '/common/slogan'
const withSlogan = (slogan: string) => JSON.stringify(withChanges(exampleTheme(), { [at]: slogan }))
const rest = withSlogan('').length

testRule(fileTooLarge, {
  valid: [
    { name: 'a theme of usual size' },
    {
      name: 'as many bytes as there may be',
      change: { [at]: 'x'.repeat(1_000_000 - rest) },
    },
  ],
  invalid: [
    {
      name: 'a byte more',
      change: { [at]: 'x'.repeat(1_000_001 - rest) },
      finds: ['file-too-large '],
      says: '1.0 MB',
      cure: { [at]: 'Files for everyone' },
    },
    {
      name: 'much more',
      change: { [at]: 'x'.repeat(2_340_000) },
      finds: ['file-too-large '],
      says: '2.3 MB',
    },
  ],
})

it.each([
  ['two bytes', 'é', 2],
  ['three bytes', '日', 3],
  ['four bytes', '😀', 4],
])('counts the bytes of characters of %s', (_, character, bytes) => {
  const fits = Math.floor((1_000_000 - rest) / bytes)
  const codes = (slogan: string) => validate(withSlogan(slogan)).diagnostics.map(({ code }) => code)
  expect(codes(character.repeat(fits))).toEqual([])
  expect(codes(character.repeat(fits + 1))).toEqual(['file-too-large'])
})

it('says nothing of a parsed document, whose text is unknown', () => {
  const document = withChanges(exampleTheme(), { [at]: 'x'.repeat(2_000_000) })
  expect(validate(document).diagnostics).toEqual([])
})
