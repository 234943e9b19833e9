import type { Json } from '../../document/json.js'
import { child } from '../../document/pointer.js'
import { isLegacyPart } from '../../formats/detect.js'
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

/** Beside "clients", clients read nothing but the root's `common`. */
export const ignoredGeneration: DocumentRule = {
  codes: ['ignored-generation'],
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
