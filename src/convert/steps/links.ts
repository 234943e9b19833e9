import { isScriptLink } from '../../css/addresses.js'
import type { Value } from '../../formats/values.js'
import { child } from '../../json/pointer.js'
import { isObject } from '../../json/value.js'
import { type Draft, lose, made, put, report, type Scope, type Step, take } from '../draft.js'
import { links } from './apply-web-options.js'

const HELP = 'urls.accessDeniedHelp'

/**
 * Gives every theme all links that the old client showed with it, and an empty string for the others. The help link is
 * the first of these: the root's, the old web option (written later), the theme's own.
 */
export const gatherLinks: Step = (draft) => {
  const { root, themes } = draft
  const given = draft.options.webOptions?.accessDeniedHelpUrl
  // A link that runs a script isn't written.
  const isGiven = Boolean(given) && !isScriptLink(given ?? '')
  let ofRoot = take(root, HELP)
  if (ofRoot?.value === '' && isGiven) {
    lose(draft, ofRoot, 'superseded', PRECEDED)
    ofRoot = undefined
  }
  let isRootUsed = themes.length === 0
  for (const scope of themes.length === 0 ? [root] : themes) {
    const own = ownHelp(draft, scope)
    const candidates = isGiven ? [ofRoot] : [ofRoot, own]
    const chosen = candidates.find((link) => link && link.value !== '') ?? ofRoot ?? candidates[1]
    if (own !== undefined && own !== chosen) lose(draft, own, 'superseded', PRECEDED)
    if (chosen === ofRoot) isRootUsed = true
    if (chosen !== undefined) put(scope, chosen)
    for (const { place } of links) {
      if (!scope.values.has(place)) put(scope, made(place, '', 'fallback', 'the file has no such link'))
    }
  }
  if (ofRoot !== undefined && !isRootUsed) lose(draft, ofRoot, 'superseded', PRECEDED)
}

const PRECEDED = 'another link takes precedence for accessDeniedHelp'

/** A theme's own help link, which may be a map of languages. */
function ownHelp(draft: Draft, scope: Scope): Value | undefined {
  const own = take(scope, HELP)
  return own !== undefined && isObject(own.value) ? pickLanguage(draft, own) : own
}

const isEnglish = (language: string) => /^en(?![a-z])/i.test(language)

/** The target has one link for all languages: the English one, else the first that isn't empty. */
function pickLanguage(draft: Draft, value: Value): Value | undefined {
  const texts = value.value as Record<string, string>
  const from = value.from as string
  const languages = Object.keys(texts)
  const linked = languages.filter((language) => texts[language] !== '')
  const chosen = linked.find(isEnglish) ?? linked[0] ?? (languages[0] as string)
  for (const language of languages) {
    if (language === chosen) continue
    const other = { value: texts[language] as string, from: child(from, language) }
    lose(draft, other, 'dropped', 'one link for all languages')
  }
  if (languages.length > 1) {
    report(
      draft,
      'value-dropped',
      from,
      `There is one help link for all languages now; the one for "${chosen}" was kept.`,
    )
  }
  return { ...value, value: texts[chosen] as string, from: child(from, chosen), leaves: undefined }
}
