import { type JsonObject, own, ownObject, setOwn } from '../../document/json.js'
import type { WebOptions } from '../options.js'
import { report, type Work } from '../work.js'

/** The links of `common.urls` that were options of the old web configuration. */
const links: readonly { readonly name: string; readonly option: keyof WebOptions }[] = [
  { name: 'accessDeniedHelp', option: 'accessDeniedHelpUrl' },
  { name: 'imprint', option: 'imprintUrl' },
  { name: 'privacy', option: 'privacyUrl' },
]

/** Gives the root's `common` the old web options for links that it has none of. */
export function applyWebOptions(work: Work, root: JsonObject): void {
  const { webOptions } = work.options
  if (webOptions === undefined) return
  for (const { name, option } of links) {
    const value = webOptions[option]
    if (value === undefined || value === '') continue
    const urls = ensure(ensure(root, 'common'), 'urls')
    const present = own(urls, name)
    if (present === value) continue
    const pointer = `/common/urls/${name}`
    if (typeof present === 'string' && present !== '') {
      report(
        work,
        'web-option-unused',
        pointer,
        `The old web option "${option}" has no effect: the theme brings a link of its own, ${JSON.stringify(present)}.`,
      )
      continue
    }
    const entry = work.ledger.entries.find(({ to }) => to === pointer)
    if (entry !== undefined) {
      entry.to = null
      entry.action = 'superseded'
      entry.reason = `the old web option "${option}" gives the link that the theme has none of`
    }
    setOwn(urls, name, value)
    work.ledger.add(null, pointer, 'added', `from the old web option "${option}"`)
  }
}

function ensure(object: JsonObject, key: string): JsonObject {
  const present = ownObject(object, key)
  if (present !== undefined) return present
  const empty: JsonObject = {}
  setOwn(object, key, empty)
  return empty
}
