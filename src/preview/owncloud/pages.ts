import { regionsOfOwnCloud } from '../../targets/painted-owncloud.js'
import { type Client, isOfOpenCloud, type Page } from '../client-pages.js'
import { drawFiles } from './files.js'
import { drawLogin } from './login.js'
import { drawBanner, hasBanner } from './mobile.js'
import { drawOverlays } from './overlays.js'
import { drawAccessDenied, drawPublicLink } from './plain-pages.js'

const pages: readonly Page[] = [
  { page: 'files', title: 'Main page', size: [1280, 800], draw: drawFiles },
  { page: 'overlays', title: 'Menus, dialog and messages', size: [1280, 800], draw: drawOverlays },
  { page: 'access-denied', title: 'Access denied page', size: [1280, 800], draw: drawAccessDenied },
  { page: 'public-link', title: 'Public link page', size: [1280, 800], draw: drawPublicLink },
  {
    page: 'login',
    title: 'Built-in login page of the server',
    size: [1280, 800],
    // Old clients were used with other servers, too, and the page of OpenCloud shows nothing of a theme.
    isShown: (_, target) => target !== undefined && !isOfOpenCloud(target),
    draw: (scene, target) => target && drawLogin(scene, target),
  },
  { page: 'mobile', title: 'Main page on a phone', size: [390, 800], draw: drawFiles },
  {
    page: 'mobile-access-denied',
    title: 'Access denied page on a phone',
    size: [390, 800],
    draw: drawAccessDenied,
  },
  { page: 'banner', title: 'App banner on a phone', size: [390, 84], isShown: hasBanner, draw: drawBanner },
]

/** The pages of ownCloud Web. */
export const ownCloud: Client = {
  measured: 'ownCloud Web 12.5.0',
  regions: regionsOfOwnCloud,
  pages,
}
