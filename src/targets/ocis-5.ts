import { paintedByOcis } from '../generated/painted-pairs.js'
import { ocis5 as places } from '../generated/places/ocis-5.js'
import { ocis5Uploads } from '../generated/target-facts.js'
import { ocis5 as check } from '../generated/validators/ocis-5.js'
import { designTokensOfWeb8 } from './design-tokens.js'
import { joined } from './joined.js'
import { tokensOfWeb8 } from './known-tokens.js'
import { ocisFonts, ocisMerge, ocisProperties, ocisUploadFormats } from './ocis-client.js'
import type { PaintedPages } from './painted-regions.js'
import { ownCloudWeb } from './products.js'
import { commonNeed } from './requirements.js'
import { schemaAddress } from './schema-addresses.js'
import { imagesOfOcis } from './shipped-file.js'
import type { Consumer, Target } from './target.js'

export const ocis5Consumer: Consumer<'ocis-5'> = /* @__PURE__ */ (() => ({
  id: 'ocis-5',
  family: ownCloudWeb,
  ...ocis5Uploads,
  clients: 'ownCloud Web 8.0',
  get check() {
    return check
  },
  get places() {
    return places
  },
  merge: ocisMerge,
  choice: { titleKey: 'name', unknownStored: 'first' },
  properties: ocisProperties,
  get designTokens() {
    return designTokensOfWeb8
  },
  modes: ['regular'],
  serverValues: {},
  brandingSlots: [],
  shippedLogin: { autoRedirect: true },
  shipsOwnLogos: false,
}))()

export const ocis5: Target<'ocis-5'> = /* @__PURE__ */ (() =>
  joined(ocis5Consumer, {
    schema: schemaAddress('ocis-5'),
    get tokens() {
      return tokensOfWeb8
    },
    get painted() {
      return paintedByOcis
    },
    fonts: ocisFonts,
    withoutHover: [],
    paintedInstead: {},
    needs: [commonNeed],
    uniqueNames: 'document',
    uploadFormats: ocisUploadFormats,
    serverReadsThemes: false,
    loginPageShowsLogo: false,
    loginPageTakesAddresses: false,
    loadsRelativeBackground: true,
    blocksForeignImages: false,
    servedAssets: '',
    builtInAssets: 'themes/owncloud/',
    builtInImages: imagesOfOcis,
    gone: [],
    // Web 8.0 takes the first theme for a stored name it doesn't know, and stores that for good.
    themeNames: 'keep',
  }))()

export const ocis5Painted: PaintedPages = { drawnAs: 'ocis-8' }
