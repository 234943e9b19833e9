import type { Metas } from '../../findings/meta.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {} as const satisfies Metas

/** Seen since oCIS 6: the server adds share roles, so a file without `common` reaches the client with an incomplete one. */
export const servedCommon: DocumentRule = {
  codes: ['missing-common'],
  rank: 1,
  isNeeded: true,
  for: 'any',
  check({ lacksCommon, target }, report) {
    if (!lacksCommon) return
    const what = `There is no "common" at the root. The server adds the share roles to it, and ${target.title} accepts only a complete "common": the theme is ignored.`
    report('missing-common', '', `${what} Add "common" with name, slogan, logo and urls.`, [], {
      key: 'common',
      places: ['/common'],
      what,
    })
  },
}

export const description = (): Descriptions<typeof meta> => ({})
