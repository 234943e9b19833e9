import { ownCloudConsumers } from '../generated/owncloud-consumers.js'
import { ownCloudTargets } from '../generated/owncloud-targets.js'
import type { TargetId } from '../generated/target-facts.js'
import type { Releases } from './releases.js'
import type { Consumer } from './target.js'

export { ownCloudTargets }

const others = 'Import from "theme-convert" for OpenCloud.'

/** The releases of ownCloud only. */
export const ownCloudReleases: Releases = { targets: ownCloudTargets, others }

/** What they do with a file. */
export const ownCloudClients: Releases<Consumer<TargetId>> = { targets: ownCloudConsumers, others }
