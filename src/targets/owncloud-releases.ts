import { ownCloudTargets } from '../generated/owncloud-targets.js'
import type { Releases } from './releases.js'

export { ownCloudTargets }

/** The releases of ownCloud only. */
export const ownCloudReleases: Releases = {
  targets: ownCloudTargets,
  others: 'Import from "theme-convert" for OpenCloud.',
}
