/** What OpenCloud, which began as a copy of oCIS 7, calls variables of oCIS. */
export const openCloudNames: readonly (readonly [ocis: string, openCloud: string])[] = [
  ['OCIS_BASE_DATA_PATH', 'OC_BASE_DATA_PATH'],
  ['OCIS_ASSET_THEMES_PATH', 'OC_ASSET_THEMES_PATH'],
  ['OCIS_URL', 'OC_URL'],
]

/** What else the images of the two products have different defaults for. */
export const productDefaults = {
  data: { ocis: '/var/lib/ocis', openCloud: '/var/lib/opencloud' },
  dataVariable: { ocis: 'OCIS_BASE_DATA_PATH', openCloud: 'OC_BASE_DATA_PATH' },
} as const
