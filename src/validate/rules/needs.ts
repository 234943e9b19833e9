import { diagnostic } from '../../diagnostics/diagnostic.js'
import { lackAny, lacksNeed } from '../../targets/merge.js'
import type { Need } from '../../targets/target.js'
import type { Rule } from '../rule.js'

/** What each theme needs once everything is merged; one finding for each need, at the first theme that lacks it. */
export const needs: Rule = ({ document, served, themes, target }, diagnostics) => {
  const missing: Need[] = []
  for (const need of target.needs) {
    if (!lackAny(document, themes, need, target)) continue
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
    diagnostics.push(
      diagnostic(
        need.code,
        isAll ? everywhere : `/clients/web/themes/${themes.indexOf(first)}`,
        `${who} "${name}" after the merge. Without it ${need.otherwise}. Add "${name}" ${isCommon ? 'at the root' : 'in clients.web.defaults'}.`,
      ),
    )
  }
}
