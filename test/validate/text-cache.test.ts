import { expect, it } from 'vitest'
import { TextCache } from '../../src/validate/text-cache.js'

it('remembers short texts', () => {
  const texts = new TextCache()
  const [longest, tooLong] = ['x'.repeat(128), 'x'.repeat(129)]
  for (const text of ['', 'a', longest, tooLong]) texts.add(text)
  expect(['', 'a', 'b', longest, tooLong].map((text) => texts.has(text))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
})

it('forgets all when they get too many', () => {
  const texts = new TextCache()
  for (let index = 0; index < 4096; index += 1) texts.add(`${index}`)
  expect([texts.has('0'), texts.has('4095')]).toEqual([true, true])
  texts.add('one more')
  expect([texts.has('0'), texts.has('4095'), texts.has('one more')]).toEqual([false, false, true])
})
