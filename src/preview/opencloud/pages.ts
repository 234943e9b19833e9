import { regionsOfOpenCloud } from '../../targets/painted-opencloud.js'
import type { Client } from '../client-pages.js'
import { drawFiles } from './files.js'
import { drawOverlays } from './overlays.js'
import { drawAccessDenied, drawPublicLink } from './plain-pages.js'

/** The pages of OpenCloud Web. */
export const openCloud: Client = {
  measured: 'OpenCloud Web 7.3.0',
  regions: regionsOfOpenCloud,
  pages: [
    { page: 'files', title: 'Main page', size: [1280, 800], draw: drawFiles },
    { page: 'overlays', title: 'Menus, dialog and messages', size: [1280, 800], draw: drawOverlays },
    { page: 'access-denied', title: 'Access denied page', size: [1280, 800], draw: drawAccessDenied },
    { page: 'public-link', title: 'Public link page', size: [1280, 800], draw: drawPublicLink },
    { page: 'mobile', title: 'Main page on a phone', size: [390, 800], draw: drawFiles },
    {
      page: 'mobile-access-denied',
      title: 'Access denied page on a phone',
      size: [390, 800],
      draw: drawAccessDenied,
    },
  ],
}
