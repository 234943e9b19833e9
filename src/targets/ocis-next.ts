import { ocisNext as places } from '../generated/places/ocis-next.js'
import { ocisNextUploads } from '../generated/target-facts.js'
import { ocisNext as check } from '../generated/validators/ocis-next.js'
import { joined } from './joined.js'
import { ocis8, ocis8Consumer } from './ocis-8.js'
import { ocisMerge } from './ocis-client.js'
import type { PaintedPages } from './painted-regions.js'
import { schemaAddress } from './schema-addresses.js'
import type { Consumer, Target } from './target.js'

/** Upstream's development state of autumn 2026, not tied to a release number yet. */
export const ocisNextConsumer: Consumer<'ocis-next'> = /* @__PURE__ */ (() =>
  joined(ocis8Consumer, {
    id: 'ocis-next',
    ...ocisNextUploads,
    clients: 'ownCloud Web after 12.5 (development state)',
    get check() {
      return check
    },
    get places() {
      return places
    },
    merge: { ...ocisMerge, lists: 'replace' },
    brandingSlots: ['topbar', 'login'],
  }))()

export const ocisNext: Target<'ocis-next'> = /* @__PURE__ */ (() =>
  joined(ocis8, ocisNextConsumer, {
    schema: schemaAddress('ocis-next'),
    loginPageTakesAddresses: true,
  }))()

export const ocisNextPainted: PaintedPages = { drawnAs: 'ocis-8' }
