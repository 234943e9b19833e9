import { isScriptLink } from '../../css/addresses.js'
import type { Value } from '../../formats/values.js'
import type { WebOptions } from '../../formats/web-options.js'
import type { Place } from '../../generated/places.js'
import { brief, quoted } from '../../json/quoted.js'
import { type Draft, isPresent, layersOf, lose, made, put, report, type Scope, type Step } from '../draft.js'

/** The links that were options of the web configuration up to oCIS 4. */
export const links: readonly { readonly place: Place; readonly option: keyof WebOptions }[] = [
  { place: 'urls.accessDeniedHelp', option: 'accessDeniedHelpUrl' },
  { place: 'urls.imprint', option: 'imprintUrl' },
  { place: 'urls.privacy', option: 'privacyUrl' },
]

/**
 * Writes the old web options into every scope with an empty link, because a link in the defaults or in a theme hides the
 * root's. For ownCloud no link is missing any more: earlier steps have filled them all in.
 */
export const applyWebOptions: Step = (draft) => {
  const { webOptions } = draft.options
  if (webOptions === undefined) return
  const { root, defaults, themes, target } = draft
  const isFlat = target.merge.common === 'flat'
  const hasLinks = (scope: Scope) => isPresent(scope, 'urls')
  const base = hasLinks(defaults) ? defaults : root
  const scopesOf = (theme: Scope) => (isFlat ? [theme, defaults, root] : [hasLinks(theme) ? theme : base])
  const shown = (themes.length === 0 ? [defaults] : themes).map(scopesOf)
  for (const { place, option } of links) {
    const value = webOptions[option]
    if (value === undefined || value === '') continue
    if (isScriptLink(value)) {
      const message = `The old web option "${option}" is left out: a click on ${quoted(brief(value, 60))} runs a script. Write an https address.`
      report(draft, 'web-option-unsafe', null, message)
      continue
    }
    const reason = `from the old web option "${option}"`
    for (const scope of [root, ...layersOf(draft)]) {
      const link = scope.values.get(place)
      if (link?.value !== '') continue
      lose(draft, link, 'superseded', `the theme has no such link: ${reason}`)
      put(scope, made(place, value, 'added', reason))
    }
    const linkOf = (scopes: readonly Scope[]) =>
      scopes.map(({ values }) => values.get(place)).find((link) => link !== undefined)
    // OpenCloud merges link by link, so that of the root shows where no layer above it has one.
    if (isFlat && !shown.every(linkOf)) put(root, made(place, value, 'added', reason))
    const all = shown.map(linkOf)
    if (!all.some((link) => link?.value === value)) reportUnused(draft, option, all[0] as Value)
  }
}

function reportUnused(draft: Draft, option: keyof WebOptions, { value, from }: Value): void {
  report(
    draft,
    'web-option-unused',
    from,
    `The old web option "${option}" has no effect: the theme has its own link, ${quoted(value)}, which the old client preferred, too. To replace it, change it in the theme.`,
  )
}
