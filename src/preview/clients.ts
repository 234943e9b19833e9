import type { TargetId } from '../targets/index.js'
import { regionsOfOpenCloud2, regionsOfOpenCloud4 } from '../targets/painted-opencloud.js'
import { regionsOfOpenCloud1 } from '../targets/painted-opencloud-1.js'
import { type Client, unmeasured } from './client-pages.js'
import { openCloud } from './opencloud/pages.js'
import { ownCloud } from './owncloud/pages.js'

const likeOwnCloud = /* @__PURE__ */ unmeasured(ownCloud)

/** The clients that are drawn. Two were measured. */
export const clients: Readonly<Record<TargetId | 'legacy', Client>> = /* @__PURE__ */ (() => ({
  legacy: likeOwnCloud,
  'ocis-5': likeOwnCloud,
  'ocis-6': likeOwnCloud,
  'ocis-7': likeOwnCloud,
  'ocis-8': ownCloud,
  'ocis-next': likeOwnCloud,
  'opencloud-1': unmeasured(
    // The sign-in page of OpenCloud shows nothing of a theme.
    { ...ownCloud, pages: ownCloud.pages.filter(({ page }) => page !== 'login') },
    regionsOfOpenCloud1,
  ),
  'opencloud-2': unmeasured(
    openCloud,
    regionsOfOpenCloud2,
    'In 2.0 to 3.0 the hovered and the selected row have the background of each other.',
  ),
  'opencloud-4': unmeasured(
    openCloud,
    regionsOfOpenCloud4,
    'Up to 5.1 the background of the active item in the side bar is secondaryContainer.',
  ),
  'opencloud-7.3': openCloud,
}))()
