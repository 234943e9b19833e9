import type { Value } from '../../formats/values.js'
import type { WebOptions } from '../../formats/web-options.js'
import type { Place } from '../../generated/places.js'
import { quoted } from '../../json/quoted.js'
import { isPresent, lose, made, put, report, type Scope, type Step } from '../draft.js'

/** The links that were options of the old web configuration. */
export const links: readonly { readonly place: Place; readonly option: keyof WebOptions }[] = [
  { place: 'urls.accessDeniedHelp', option: 'accessDeniedHelpUrl' },
  { place: 'urls.imprint', option: 'imprintUrl' },
  { place: 'urls.privacy', option: 'privacyUrl' },
]

/**
 * Gives the old web options to every scope with an empty link: one in the defaults or in a theme hides the root's.
 * All links are there: a legacy theme has been given those that it had not, other files were made whole.
 */
export const applyWebOptions: Step = (draft) => {
  const { webOptions } = draft.options
  if (webOptions === undefined) return
  const { root, defaults, themes } = draft
  const hasLinks = (scope: Scope) =>
    isPresent(scope, 'urls') || links.some(({ place }) => scope.values.has(place))
  const base = hasLinks(defaults) ? defaults : root
  const shown = themes.map((theme) => (hasLinks(theme) ? theme : base))
  if (shown.length === 0) shown.push(base)
  for (const { place, option } of links) {
    const value = webOptions[option]
    if (value === undefined || value === '') continue
    let isUsed = false
    for (const scope of new Set([root, defaults, ...shown])) {
      const link = scope.values.get(place)
      if (link?.value === '') {
        if (link.from !== null)
          lose(draft, link, 'superseded', `the theme has no such link: from the old web option "${option}"`)
        put(scope, made(place, value, 'added', `from the old web option "${option}"`))
      }
      isUsed ||= shown.includes(scope as (typeof shown)[number]) && scope.values.get(place)?.value === value
    }
    if (!isUsed) reportUnused(option, shown[0]?.values.get(place))
  }

  function reportUnused(option: keyof WebOptions, link: Value | undefined): void {
    report(
      draft,
      'web-option-unused',
      link?.from ?? '',
      `The old web option "${option}" has no effect: the theme has its own link, ${quoted(link?.value)}.`,
    )
  }
}
