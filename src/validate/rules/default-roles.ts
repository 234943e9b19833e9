import { isObject } from '../../document/json.js'
import type { DocumentRule } from '../rule.js'

/** Seen since Web 9.0: a `common` in the defaults replaces the root's, and with it the roles that the server adds. */
export const defaultRoles: DocumentRule = {
  codes: ['share-roles-hidden'],
  for: 'accepted',
  check({ defaults, target }, report) {
    const { common } = defaults
    if (target.merge.common !== 'group' || !isObject(common)) return
    const roles = common['shareRoles']
    if (!isObject(roles) || Object.keys(roles).length > 0) return
    report(
      'share-roles-hidden',
      '/clients/web/defaults/common/shareRoles',
      'A "common" in the defaults replaces the root’s as a whole, and no role is in this one: every role shows the icon of a user in the sharing dialogue. Repeat the roles here, or move the rest of this "common" to the root.',
    )
  },
}
