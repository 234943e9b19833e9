import { ocis7 as places } from '../generated/places/ocis-7.js'
import { ocis7Uploads } from '../generated/target-facts.js'
import { ocis7 as check } from '../generated/validators/ocis-7.js'
import { joined } from './joined.js'
import { ocis6, ocis6Consumer } from './ocis-6.js'
import type { PaintedPages } from './painted-regions.js'
import { schemaAddress } from './schema-addresses.js'
import { shareRolesOfOcis7 } from './share-roles.js'
import type { Consumer, Target } from './target.js'

/** Reads what `ocis-6` reads; its server knows more roles. oCIS 7.3 already reads optional keys of `ocis-8`. */
export const ocis7Consumer: Consumer<'ocis-7'> = /* @__PURE__ */ (() =>
  joined(ocis6Consumer, {
    id: 'ocis-7',
    ...ocis7Uploads,
    get check() {
      return check
    },
    get places() {
      return places
    },
    serverValues: { common: { shareRoles: shareRolesOfOcis7 } },
  }))()

export const ocis7: Target<'ocis-7'> = /* @__PURE__ */ (() =>
  joined(ocis6, ocis7Consumer, {
    schema: schemaAddress('ocis-7'),
  }))()

export const ocis7Painted: PaintedPages = { drawnAs: 'ocis-8' }
