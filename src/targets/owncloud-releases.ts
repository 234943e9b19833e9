import { ocis5 } from './ocis-5.js'
import { ocis6 } from './ocis-6.js'
import { ocis7 } from './ocis-7.js'
import { ocis8 } from './ocis-8.js'
import { ocisNext } from './ocis-next.js'
import type { Releases } from './releases.js'

/** The releases of ownCloud alone. Each is made when it is first asked for, as in the table of all. */
export const ownCloudTargets = {
  get 'ocis-5'() {
    return ocis5
  },
  get 'ocis-6'() {
    return ocis6
  },
  get 'ocis-7'() {
    return ocis7
  },
  get 'ocis-8'() {
    return ocis8
  },
  get 'ocis-next'() {
    return ocisNext
  },
} as const satisfies Releases['targets']

export const ownCloudReleases: Releases = {
  targets: ownCloudTargets,
  others: 'Import from "theme-convert" for OpenCloud.',
}
