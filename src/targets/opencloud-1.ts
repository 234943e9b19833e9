import { opencloud1 as check } from '../generated/opencloud-validators.js'
import { opencloud1 as places } from '../generated/places.js'
import { ocisProperties } from './ocis-client.js'
import { designTokensNeed, openCloud, shareRolesNeed, urlsNeed } from './opencloud-client.js'
import { designTokensOfOpenCloud1 } from './opencloud-tokens.js'
import { schemaAddress } from './schema-addresses.js'
import type { Target } from './target.js'
import { uploadsOf } from './uploads.js'

/** It sets the custom properties of ownCloud Web, and stores the chosen theme by its merged `name`. */
export const openCloud1: Target<'opencloud-1'> = /* @__PURE__ */ (() => ({
  ...openCloud,
  id: 'opencloud-1',
  ...uploadsOf['opencloud-1'],
  clients: 'OpenCloud Web 1.x',
  schema: schemaAddress('opencloud-1'),
  check,
  places,
  choice: { titleKey: 'name', isTitleMerged: true, unknownStored: 'system' },
  properties: ocisProperties,
  designTokens: designTokensOfOpenCloud1,
  needs: [urlsNeed, shareRolesNeed, designTokensNeed],
}))()
