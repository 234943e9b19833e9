import { paintedByOcis } from '../generated/painted-pairs.js'
import { opencloud1 as places } from '../generated/places/opencloud-1.js'
import { openCloud1Uploads } from '../generated/target-facts.js'
import { opencloud1 as check } from '../generated/validators/opencloud-1.js'
import { joined } from './joined.js'
import { tokensOfOpenCloud1 } from './known-tokens.js'
import { ocisProperties } from './ocis-client.js'
import {
  designTokensNeed,
  openCloud,
  openCloudConsumer,
  shareRolesNeed,
  urlsNeed,
} from './opencloud-client.js'
import { designTokensOfOpenCloud1 } from './opencloud-tokens.js'
import { regionsOfOpenCloud1 } from './painted-opencloud-1.js'
import type { PaintedPages } from './painted-regions.js'
import { schemaAddress } from './schema-addresses.js'
import { imagesOfOpenCloud } from './shipped-file.js'
import type { Consumer, Target } from './target.js'

/** It sets the custom properties of ownCloud Web, and stores the chosen theme by its merged `name`. */
export const openCloud1Consumer: Consumer<'opencloud-1'> = /* @__PURE__ */ (() => ({
  ...openCloudConsumer,
  id: 'opencloud-1',
  ...openCloud1Uploads,
  clients: 'OpenCloud Web 1.x',
  get check() {
    return check
  },
  get places() {
    return places
  },
  choice: { titleKey: 'name', isTitleMerged: true, unknownStored: 'system' },
  properties: ocisProperties,
  get designTokens() {
    return designTokensOfOpenCloud1
  },
}))()

export const openCloud1: Target<'opencloud-1'> = /* @__PURE__ */ (() =>
  joined(openCloud, openCloud1Consumer, {
    schema: schemaAddress('opencloud-1'),
    builtInImages: imagesOfOpenCloud[1],
    get tokens() {
      return tokensOfOpenCloud1
    },
    // Not measured: as in ownCloud Web, which it was made from, but for the frame.
    get painted() {
      return paintedByOcis.filter(({ background }) => background !== 'swatch-brand-default')
    },
    // Its buttons have no gradient, whose tokens only ownCloud reads.
    paintedInstead: {
      'color-swatch-primary-gradient': 'color-swatch-primary-default',
      'color-swatch-primary-gradient-hover': 'color-swatch-primary-hover',
      'color-swatch-primary-muted-hover': 'color-swatch-primary-hover',
    },
    needs: [urlsNeed, shareRolesNeed, designTokensNeed],
  }))()

export const openCloud1Painted: PaintedPages = /* @__PURE__ */ (() => ({
  drawnAs: 'ocis-8',
  regions: regionsOfOpenCloud1,
}))()
