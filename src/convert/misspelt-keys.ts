import { bareName, nearest } from '../findings/nearest.js'
import { layoutOf, type ScopeLayout, type Spot } from '../formats/layout.js'
import { hasLegacyThemes, type ReadableGeneration } from '../formats/read-document.js'
import type { Layer, Source } from '../formats/values.js'
import { valueAt } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isLeaf, isObject, type JsonObject } from '../json/value.js'
import { productOf } from '../targets/products.js'
import { type Beginning, report, spotOf } from './draft.js'
import { treeFor } from './read-source.js'

/**
 * Reports misspelt keys that nothing would show in the new file: those in place of required ones, because these are
 * filled in; in a file of another product all, because the new file has no such key. In a legacy theme, the old client
 * had ignored the key, too.
 */
export function reportMisspeltKeys(
  base: Beginning,
  { root, defaults, themes }: Source,
  document: JsonObject,
  generation: ReadableGeneration,
): void {
  if (hasLegacyThemes(generation)) return
  const { target } = base
  const product = productOf(generation)
  const isAcross = product !== target.family.product
  if (base.generation === 'branding' && !isAcross) return
  const layout = layoutOf(treeFor(base, generation))
  const look = (scope: ScopeLayout, { unknownKeys }: Layer) => {
    for (const { group, key, from, known, value } of unknownKeys.values()) {
      // Other releases read it.
      if (known !== undefined || from === null) continue
      const object = valueAt(document, from.slice(0, from.lastIndexOf('/')))
      const spot = spotOf(scope, group)
      if (!isObject(object) || spot === undefined) continue
      const possible = isAcross
        ? spot.members.filter((member) => isGroup(member) !== isLeaf(value))
        : spot.required
      const missing = possible.map((each) => each.key).filter((name) => !Object.hasOwn(object, name))
      const bare = bareName(key)
      const meant = missing.find((name) => bareName(name) === bare) ?? nearest(key, missing, true)
      if (meant === undefined) continue
      const effect = isAcross
        ? `${product} ignores ${quoted(key)}, so it was not converted. If ${quoted(meant)} is meant, rename it here and convert again.`
        : `${target.title} ignores ${quoted(key)}, and requires ${quoted(meant)}, which was filled in. If that is meant, rename it here and convert again.`
      report(base, 'misspelt-key', from, effect)
    }
  }
  look(layout.root, root)
  look(layout.defaults, defaults)
  for (const theme of themes) look(layout.theme, theme)
}

/** Whether the value of a key is an object or a list. */
const isGroup = ({ node: { keys, entries, items } }: Spot) => (keys ?? entries ?? items) !== undefined
