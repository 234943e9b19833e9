import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { lacksNeed } from '../../targets/merge.js'
import type { Rule } from '../rule.js'

/** What each theme needs once everything is merged; one finding for each need, at the first theme that lacks it. */
export const needs: Rule = ({ document, themes, target, supplied }) => {
  const diagnostics: Diagnostic[] = []
  for (const need of target.needs) {
    const [group] = need.path as [string]
    // What the server adds to a group that the file lacks makes a part of it, which clients reject.
    const isHalf = Object.hasOwn(supplied, group) && !Object.hasOwn(document, group)
    const lacking = isHalf ? themes : themes.filter((theme) => lacksNeed(document, theme, need))
    const [first] = lacking
    if (first === undefined) continue
    const name = need.path.join('.')
    const isRoot = group === 'common'
    const isAll = lacking.length === themes.length
    const who = isHalf ? 'The file' : isAll ? 'No theme' : `The theme ${JSON.stringify(first['name'])}`
    const cure = isRoot ? 'Add "common" at the root' : `Add "${name}" to clients.web.defaults`
    const pointer = isAll
      ? isRoot
        ? ''
        : '/clients/web/defaults'
      : `/clients/web/themes/${themes.indexOf(first)}`
    diagnostics.push(
      diagnostic(
        need.code,
        pointer,
        `${who} ${isAll && !isHalf ? 'has' : 'lacks'} "${name}". Without it ${need.otherwise}. ${cure}.`,
      ),
    )
  }
  return diagnostics
}
