import type { Metas } from '../../findings/meta.js'
import { isObject } from '../../json/value.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'

export const meta = {
  'share-roles-hidden': { severity: 'warning', title: 'Share roles hidden by the defaults' },
} as const satisfies Metas

/** Seen since Web 9.0: a `common` in the defaults replaces the root's, with the roles that the server adds there. */
export const defaultRoles: DocumentRule = {
  codes: ['share-roles-hidden'],
  rank: 10,
  for: 'accepted',
  check({ defaults, target }, report) {
    const { common } = defaults
    if (target.merge.common !== 'group' || !isObject(common)) return
    const roles = common['shareRoles']
    if (!isObject(roles) || Object.keys(roles).length > 0) return
    report(
      'share-roles-hidden',
      '/clients/web/defaults/common/shareRoles',
      'A "common" in the defaults replaces the one at the root entirely, and this one has no share roles: the sharing dialogue shows a user icon for every role. Repeat the roles here, or move the rest of this "common" to the root.',
    )
  },
}

const common = {
  name: 'Acme Cloud',
  slogan: 'Files for everyone',
  logo: 'themes/acme/logo.svg',
  urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
}

export const description = (): Descriptions<typeof meta> => ({
  'share-roles-hidden': {
    why: 'A "common" in the defaults replaces the one at the root entirely, and the server adds the share roles only to the root. The client accepts an empty map, and then shows the same icon for every role.',
    since: 'ownCloud Web 9.0 (oCIS 6)',
    wrong: {
      change: {
        at: '/clients/web/defaults/common',
        value: {
          ...common,
          shareRoles: {},
        },
      },
    },
    right: {
      change: {
        at: '/clients/web/defaults/common',
        value: {
          ...common,
          shareRoles: { 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { iconName: 'eye' } },
        },
      },
    },
  },
})
