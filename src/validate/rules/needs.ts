import type { JsonObject } from '../../document/json.js'
import { child, type Pointer, valueAt } from '../../document/pointer.js'
import { lackAny, lacksNeed } from '../../targets/merge.js'
import type { Need } from '../../targets/target.js'
import { nameOf } from '../layers.js'
import type { DocumentRule } from '../rule.js'

/** What each theme needs once everything is merged; one finding for each need, at the first theme that lacks it. */
export const needs: DocumentRule = {
  codes: [
    'missing-common',
    'missing-links',
    'missing-share-roles',
    'missing-design-tokens',
    'missing-material-roles',
    'missing-color-palette',
  ],
  for: 'accepted',
  check({ document, reaching, served, themes, target }, report) {
    const missing: Need[] = []
    for (const need of target.needs) {
      if (!lackAny(reaching, themes, need, target)) continue
      // What is deeper in a group is missing for the same reason.
      if (missing.some(({ path }) => path.every((key, index) => need.path[index] === key))) continue
      const root = served()
      const lacking = [...themes.keys()].filter((index) =>
        lacksNeed(root, themes[index] as JsonObject, need, target),
      )
      const [first] = lacking
      if (first === undefined) continue
      missing.push(need)
      const name = need.path.join('.')
      const isAll = lacking.length === themes.length
      const isCommon = need.path[0] === 'common'
      const who = isAll
        ? 'No theme has'
        : `The theme ${nameOf(themes[first] as JsonObject, first, target)} has no`
      const everywhere = isCommon ? '' : '/clients/web/defaults'
      const what = `${who} "${name}" after the merge. Without it ${need.otherwise}.`
      report(
        need.code,
        isAll ? everywhere : `/clients/web/themes/${first}`,
        `${what} Add "${name}" ${isCommon ? 'at the root' : 'in clients.web.defaults'}.`,
        [],
        { places: placesOf(need, document, lacking), what },
      )
    }
  },
}

/** Where a needed value, or the groups around it, could stand and doesn't. */
function placesOf({ path }: Need, document: JsonObject, lacking: readonly number[]): Pointer[] {
  const layers = lacking.map((theme) => `/clients/web/themes/${theme}`)
  return ['', '/clients/web/defaults', ...layers].flatMap((layer) =>
    path
      .map((_, index) => path.slice(0, index + 1).reduce(child, layer))
      .filter((place) => valueAt(document, place) === undefined),
  )
}
