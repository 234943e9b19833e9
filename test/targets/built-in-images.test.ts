import { describe, expect, it } from 'vitest'
import { localFile } from '../../src/css/addresses.js'
import { eachLeaf } from '../../src/json/pointer.js'
import { serverTheme } from '../../src/targets/all-served.js'
import { targets } from '../../src/targets/index.js'
import { formerFiles, shippedImages } from '../../src/targets/shipped-file.js'
import { conversionTargets } from '../support/targets.js'

describe.each(conversionTargets)('the built-in images of %s', (id) => {
  const { builtInAssets, builtInImages, family } = targets[id]
  const paths = builtInImages.map((name) => builtInAssets + name)

  it("include those that the server's own theme names", () => {
    const named = new Set<string>()
    eachLeaf(serverTheme(targets[id]), '', (_, leaf) => {
      const file = typeof leaf === 'string' ? localFile(leaf) : undefined
      if (file?.startsWith(builtInAssets)) named.add(file)
    })
    expect(named.size).toBeGreaterThan(2)
    expect(paths).toEqual(expect.arrayContaining([...named]))
  })

  it('are images of the product that still ship', () => {
    expect(shippedImages[family.product]?.names).toEqual(expect.arrayContaining([...builtInImages]))
    expect(paths.filter((path) => formerFiles.has(path))).toEqual([])
  })
})
