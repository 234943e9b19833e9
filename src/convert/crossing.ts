import type { Crossing } from './road.js'
import { carryPaletteToRoles } from './steps/carry-palette.js'
import { carryRolesToPalette } from './steps/carry-roles.js'
import { settleCommonsAcross } from './steps/commons-across.js'
import { carryFrame } from './steps/frame-colors.js'
import { serveAncientLogos } from './steps/logos.js'
import { moveImages } from './steps/moved-images.js'
import { settleLogosAcross } from './steps/one-logo.js'
import { completeImages, replaceShippedImages } from './steps/shipped-images.js'
import { dropWithoutPlace } from './steps/without-place.js'

const colors = [carryPaletteToRoles, carryRolesToPalette]

/** Between the products, and between OpenCloud with a palette and with roles. */
export const bothProducts: Crossing = /* @__PURE__ */ (() => ({
  colors,
  steps: [
    moveImages,
    serveAncientLogos,
    settleCommonsAcross,
    settleLogosAcross,
    replaceShippedImages,
    ...colors,
    carryFrame,
    dropWithoutPlace,
  ],
  images: [completeImages],
}))()
