import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Severity } from '../../src/findings/catalogue.js'
import { inReadingOrder } from '../../src/findings/reading-order.js'

const at = (line: number, column: number) => ({
  start: { line, column },
  end: { line, column: column + 1 },
})
const found = (severity: Severity, place?: [number, number], name = '') => ({
  severity,
  name,
  ...(place && { range: at(...place) }),
})

it('goes by severity, then by line and column; findings without a place come last', () => {
  const sorted = [
    found('error', [9, 2]),
    found('error', [10, 1]),
    found('error'),
    found('warning', [1, 1]),
    found('warning', [2, 3]),
    found('warning', [2, 10]),
    found('info', [1, 1]),
    found('info'),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
      const before = [...shuffled]
      expect(inReadingOrder(shuffled)).toEqual(sorted)
      expect(shuffled).toEqual(before)
    }),
  )
})

it('keeps the order of those that are equal', () => {
  for (const place of [undefined, [1, 1] as [number, number]]) {
    const equal = ['a', 'b', 'c'].map((name) => found('info', place, name))
    expect(inReadingOrder([...equal, found('error')]).slice(1)).toEqual(equal)
  }
})
