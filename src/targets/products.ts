import type { Family } from './target.js'

export const ownCloudWeb: Family = { product: 'ownCloud Web', generation: 'current' }

export const openCloudWeb: Family = { product: 'OpenCloud', generation: 'opencloud' }
