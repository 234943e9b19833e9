import type { JsonObject } from '../document/json.js'

/** Values of ownCloud's own theme, which stand in where a file has none. */
export const shippedCommon = {
  name: 'ownCloud',
  slogan: 'ownCloud – A safe home for all your data',
  logo: 'themes/owncloud/assets/logo.svg',
  urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
} as const satisfies JsonObject

export const shippedLogo = {
  topbar: 'themes/owncloud/assets/logo.svg',
  favicon: 'themes/owncloud/assets/favicon.jpg',
  login: 'themes/owncloud/assets/logo.svg',
} as const satisfies JsonObject

export const shippedBackground = 'themes/owncloud/assets/loginBackground.jpg'

/** Images that older releases shipped, and what took their place; `undefined` where nothing did. */
export const formerFiles: ReadonlyMap<string, string | undefined> = new Map([
  ['themes/owncloud/favicon.jpg', 'themes/owncloud/assets/favicon.jpg'],
  ['themes/owncloud/assets/cloud.svg', undefined],
])
