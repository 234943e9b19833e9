import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, validate } from '../../src/index.js'
import type { Json } from '../../src/json/value.js'
import { exampleThemeFor } from '../support/example-theme-for.js'
import { current, openCloud } from '../support/legacy-themes.js'
import { allTargets } from '../support/targets.js'

/** Keys of any release or product, and a key that none has; not the former name of share roles, whose values have to be right. */
const keys = [
  ...['accessibility', 'accessibilityStatement', 'appBanner', 'background', 'clients', 'common', 'favicon'],
  ...['helpPage', 'href', 'icons', 'isDark', 'label', 'loginPage', 'logo', 'logoMobile', 'mode', 'name'],
  ...['shareRoles', 'slogan', 'softwareLicense', 'tagColorsList', 'topbarSm', 'urls', 'zz'],
]
const value = fc.constantFrom<Json>(1, null, '', 'x', true, [], [1], {}, { a: 1 }, { a: {} })

function objectsIn(document: Json): Record<string, Json>[] {
  if (typeof document !== 'object' || document === null) return []
  const below = Object.values(document).flatMap(objectsIn)
  return Array.isArray(document) ? below : [document as Record<string, Json>, ...below]
}

describe('what validate accepts for a target, convert takes', () => {
  it.each(allTargets)('%s', (target) => {
    const document = fc.oneof(fc.constant(exampleThemeFor(target)), current, openCloud)
    let accepted = 0
    fc.assert(
      fc.property(document, fc.nat(), fc.constantFrom(...keys), value, (whole, place, key, own) => {
        const changed = structuredClone(whole) as Json
        const objects = objectsIn(changed)
        const object = objects[place % objects.length]
        if (object !== undefined && !Object.hasOwn(object, key)) object[key] = own
        fc.pre(validate(changed, { target, rules: 'off' }).valid)
        accepted += 1
        const { theme, diagnostics } = convert(changed, { target, as: 'theme' })
        expect(theme, diagnostics.map(({ message }) => message).join('\n')).toBeDefined()
      }),
      { numRuns: 60 },
    )
    expect(accepted).toBeGreaterThan(50)
  })

  // Which part is meant, only the author knows.
  it('but for a theme of an older generation beside the current ones', () => {
    const document = { ...exampleThemeFor('ocis-8'), web: { default: { general: { name: 'Acme' } } } }
    expect(validate(document, { target: 'ocis-8' }).diagnostics).toMatchObject([
      { code: 'ignored-generation' },
    ])
    expect(convert(document, { target: 'ocis-8' }).diagnostics).toMatchObject([{ code: 'mixed-generations' }])
  })
})
