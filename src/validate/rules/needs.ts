import { lackAny, lacksNeed } from '../../targets/merge.js'
import type { Need } from '../../targets/target.js'
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
  check({ reaching, served, themes, target }, report) {
    const missing: Need[] = []
    for (const need of target.needs) {
      if (!lackAny(reaching, themes, need, target)) continue
      // What is deeper in a group is missing for the same reason.
      if (missing.some(({ path }) => path.every((key, index) => need.path[index] === key))) continue
      const lacking = themes.filter((theme) => lacksNeed(served(), theme, need, target))
      const [first] = lacking
      if (first === undefined) continue
      missing.push(need)
      const name = need.path.join('.')
      const isAll = lacking.length === themes.length
      const isCommon = need.path[0] === 'common'
      const who = isAll ? 'No theme has' : `The theme ${JSON.stringify(first[target.choice.titleKey])} has no`
      const everywhere = isCommon ? '' : '/clients/web/defaults'
      report(
        need.code,
        isAll ? everywhere : `/clients/web/themes/${themes.indexOf(first)}`,
        `${who} "${name}" after the merge. Without it ${need.otherwise}. Add "${name}" ${isCommon ? 'at the root' : 'in clients.web.defaults'}.`,
      )
    }
  },
}
