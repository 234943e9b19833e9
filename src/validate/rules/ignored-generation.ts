import type { Metas } from '../../findings/meta.js'
import { isLegacyPart } from '../../formats/legacy-groups.js'
import { child } from '../../json/pointer.js'
import type { Json } from '../../json/value.js'
import type { Descriptions } from '../description.js'
import type { DocumentRule } from '../rule.js'

/** What to do with a part of old files; any other root key is a whole theme. */
const cures: Readonly<Record<string, string>> = {
  general: 'Its texts belong in /common, and its links in /common/urls',
  logo: 'It belongs in /clients/web/defaults/logo',
  loginPage: 'It belongs in /clients/web/defaults/loginPage',
  designTokens: 'It belongs in /clients/web/defaults/designTokens',
  appBanner: 'It belongs in /clients/web/defaults/appBanner',
  web: 'Its themes belong in /clients/web/themes',
  colors: 'Nothing reads it any more',
  filesList: 'Nothing reads it any more',
}

export const meta = {
  'ignored-generation': {
    severity: 'warning',
    title: 'Ignored parts of an older generation',
    part: 'key',
  },
} as const satisfies Metas

/** Beside "clients", clients read nothing but the root's `common`. */
export const ignoredGeneration: DocumentRule = {
  codes: ['ignored-generation'],
  rank: 12,
  for: 'any',
  check({ document, isMixed, target }, report) {
    if (!isMixed) return
    for (const key of Object.keys(document)) {
      if (!isLegacyPart(key, document[key] as Json)) continue
      const cure = Object.hasOwn(cures, key) ? cures[key] : 'It is a theme: it belongs in /clients/web/themes'
      report(
        'ignored-generation',
        child('', key),
        `${target.title} ignores ${JSON.stringify(key)} beside "clients": it is a part of an older shape. ${cure}; put there what is not there yet, and delete it here.`,
      )
    }
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'ignored-generation': {
    why: 'Clients look at "clients" alone. What an old theme left beside it has no effect, and misleads the next person who edits the file.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/web', value: { default: { general: { name: 'Acme' } } } } },
    right: { change: { at: '/common/name', value: 'Acme' } },
  },
})
