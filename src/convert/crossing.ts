import type { Crossing } from './carry.js'
import { carryPaletteToRoles } from './steps/carry-palette.js'
import { carryRolesToPalette } from './steps/carry-roles.js'
import { settleCommonsAcross } from './steps/commons-across.js'
import { carryFrame } from './steps/frame-colors.js'
import { useEarlyLogos } from './steps/logos.js'
import { moveImages } from './steps/moved-images.js'
import { settleLogosAcross } from './steps/one-logo.js'
import { completeImages, replaceShippedImages } from './steps/shipped-images.js'
import { dropWithoutPlace } from './steps/without-place.js'

const colors = [carryPaletteToRoles, carryRolesToPalette]

/** The steps between the products, and between releases of OpenCloud with a palette and with roles. */
export const bothProducts: Crossing = /* @__PURE__ */ (() => ({
  colors,
  steps: [
    moveImages,
    useEarlyLogos,
    settleCommonsAcross,
    settleLogosAcross,
    replaceShippedImages,
    ...colors,
    carryFrame,
    dropWithoutPlace,
  ],
  images: [completeImages],
}))()
