import { describe, expect, it } from 'vitest'
import { resolve } from '../../src/index.js'
import { themeMerger } from '../../src/resolve/theme-layers.js'
import { targets } from '../../src/targets/index.js'
import type { Target } from '../../src/targets/target.js'
import { layeredFile } from '../support/layered-file.js'

describe('themeMerger', () => {
  it.each(['ocis-5', 'ocis-8'] as const)('gives the theme that resolve gives for %s', (target) => {
    const mergeOne = themeMerger(layeredFile(), targets[target] as Target)
    for (const theme of [1, 0])
      expect(mergeOne(theme)).toEqual(resolve(layeredFile(), { target, theme }).theme)
  })
})
