import { describe, expect, it } from 'vitest'
import { schemaDiagnostics, type Validator } from '../../src/formats/schema-findings.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { targets } from '../../src/targets/index.js'

/** The check of a target that counts how often it is called. */
function counted(): { check: Validator; calls: () => number } {
  const { check: original } = targets['ocis-8']
  let calls = 0
  const check: Validator = (data) => {
    calls += 1
    const isAccepted = original(data)
    check.errors = original.errors ?? null
    return isAccepted
  }
  return { check, calls: () => calls }
}

const themeWith = (count: number, theme: (index: number) => Json): JsonObject => ({
  common: { name: 'a', slogan: 'b', logo: 'c', urls: {} },
  clients: { web: { defaults: {}, themes: Array.from({ length: count }, (_, index) => theme(index)) } },
})

describe('the check of many mistakes', () => {
  it.each<[string, (index: number) => Json]>([
    ['null for a key', () => ({ name: null, isDark: null })],
    ['null for a theme', () => null],
    ['null for a token', (index) => ({ name: 'a', designTokens: { colorPalette: { [`t${index}`]: null } } })],
  ])('asks as often for many as for few: %s', (_, theme) => {
    const [few, many] = [10, 1000].map((count) => {
      const { check, calls } = counted()
      const found = [...schemaDiagnostics(check, themeWith(count, theme))]
      expect(found.filter(({ code }) => code === 'wrong-type').length).toBeGreaterThanOrEqual(count)
      return calls()
    })
    expect(many).toBe(few)
  })

  it('still tells a key that may be left out from one that may not', () => {
    const found = [
      ...schemaDiagnostics(
        targets['ocis-8'].check,
        themeWith(2, () => ({ name: null, logo: null })),
      ),
    ]
    const cureOf = (pointer: string) => found.find((finding) => finding.pointer === pointer)?.message
    for (const index of [0, 1]) {
      expect(cureOf(`/clients/web/themes/${index}/name`)).not.toContain('Leave the key out')
      expect(cureOf(`/clients/web/themes/${index}/logo`)).toContain('Leave the key out')
    }
  })
})
