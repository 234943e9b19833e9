import type { Crossing } from './carry.js'
import type { Step } from './draft.js'
import { carryPaletteToRoles } from './steps/carry-palette.js'
import { carryRolesToPalette, reportUnreadRoles } from './steps/carry-roles.js'
import { settleCommonsAcross } from './steps/commons-across.js'
import { carryFrame } from './steps/frame-colors.js'
import { useEarlyLogos } from './steps/logos.js'
import { moveImages } from './steps/moved-images.js'
import { settleLogosAcross } from './steps/one-logo.js'
import { ensureTheme } from './steps/required.js'
import { completeImages, replaceShippedImages } from './steps/shipped-images.js'
import { setsAny } from './steps/token-groups.js'
import { keepDefaults } from './steps/unset-colors.js'
import { dropWithoutPlace } from './steps/without-place.js'

/** Colours are computed for themes, so those in the defaults of a file need one. */
const ensureThemeForColors: Step = (draft) => {
  if (
    draft.generation !== 'branding' &&
    (setsAny(draft, 'tokens.colorPalette') || setsAny(draft, 'tokens.roles'))
  )
    ensureTheme(draft)
}

const colors = [reportUnreadRoles, keepDefaults, carryPaletteToRoles, carryRolesToPalette]

/** The steps between the products, and between releases of OpenCloud with a palette and with roles. */
export const bothProducts: Crossing = /* @__PURE__ */ (() => ({
  colors: [ensureThemeForColors, ...colors],
  steps: [
    moveImages,
    useEarlyLogos,
    settleCommonsAcross,
    settleLogosAcross,
    replaceShippedImages,
    ensureThemeForColors,
    carryFrame,
    ...colors,
    dropWithoutPlace,
  ],
  images: [completeImages],
}))()
