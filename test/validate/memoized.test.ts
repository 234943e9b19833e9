import { describe, expect, it } from 'vitest'
import { memoized } from '../../src/validate/memoized.js'

/** A function of texts that tells how often it worked. */
function counted(most: number) {
  let calls = 0
  const joined = memoized((...parts: string[]) => {
    calls += 1
    return parts.includes('none') ? undefined : parts.join()
  }, most)
  return { joined, calls: () => calls }
}

describe('what was worked out once', () => {
  it('is not worked out again', () => {
    const { joined, calls } = counted(10)
    for (let round = 0; round < 3; round += 1) {
      expect(joined('a', 'b')).toBe('a,b')
      expect(joined('none')).toBeUndefined()
      expect(joined()).toBe('')
    }
    expect(calls()).toBe(3)
  })

  it('is told apart by every argument', () => {
    const { joined } = counted(10)
    const all = [['a'], ['a', 'b'], ['a', 'c'], ['b', 'a'], ['a b'], ['a', 'b', 'c']]
    for (const parts of [...all, ...all]) expect(joined(...parts)).toBe(parts.join())
  })

  it('is forgotten when it gets too much', () => {
    const { joined, calls } = counted(3)
    const callsAfter = (...parts: readonly string[]) => {
      for (const part of parts) joined(part)
      return calls()
    }
    expect(callsAfter('a', 'b', 'a', 'b', 'c')).toBe(3)
    expect(callsAfter('c', 'c', 'a', 'c')).toBe(5)
    expect(callsAfter('d', 'a')).toBe(7)
  })
})
