import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/findings/nearest.js'

describe('the name that is meant', () => {
  it.each([
    ['commmon', ['clients', 'common'], 'common'],
    ['cleints', ['client', 'clients'], 'clients'],
    ['logo', ['lgoo', 'logos'], 'lgoo'],
    ['ab', ['abc'], undefined],
    ['x'.repeat(1_000_000), ['common'], undefined],
    ['anything', [], undefined],
  ])('of %.20s among %j is %j', (word, candidates, meant) => {
    expect(nearest(word, candidates, true)).toBe(meant)
  })

  it('is the first of those that are equally near', () => {
    expect(nearest('name1', ['name2', 'name3'], true)).toBe('name2')
  })
})
