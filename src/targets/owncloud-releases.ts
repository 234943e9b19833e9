import { ownCloudConsumers } from '../generated/owncloud-consumers.js'
import { ownCloudTargets } from '../generated/owncloud-targets.js'
import type { TargetId } from '../generated/target-facts.js'
import { ownCloudTheme } from './owncloud-server-theme.js'
import type { Releases } from './releases.js'
import { madeOnce, type ServedReleases, type ServerTheme } from './server-theme.js'
import type { Consumer } from './target.js'

export { ownCloudTargets }

const others = 'Import from "theme-convert" for OpenCloud.'

/** The releases of ownCloud only. */
export const ownCloudReleases: Releases = { targets: ownCloudTargets, others }

const serverTheme: ServerTheme = /* @__PURE__ */ madeOnce(ownCloudTheme)

/** With the themes of their servers. */
export const ownCloudServed: ServedReleases = /* @__PURE__ */ (() => ({ ...ownCloudReleases, serverTheme }))()

/** What they do with a file. */
export const ownCloudClients: ServedReleases<Consumer<TargetId>> = /* @__PURE__ */ (() => ({
  targets: ownCloudConsumers,
  others,
  serverTheme,
}))()
