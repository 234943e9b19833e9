import { bareName, nearest } from '../findings/nearest.js'
import { layoutOf, type ScopeLayout } from '../formats/layout.js'
import { hasLegacyThemes } from '../formats/read-document.js'
import type { Layer, Source } from '../formats/values.js'
import { valueAt } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isObject, type JsonObject } from '../json/value.js'
import { productOf } from '../targets/products.js'
import { type Beginning, report, spotOf } from './draft.js'

/**
 * Reports misspelt keys in place of required ones. The conversion fills in those, so that nothing would show the mistake in
 * the new file. In a legacy theme, the old client had ignored the key, too.
 */
export function reportMisspeltKeys(
  base: Beginning,
  { root, defaults, themes }: Source,
  document: JsonObject,
): void {
  const { target, generation } = base
  if (hasLegacyThemes(generation) || productOf(generation) !== target.family.product) return
  const layout = layoutOf(target.places)
  const look = (scope: ScopeLayout, { unknownKeys }: Layer) => {
    for (const { group, key, from, known } of unknownKeys.values()) {
      // Other releases read it.
      if (known !== undefined || from === null) continue
      const object = valueAt(document, from.slice(0, from.lastIndexOf('/')))
      const required = spotOf(scope, group)?.required ?? []
      if (!isObject(object) || required.length === 0) continue
      const missing = required.map((spot) => spot.key).filter((name) => !Object.hasOwn(object, name))
      const bare = bareName(key)
      const meant = missing.find((name) => bareName(name) === bare) ?? nearest(key, missing, true)
      if (meant === undefined) continue
      report(
        base,
        'misspelt-key',
        from,
        `${target.title} ignores ${quoted(key)}, and requires ${quoted(meant)}, which was filled in. If that is meant, rename it here and convert again.`,
      )
    }
  }
  look(layout.root, root)
  look(layout.defaults, defaults)
  for (const theme of themes) look(layout.theme, theme)
}
