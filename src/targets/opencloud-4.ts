import { paintedByOpenCloud } from '../generated/painted-pairs.js'
import { opencloud4 as places } from '../generated/places/opencloud-4.js'
import { openCloud4Uploads } from '../generated/target-facts.js'
import { opencloud4 as check } from '../generated/validators/opencloud-4.js'
import { joined } from './joined.js'
import { tokensOfOpenCloud4 } from './known-tokens.js'
import {
  chromeFallback,
  designTokensNeed,
  groupsGone,
  openCloud,
  openCloudConsumer,
  rolesNeed,
  shareRolesNeed,
  urlsNeed,
} from './opencloud-client.js'
import { designTokensOfOpenCloud4 } from './opencloud-tokens.js'
import { regionsOfOpenCloud4 } from './painted-opencloud.js'
import type { PaintedPages } from './painted-regions.js'
import { schemaAddress } from './schema-addresses.js'
import { imagesOfOpenCloud } from './shipped-file.js'
import type { Consumer, PropertyGroup, Target } from './target.js'

const groups: readonly PropertyGroup[] = [
  { group: 'colorPalette', prefix: 'color-', kebab: true },
  { group: 'roles', prefix: 'role-', kebab: true },
]

/** Seen in Web 4.0 to 4.3. */
export const openCloud4Consumer: Consumer<'opencloud-4'> = /* @__PURE__ */ (() => ({
  ...openCloudConsumer,
  id: 'opencloud-4',
  ...openCloud4Uploads,
  clients: 'OpenCloud Web 4.0 to 7.2',
  get check() {
    return check
  },
  get places() {
    return places
  },
  properties: { start: groups, store: groups, fallbacks: [chromeFallback] },
  get designTokens() {
    return designTokensOfOpenCloud4
  },
}))()

export const openCloud4: Target<'opencloud-4'> = /* @__PURE__ */ (() =>
  joined(openCloud, openCloud4Consumer, {
    schema: schemaAddress('opencloud-4'),
    builtInImages: imagesOfOpenCloud[4],
    get tokens() {
      return tokensOfOpenCloud4
    },
    rowBorder: 'surfaceContainerHighest',
    gone: groupsGone,
    get painted() {
      return paintedByOpenCloud
    },
    needs: [urlsNeed, shareRolesNeed, designTokensNeed, rolesNeed],
  }))()

export const openCloud4Painted: PaintedPages = /* @__PURE__ */ (() => ({
  drawnAs: 'opencloud-7.3',
  regions: regionsOfOpenCloud4,
  remark: 'Up to 5.1 the background of the active item in the side bar is secondaryContainer.',
}))()
