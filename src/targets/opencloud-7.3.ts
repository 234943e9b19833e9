import { opencloud73 as places } from '../generated/places/opencloud-7.3.js'
import { openCloud73Uploads } from '../generated/target-facts.js'
import { opencloud73 as check } from '../generated/validators/opencloud-7.3.js'
import { joined } from './joined.js'
import { tokensOfOpenCloud73 } from './known-tokens.js'
import { openCloud4, openCloud4Consumer } from './opencloud-4.js'
import { groupsGone, iconColorsGone, rolesNeed, shareRolesNeed, urlsNeed } from './opencloud-client.js'
import { designTokensOfOpenCloud73 } from './opencloud-tokens.js'
import type { PaintedPages } from './painted-regions.js'
import { schemaAddress } from './schema-addresses.js'
import type { Consumer, Target } from './target.js'

/** It starts without design tokens, and reads none of the palette. */
export const openCloud73Consumer: Consumer<'opencloud-7.3'> = /* @__PURE__ */ (() =>
  joined(openCloud4Consumer, {
    id: 'opencloud-7.3',
    ...openCloud73Uploads,
    clients: 'OpenCloud Web 7.3',
    get check() {
      return check
    },
    get places() {
      return places
    },
    properties: {
      ...openCloud4Consumer.properties,
      start: openCloud4Consumer.properties.start.filter(({ group }) => group !== 'colorPalette'),
      store: openCloud4Consumer.properties.store.filter(({ group }) => group !== 'colorPalette'),
    },
    get designTokens() {
      return designTokensOfOpenCloud73
    },
  }))()

export const openCloud73: Target<'opencloud-7.3'> = /* @__PURE__ */ (() =>
  joined(openCloud4, openCloud73Consumer, {
    schema: schemaAddress('opencloud-7.3'),
    get tokens() {
      return tokensOfOpenCloud73
    },
    gone: [...groupsGone, iconColorsGone],
    needs: [urlsNeed, shareRolesNeed, rolesNeed],
  }))()

export const openCloud73Painted: PaintedPages = { drawnAs: 'opencloud-7.3' }
