import { paintedByOpenCloud } from '../generated/painted-pairs.js'
import { opencloud2 as places } from '../generated/places/opencloud-2.js'
import { openCloud2Uploads } from '../generated/target-facts.js'
import { opencloud2 as check } from '../generated/validators/opencloud-2.js'
import { valueAt } from '../json/pointer.js'
import type { Json } from '../json/value.js'
import { joined } from './joined.js'
import { tokensOfOpenCloud2 } from './known-tokens.js'
import { ocisProperties } from './ocis-client.js'
import {
  chromeFallback,
  designTokensNeed,
  openCloud,
  openCloudConsumer,
  shareRolesNeed,
  urlsNeed,
} from './opencloud-client.js'
import { designTokensOfOpenCloud2 } from './opencloud-tokens.js'
import { regionsOfOpenCloud2 } from './painted-opencloud.js'
import type { PaintedPages } from './painted-regions.js'
import { schemaAddress } from './schema-addresses.js'
import { imagesOfOpenCloud } from './shipped-file.js'
import type { Consumer, Need, PropertyGroup, Target } from './target.js'

const roles: PropertyGroup = { group: 'roles', prefix: 'role-' }
const inKebabCase = (group: PropertyGroup): PropertyGroup => ({ ...group, kebab: true })

/** Web 3.1 and later accept `urls` without any of the links. */
const linkNeed = (link: string): Need => ({
  path: ['urls', link],
  lackingIn: (document) =>
    [
      '/common',
      '/clients/web/defaults',
      ...(valueAt(document, '/clients/web/themes') as Json[]).map(
        (_, index) => `/clients/web/themes/${index}`,
      ),
    ]
      .map((layer) => `${layer}/urls`)
      .filter((group) => valueAt(document, group) && valueAt(document, `${group}/${link}`) === undefined),
  code: 'missing-links',
  otherwise: `Without "${link}", OpenCloud Web 2.0 to 3.0 reject the file.`,
})

/** Seen in Web 3.2: the client names custom properties by the keys when it starts, and in kebab case later. */
export const openCloud2Consumer: Consumer<'opencloud-2'> = /* @__PURE__ */ (() => ({
  ...openCloudConsumer,
  id: 'opencloud-2',
  ...openCloud2Uploads,
  clients: 'OpenCloud Web 2.0 to 3.x',
  get check() {
    return check
  },
  get places() {
    return places
  },
  properties: {
    start: [...ocisProperties.start, roles],
    store: [...ocisProperties.store, roles].map(inKebabCase),
    fallbacks: [chromeFallback],
  },
  get designTokens() {
    return designTokensOfOpenCloud2
  },
}))()

export const openCloud2: Target<'opencloud-2'> = /* @__PURE__ */ (() =>
  joined(openCloud, openCloud2Consumer, {
    schema: schemaAddress('opencloud-2'),
    builtInImages: imagesOfOpenCloud[2],
    get tokens() {
      return tokensOfOpenCloud2
    },
    rowBorder: 'outlineVariant',
    // Its tooltips have no roles.
    get painted() {
      return paintedByOpenCloud.filter(({ foreground }) => foreground !== 'inverseOnSurface')
    },
    needs: [
      urlsNeed,
      ...['accessDeniedHelp', 'imprint', 'privacy'].map(linkNeed),
      shareRolesNeed,
      designTokensNeed,
    ],
  }))()

export const openCloud2Painted: PaintedPages = /* @__PURE__ */ (() => ({
  drawnAs: 'opencloud-7.3',
  regions: regionsOfOpenCloud2,
  remark: 'In 2.0 to 3.0 the hovered and the selected row have the background of each other.',
}))()
