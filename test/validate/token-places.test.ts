import { describe, expect, it } from 'vitest'
import { type TargetId, targets } from '../../src/targets/index.js'
import type { TokenNames } from '../../src/targets/known-tokens.js'
import { guessFor, isOfOtherGroup, meantTokens, otherPlacesOf } from '../../src/validate/token-places.js'

const names = (): TokenNames => ({ read: new Set(['border', 'text-default']), unread: new Set(['shadow']) })

/** Tokens that are counted each time that a guess looks through them; their bare names are listed once. */
function counted(): { names: TokenNames; looks: () => number } {
  let looks = 0
  const read = new Set(['border'])
  const values = read[Symbol.iterator].bind(read)
  read[Symbol.iterator] = () => {
    looks += 1
    return values()
  }
  return { names: { read, unread: new Set() }, looks: () => looks }
}

describe('the token that is meant', () => {
  it('is the nearest that pages read', () => {
    expect(guessFor('bodrer', names())).toBe('border')
    expect(guessFor('shadwo', names())).toBeUndefined()
    expect(guessFor('harbour', names())).toBeUndefined()
  })

  it.each([
    ['text_default', 'text-default'],
    ['textDefault', 'text-default'],
    ['Text Default', 'text-default'],
    ['text-default\u200b', 'text-default'],
    ['--oc-color-text-default', 'text-default'],
    ['$oc-color-border', 'border'],
    ['--oc-font-size-border', 'border'],
    ['--oc-role-on-chrome', 'onChrome'],
    ['on_chrome', 'onChrome'],
    // Words that are often left out
    ['swatch-brand', 'swatch-brand-default'],
    ['brand', 'swatch-brand-default'],
    ['brandDefault', 'swatch-brand-default'],
    ['brand-contrast', 'swatch-brand-contrast'],
    ['text', 'text-default'],
    ['swatch', undefined],
    ['--oc-color-', undefined],
    ['', undefined],
    ['\u8272', undefined],
  ])('is, in another notation, for %j, %j', (token, meant) => {
    const read = [
      'border',
      'text-default',
      'swatch-brand-contrast',
      'swatch-brand-default',
      'default',
      'onChrome',
    ]
    expect(guessFor(token, { read: new Set(read), unread: new Set() })).toBe(meant)
  })

  it('is looked for once, with or without success', () => {
    const { names, looks } = counted()
    for (let index = 0; index < 3; index += 1) {
      expect([guessFor('bodrer', names), guessFor('harbour', names)]).toEqual(['border', undefined])
    }
    expect(looks()).toBe(3)
  })

  it('is forgotten after very many others', () => {
    const { names, looks } = counted()
    for (let index = 0; index < 16_384; index += 1) guessFor(`${index}`, names)
    expect(looks()).toBe(16_385)
    guessFor('0', names)
    expect(looks()).toBe(16_386)
    guessFor('0', names)
    expect(looks()).toBe(16_386)
  })

  it.each<[string, string[], string[]]>([
    ['for a misspelt one', ['bodrer'], ['border']],
    ['not for tokens that are read', ['border', 'text-default'], []],
    ['not for tokens that nothing reads', ['shadow'], []],
    ['not for a name that resembles none', ['harbour'], []],
    ['not beside itself', ['bodrer', 'border'], []],
    ['not for a key of every object', ['constructor', '__proto__'], []],
  ])('is known of a map, %s', (_, tokens, meant) => {
    const map = Object.fromEntries(tokens.map((token) => [token, '#000000']))
    expect(meantTokens(map, { ...names(), read: new Set([...names().read, 'constructors']) })).toEqual(meant)
  })

  it('is not known without tokens, or of a group that may have any', () => {
    expect(meantTokens(undefined, names())).toEqual([])
    expect(meantTokens({ bodrer: '#000000' }, undefined)).toEqual([])
  })
})

describe('a token in a group', () => {
  it.each<[string, string, TargetId, string[]]>([
    ['border', 'spacing', 'ocis-8', ['colorPalette']],
    ['border', 'colorPalette', 'ocis-8', []],
    ['medium', 'colorPalette', 'ocis-8', ['fontSizes', 'spacing']],
    ['medium', 'spacing', 'ocis-8', []],
    ['fontFamily', 'colorPalette', 'ocis-8', ['']],
    // No page reads it from its own group either.
    ['icon-medical', 'spacing', 'ocis-8', []],
    ['icon-medical', 'colorPalette', 'ocis-8', []],
    ['harbour', 'colorPalette', 'ocis-8', []],
    // Groups of tokens, and a list, are no single values.
    ['spacing', 'colorPalette', 'ocis-8', []],
    ['tagColorsList', 'colorPalette', 'ocis-next', []],
    ['primary', 'colorPalette', 'opencloud-7.3', ['roles']],
    ['border', 'tagColorsList', 'ocis-next', ['colorPalette']],
  ])('%s in %s belongs, for %s, elsewhere: %j', (token, group, target, places) => {
    expect(otherPlacesOf(token, group, targets[target])).toEqual(places)
  })

  it.each<[string, string, boolean]>([
    ['border', 'spacing', true],
    ['border', 'colorPalette', false],
    ['medium', 'spacing', false],
    ['icon-medical', 'colorPalette', false],
    ['icon-medical', 'spacing', true],
    ['fontFamily', 'colorPalette', true],
    ['harbour', 'colorPalette', false],
    ['border', 'tagColorsList', true],
    ['0', 'tagColorsList', false],
  ])('%s in %s is one of another group: %s', (token, group, expected) => {
    expect(isOfOtherGroup(token, group, targets['ocis-next'])).toBe(expected)
  })
})
