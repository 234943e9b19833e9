import { describe, expect, it } from 'vitest'
import { resolve } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { themeMerger } from '../../src/resolve/theme-layers.js'
import { targets } from '../../src/targets/index.js'
import type { Target } from '../../src/targets/target.js'
import { layeredFile } from '../support/layered-file.js'

describe('themeMerger', () => {
  it.each(['ocis-5', 'ocis-8'] as const)('gives the theme that resolve gives for %s', (target) => {
    const mergeOne = themeMerger(layeredFile(), targets[target] as Target)
    const document = layeredFile({ defaults: { common: { name: 'Own' } } })
    expect(themeMerger(document, targets[target] as Target)(1)).toEqual(
      resolve(document, { target, theme: 1 }).theme,
    )
    for (const theme of [1, 0])
      expect(mergeOne(theme)).toEqual(resolve(layeredFile(), { target, theme }).theme)
  })

  it("lets a common of the defaults replace the root's as a whole, and needs none", () => {
    const merged = (document: JsonObject) => themeMerger(document, targets['ocis-5'] as Target)(0)
    const replaced = merged(layeredFile({ defaults: { common: { name: 'Own' } } }))
    expect(replaced['common']).toEqual({ name: 'Own' })
    expect(merged(layeredFile())['common']).toMatchObject({ name: 'Acme' })
    const { common: _, ...rest } = layeredFile()
    expect(merged(rest)).not.toHaveProperty('common')
  })

  it('has what the server adds', () => {
    const { common } = themeMerger(layeredFile(), targets['ocis-8'] as Target)(0)
    expect(Object.keys((common as JsonObject)['shareRoles'] as JsonObject)).toHaveLength(14)
  })
})
