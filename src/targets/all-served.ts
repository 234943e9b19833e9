import { allReleases } from './index.js'
import { openCloudTheme } from './opencloud-server-theme.js'
import { ownCloudTheme } from './owncloud-server-theme.js'
import { openCloudWeb } from './products.js'
import { madeOnce, type ServedReleases, type ServerTheme } from './server-theme.js'

/** The theme that the server of a release ships, whatever the product. */
export const serverTheme: ServerTheme = /* @__PURE__ */ madeOnce((consumer) =>
  consumer.family === openCloudWeb ? openCloudTheme(consumer) : ownCloudTheme(consumer),
)

/** The releases of all products with the themes of their servers. */
export const allServed: ServedReleases = /* @__PURE__ */ (() => ({ ...allReleases, serverTheme }))()
