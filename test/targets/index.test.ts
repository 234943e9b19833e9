import { describe, expect, it } from 'vitest'
import { allReleases, isOwnCloudTarget, type TargetId, targets } from '../../src/targets/index.js'
import type { TokenNames } from '../../src/targets/known-tokens.js'
import { ownCloudTargets } from '../../src/targets/owncloud-releases.js'
import { productOf } from '../../src/targets/products.js'
import { releaseMeant, releasesOf } from '../../src/targets/releases.js'
import { uploadFolders } from '../../src/targets/uploads.js'

const all = Object.values(targets)

describe('the table of targets', () => {
  it.each(Object.entries(targets))(
    'has %s by its own id, with the product in its first word',
    (id, target) => {
      expect(target.id).toBe(id)
      expect(isOwnCloudTarget(id as TargetId)).toBe(target.family.generation === 'current')
      expect(productOf(target.family.generation)).toBe(target.family.product)
    },
  )

  it('gives the releases of each product, the newest first', () => {
    for (const { family } of all) {
      const ids = all.filter((target) => target.family === family).map(({ id }) => id)
      expect(releasesOf(allReleases, family.product).map(({ id }) => id)).toEqual(ids.reverse())
    }
  })

  it('has those of ownCloud by themselves, in the same order', () => {
    const ofOwnCloud = Object.entries(targets).filter(([id]) => isOwnCloudTarget(id as TargetId))
    expect(Object.entries(ownCloudTargets)).toEqual(ofOwnCloud)
  })

  it.each(all.map((target) => [target.id, target] as const))(
    'knows which tokens of the design system pages of %s read',
    (_, { properties, tokens, designTokens }) => {
      for (const { group, prefix } of properties.start) {
        expect(Object.keys(tokens)).toContain(group)
        const { read, unread, readPrefix } = tokens[group] as TokenNames
        const known = (token: string) =>
          group === 'roles' || read.has(token) || unread.has(token) || token.startsWith(readPrefix ?? '\0')
        const names = Object.keys(designTokens).filter((name) => name.startsWith(prefix))
        const isWhole = read.size > 0 || readPrefix !== undefined
        if (isWhole) expect(names.filter((name) => !known(name.slice(prefix.length)))).toEqual([])
      }
    },
  )

  it('knows the folder of uploaded logos of every release, longest first', () => {
    expect(new Set(uploadFolders)).toEqual(new Set(all.map(({ uploads }) => uploads)))
    const lengths = uploadFolders.map(({ length }) => length)
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a))
  })
})

describe('the release that is probably meant', () => {
  const ids = [
    ...['ocis-5', 'ocis-6', 'ocis-7', 'ocis-8', 'ocis-next'],
    ...['opencloud-1', 'opencloud-2', 'opencloud-4', 'opencloud-7.3'],
  ]

  it.each([
    ['opencloud-5', 'opencloud-4'],
    ['opencloud-3', 'opencloud-2'],
    ['OpenCloud 3.1', 'opencloud-2'],
    ['opencloud-7.2', 'opencloud-4'],
    ['opencloud-7', 'opencloud-7.3'],
    ['opencloud-8.0.1', 'opencloud-7.3'],
    ['opnecloud-6', 'opencloud-4'],
    ['ocis8', 'ocis-8'],
    ['ocis-8.1', 'ocis-8'],
    ['ocis-9', 'ocis-8'],
    ['ocis-12', 'ocis-8'],
    ['ownCloud', 'ocis-8'],
    ['ocis', 'ocis-8'],
    ['opencloud', 'opencloud-7.3'],
    ['ocis-nxet', 'ocis-next'],
  ])('is for %s %s', (word, meant) => {
    expect(releaseMeant(word, ids)).toBe(meant)
  })

  it('is the oldest one for those before it, and none for other words', () => {
    expect(releaseMeant('ocis-4', ids)).toBe('ocis-5')
    expect(['8', 'v8', '2'].map((word) => releaseMeant(word, [...ids, 'opencloud-2', 'ocis-2']))).toEqual([
      ...['ocis-8', 'ocis-8', expect.stringMatching(/ocis-2 or|or ocis-2/)],
    ])
    for (const word of ['9', 'latest', '', 'constructor-8']) expect(releaseMeant(word, ids)).toBeUndefined()
  })

  it('is one of those that are possible', () => {
    expect(releaseMeant('opencloud-5', Object.keys(ownCloudTargets))).toBeUndefined()
  })

  it.each(Object.keys(targets))('is %s itself', (id) => {
    expect(releaseMeant(id, Object.keys(targets))).toBe(id)
  })
})
