/** Whether a release is one of OpenCloud. */
export const isOpenCloud = (release: string): boolean => release.startsWith('opencloud')

/** The product of a container image, by its name; `undefined` for another image. */
export const productOfImage = (image: string): string | undefined =>
  /(?:^|\/)(opencloud|ocis)(?:-rolling|-production)?(?::|@|$)/.exec(image)?.[1]

/** The variables that have another name in OpenCloud, a fork of oCIS 7. */
export const openCloudNames: readonly (readonly [ocis: string, openCloud: string])[] = [
  ['OCIS_BASE_DATA_PATH', 'OC_BASE_DATA_PATH'],
  ['OCIS_ASSET_THEMES_PATH', 'OC_ASSET_THEMES_PATH'],
  ['OCIS_URL', 'OC_URL'],
]

/** The default data folders of the container images, and the variables that change them. */
export const productDefaults = {
  data: { ocis: '/var/lib/ocis', openCloud: '/var/lib/opencloud' },
  dataVariable: { ocis: 'OCIS_BASE_DATA_PATH', openCloud: 'OC_BASE_DATA_PATH' },
} as const
