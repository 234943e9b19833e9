import { describe, expect, it } from 'vitest'
import { liftFragments } from '../../src/convert/lift-fragments.js'

describe('groups of a theme that stand alone', () => {
  it('are lifted to where clients read them', () => {
    const input = { $schema: 'x', urls: { imprint: 'i' }, spacing: { small: '9px' }, fontFamily: 'Inter' }
    const lifted = liftFragments(input)
    expect(lifted?.document).toEqual({
      $schema: 'x',
      common: { urls: { imprint: 'i' } },
      clients: { web: { defaults: { designTokens: { spacing: { small: '9px' }, fontFamily: 'Inter' } } } },
    })
    expect(lifted?.fragments.map(({ key }) => key)).toEqual(['urls', 'spacing', 'fontFamily'])
    expect(lifted?.entries).toEqual([])
  })

  it.each([
    ['/clients/web/defaults/designTokens/spacing/small', '/spacing/small'],
    ['/clients/web/defaults/designTokens/spacing', '/spacing'],
    ['/clients/web/defaults/designTokens/spacings', '/clients/web/defaults/designTokens/spacings'],
    ['/common/urls/imprint', '/urls/imprint'],
    ['/common/name', '/common/name'],
    ['', ''],
  ])('stand at %s, and stood at %s', (pointer, before) => {
    expect(liftFragments({ urls: {}, spacing: {} })?.inInput(pointer)).toBe(before)
  })

  it.each([
    ['nothing', {}],
    ['a schema alone', { $schema: 'x' }],
    ['a whole theme', { common: {}, clients: {} }],
    ['another key beside them', { urls: {}, x: 1 }],
    ['colours, which may be those of one theme', { urls: {}, colorPalette: {} }],
  ])('are none in %s', (_, document) => {
    expect(liftFragments(document)).toBe(undefined)
  })
})
