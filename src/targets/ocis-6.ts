import { ocis6 as places } from '../generated/places/ocis-6.js'
import { ocis6Uploads } from '../generated/target-facts.js'
import { ocis6 as check } from '../generated/validators/ocis-6.js'
import { designTokensOfWeb9 } from './design-tokens.js'
import { joined } from './joined.js'
import { tokensOfWeb9 } from './known-tokens.js'
import { ocis5, ocis5Consumer } from './ocis-5.js'
import { ocisChoice } from './ocis-client.js'
import type { PaintedPages } from './painted-regions.js'
import { autoRedirectGone } from './requirements.js'
import { schemaAddress } from './schema-addresses.js'
import { shareRolesOfOcis6 } from './share-roles.js'
import type { Consumer, Target } from './target.js'

export const ocis6Consumer: Consumer<'ocis-6'> = /* @__PURE__ */ (() =>
  joined(ocis5Consumer, {
    id: 'ocis-6',
    ...ocis6Uploads,
    clients: 'ownCloud Web 9.0 to 12.0',
    get check() {
      return check
    },
    get places() {
      return places
    },
    choice: ocisChoice,
    get designTokens() {
      return designTokensOfWeb9
    },
    serverValues: { common: { shareRoles: shareRolesOfOcis6 } },
    shippedLogin: {},
  }))()

export const ocis6: Target<'ocis-6'> = /* @__PURE__ */ (() =>
  joined(ocis5, ocis6Consumer, {
    schema: schemaAddress('ocis-6'),
    get tokens() {
      return tokensOfWeb9
    },
    serverReadsThemes: true,
    // From oCIS 6.6 on.
    loginPageShowsLogo: true,
    blocksForeignImages: true,
    servedAssets: 'themes/',
    gone: [autoRedirectGone],
    themeNames: 'readable',
  }))()

export const ocis6Painted: PaintedPages = { drawnAs: 'ocis-8' }
