import { describe, expect, it } from 'vitest'
import { shareMembers } from '../../schemas/share-members.mjs'

const comment = (text: string) => `  /**\n   * ${text.repeat(30)}\n   */\n`
const [name, logo, links] = [
  `${comment('Name. ')}  name: string`,
  `${comment('Logo. ')}  logo?: string`,
  `${comment('Links {')}  links: {\n    /** One. */\n    one: string\n  }`,
] as const
const index = '  [k: string]: unknown'
const types = (interfaces: Record<string, readonly string[]>) =>
  Object.entries(interfaces)
    .map(([title, members]) => `export interface ${title} {\n${members.join('\n')}\n}\n`)
    .join('')
const heads = (code: string) => code.match(/^export interface .*(?= \{)/gm)

describe('sharing members', () => {
  it('extends an interface that has some of the members, or the same ones', () => {
    const shared = shareMembers(types({ A: [name, logo], B: [name, logo, links], C: [name, logo] }))
    expect(heads(shared)).toEqual([
      'export interface A',
      'export interface B extends A',
      'export interface C extends A',
    ])
    expect(shared.split('name: string').length - 1).toBe(1)
    expect(shared.split('links: {').length - 1).toBe(1)
  })

  it('makes an interface of what several have beside members of their own', () => {
    const shared = shareMembers(
      types({
        A: ['  a: 1', name, links, index],
        B: ['  b: 1', name, links, index],
        C: ['  c: 1', logo, index],
      }),
    )
    expect(heads(shared)).toEqual([
      'export interface A extends HasNameAndMore',
      'export interface B extends HasNameAndMore',
      'export interface C',
      'export interface HasNameAndMore',
    ])
    expect(shared).toContain(
      `/** The common keys of A, B. */\nexport interface HasNameAndMore {\n${name}\n${links}\n}`,
    )
    expect(shared.split(index).length - 1).toBe(3)
  })

  it('calls optional members and those of old files so, and gives no name twice', () => {
    const shared = shareMembers(
      types({
        A: ['  a: 1', logo],
        B: ['  b: 1', logo],
        LegacyA: ['  a: 2', logo.replace('Logo', 'Old')],
        LegacyB: ['  b: 2', logo.replace('Logo', 'Old')],
        C: ['  c: 1', logo.replace('Logo', 'Other')],
        D: ['  d: 1', logo.replace('Logo', 'Other')],
      }),
    )
    expect(heads(shared)?.slice(6)).toEqual([
      'export interface MayHaveLogo',
      'export interface LegacyMayHaveLogo',
      'export interface MayHaveLogo2',
    ])
  })

  it('leaves short members where they are', () => {
    const before = types({ A: ['  a: 1', '  common: 1'], B: ['  b: 1', '  common: 1'] })
    expect(shareMembers(before)).toBe(before)
  })
})
