import type { Metas } from '../../findings/meta.js'
import { frameOf, isEmptyPart, isLegacyPart, pastedThemes } from '../../formats/legacy-groups.js'
import { webSection } from '../../formats/web-section.js'
import { child } from '../../json/pointer.js'
import { quoted } from '../../json/quoted.js'
import type { Json } from '../../json/value.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

/** Where the parts of legacy files belong now; any other root key is a theme. */
const successors: Readonly<Record<string, string | undefined>> = {
  general: '/common (texts) and /common/urls (links)',
  logo: '/clients/web/defaults/logo',
  loginPage: '/clients/web/defaults/loginPage',
  designTokens: '/clients/web/defaults/designTokens',
  appBanner: '/clients/web/defaults/appBanner',
  web: '/clients/web/themes',
  colors: undefined,
  filesList: undefined,
}

export const meta = {
  'ignored-generation': {
    severity: 'warning',
    title: 'Ignored parts of an older generation',
    part: 'key',
  },
} as const satisfies Metas

/** At the root, clients read only "common" and "clients". */
export const ignoredGeneration: DocumentRule = {
  codes: ['ignored-generation'],
  rank: 12,
  for: 'any',
  check({ document, isMixed, target, missing }, report) {
    if (!isMixed) return
    const web = webSection(document) ?? {}
    // Beside current parts it is unclear which are meant, and the conversion refuses the file.
    const isConverted = frameOf(web).every((key) => isEmptyPart(web[key]))
    const way = isConverted
      ? 'Convert the file: that makes it one of /clients/web/themes.'
      : 'Move missing values to /clients/web/themes, and delete it here.'
    for (const { key, pointer } of pastedThemes(document)) {
      const cure = `${quoted(key)} is a theme of an older generation, which no client reads below "clients". ${way}`
      const isReported = ['/clients/web/defaults', '/clients/web/themes']
        .map((place) => missing.explain(place, pointer, cure))
        .includes(true)
      if (!isReported) report('ignored-generation', pointer, `${target.title} ignores it: ${cure}`)
    }
    for (const key of Object.keys(document)) {
      if (!isLegacyPart(key, document[key] as Json)) continue
      const successor = Object.hasOwn(successors, key) ? successors[key] : '/clients/web/themes'
      const cure =
        successor === undefined ? 'Delete it.' : `Move missing values to ${successor}, and delete it here.`
      report(
        'ignored-generation',
        child('', key),
        `${target.title} ignores ${quoted(key)} beside "clients": it belongs to an older generation. ${cure}`,
      )
    }
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'ignored-generation': {
    why: 'Clients read only "clients". Remains of an old theme beside it have no effect, and are misleading.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/web', value: { default: { general: { name: 'Acme' } } } } },
    right: { change: { at: '/common/name', value: 'Acme' } },
  },
})
