import { describe, expect, it } from 'vitest'
import { allReleases, isOwnCloudTarget, type TargetId, targets } from '../../src/targets/index.js'
import { ownCloudTargets } from '../../src/targets/owncloud-releases.js'
import { productOf } from '../../src/targets/products.js'
import { releasesOf } from '../../src/targets/releases.js'
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

  it('knows the folder of uploaded logos of every release, longest first', () => {
    expect(new Set(uploadFolders)).toEqual(new Set(all.map(({ uploads }) => uploads)))
    const lengths = uploadFolders.map(({ length }) => length)
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a))
  })
})
