import { paintedByOcis } from '../generated/painted-pairs.js'
import { ocis6 as places } from '../generated/places/ocis-6.js'
import { ocis6Uploads } from '../generated/target-facts.js'
import { ocis6 as check } from '../generated/validators/ocis-6.js'
import { designTokensOfWeb9 } from './design-tokens.js'
import { joined } from './joined.js'
import { tokensOfWeb9 } from './known-tokens.js'
import { ocisChoice, ocisFonts, ocisMerge, ocisProperties, ocisUploadFormats } from './ocis-client.js'
import type { PaintedPages } from './painted-regions.js'
import { ownCloudWeb } from './products.js'
import { autoRedirectGone, commonNeed } from './requirements.js'
import { schemaAddress } from './schema-addresses.js'
import { shareRolesOfOcis6 } from './share-roles.js'
import { imagesOfOcis } from './shipped-file.js'
import type { Consumer, Target } from './target.js'

export const ocis6Consumer: Consumer<'ocis-6'> = /* @__PURE__ */ (() => ({
  id: 'ocis-6',
  family: ownCloudWeb,
  ...ocis6Uploads,
  clients: 'ownCloud Web 9.0 to 12.0',
  get check() {
    return check
  },
  get places() {
    return places
  },
  merge: ocisMerge,
  choice: ocisChoice,
  properties: ocisProperties,
  get designTokens() {
    return designTokensOfWeb9
  },
  modes: ['regular'],
  serverValues: { common: { shareRoles: shareRolesOfOcis6 } },
  brandingSlots: [],
  shipsOwnLogos: false,
}))()

export const ocis6: Target<'ocis-6'> = /* @__PURE__ */ (() =>
  joined(ocis6Consumer, {
    schema: schemaAddress('ocis-6'),
    get tokens() {
      return tokensOfWeb9
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
    serverReadsThemes: true,
    // From oCIS 6.6 on.
    loginPageShowsLogo: true,
    loginPageTakesAddresses: false,
    loadsRelativeBackground: true,
    blocksForeignImages: true,
    servedAssets: 'themes/',
    builtInAssets: 'themes/owncloud/',
    builtInImages: imagesOfOcis,
    gone: [autoRedirectGone],
    themeNames: 'readable',
  }))()

export const ocis6Painted: PaintedPages = { drawnAs: 'ocis-8' }
