import { paintedByWeb12 } from '../generated/painted-pairs.js'
import { ocis8 as places } from '../generated/places/ocis-8.js'
import { ocis8Uploads } from '../generated/target-facts.js'
import { ocis8 as check } from '../generated/validators/ocis-8.js'
import { buttonsWithoutHover, insteadInWeb12 } from './contrast-pairs.js'
import { designTokensOfWeb12 } from './design-tokens.js'
import { joined } from './joined.js'
import { tokensOfWeb12 } from './known-tokens.js'
import { ocis7, ocis7Consumer } from './ocis-7.js'
import type { PaintedPages } from './painted-regions.js'
import { colorPaletteNeed, commonNeed } from './requirements.js'
import { schemaAddress } from './schema-addresses.js'
import { imagesOfWeb12 } from './shipped-file.js'
import type { Consumer, Target } from './target.js'

/** oCIS 8.0 and 8.1 in one: 8.1 made only optional additions, so one file fits both, and the needs of both apply. */
export const ocis8Consumer: Consumer<'ocis-8'> = /* @__PURE__ */ (() =>
  joined(ocis7Consumer, {
    id: 'ocis-8',
    ...ocis8Uploads,
    clients: 'ownCloud Web 12.1 to 12.5',
    get check() {
      return check
    },
    get places() {
      return places
    },
    get designTokens() {
      return designTokensOfWeb12
    },
    modes: ['regular', 'vault'],
    shipsOwnLogos: true,
  }))()

export const ocis8: Target<'ocis-8'> = /* @__PURE__ */ (() =>
  joined(ocis7, ocis8Consumer, {
    schema: schemaAddress('ocis-8'),
    builtInImages: imagesOfWeb12,
    get tokens() {
      return tokensOfWeb12
    },
    get painted() {
      return paintedByWeb12
    },
    withoutHover: buttonsWithoutHover,
    paintedInstead: insteadInWeb12,
    needs: [commonNeed, colorPaletteNeed],
    // Web 12.1 to 12.3 knows no modes and lists both themes of a name; the theme that the server ships has such names.
    uniqueNames: 'mode',
    // Measured in Web 12.5.0, which looks for a relative path below /assets/; unknown for later releases.
    loadsRelativeBackground: false,
  }))()

export const ocis8Painted: PaintedPages = { drawnAs: 'ocis-8' }
