import { textsOfOcis5 } from '../generated/shipped-texts.js'

/** Values of the theme that ownCloud ships, used for what a file lacks. */
export const shippedCommon = /* @__PURE__ */ (() => ({
  name: textsOfOcis5['common.name'],
  slogan: textsOfOcis5['common.slogan'],
  logo: textsOfOcis5['common.logo'],
  urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
}))()

export const shippedLogo = /* @__PURE__ */ (() => ({
  topbar: textsOfOcis5['logo.topbar'],
  favicon: textsOfOcis5['logo.favicon'],
  login: textsOfOcis5['logo.login'],
}))()

export const shippedBackground: string = /* @__PURE__ */ (() => textsOfOcis5['login.background'])()

/** The images of the server's own theme up to Web 12.0. */
export const imagesOfOcis = ['assets/favicon.jpg', 'assets/loginBackground.jpg', 'assets/logo.svg'] as const

/** The images that the stock themes of Web 12.1 to 12.4 and of oCIS 8 name. */
export const imagesOfWeb12 = [
  'assets/favicon.jpg',
  'assets/hands.svg',
  'assets/loginBackground.jpg',
  'assets/logo.svg',
  'assets/logo_dark.svg',
  'assets/oc_coloured.svg',
  'assets/simplelanguage.svg',
  'assets/universal-access.svg',
] as const

/** The images of OpenCloud's own theme: 1.x, 2.0 to 3.x, and 4.1 and later. */
export const imagesOfOpenCloud = {
  1: ['assets/favicon.ico', 'assets/logo.svg', 'assets/logo-white.svg'],
  2: ['assets/favicon.svg', 'assets/logo.svg', 'assets/logo-white.svg'],
  4: [
    'assets/favicon.svg',
    'assets/logo.svg',
    'assets/logo-mobile.svg',
    'assets/logo-white.svg',
    'assets/logo-white-mobile.svg',
  ],
} as const

/** Images that only older releases shipped, and their successors; `undefined` for none. */
export const formerFiles: ReadonlyMap<string, string | undefined> = new Map([
  ['themes/owncloud/favicon.jpg', 'themes/owncloud/assets/favicon.jpg'],
  ['themes/owncloud/assets/cloud.svg', undefined],
])

/** The paths of OpenCloud's favicon; each release has one of them. */
export const faviconsOfOpenCloud: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'themes/opencloud/assets/favicon.ico',
  'themes/opencloud/assets/favicon.svg',
])

const sorted = (...lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].sort()

/** The images that servers of each product ship, or once shipped, below the folder of their theme. */
export const shippedImages: Readonly<
  Record<string, { readonly folder: string; readonly names: readonly string[] }>
> = /* @__PURE__ */ (() => ({
  'ownCloud Web': {
    folder: 'themes/owncloud/',
    names: sorted(imagesOfWeb12, ['favicon.jpg', 'assets/cloud.svg']),
  },
  OpenCloud: {
    folder: 'themes/opencloud/',
    names: sorted(...Object.values(imagesOfOpenCloud), ['assets/favicon.jpg']),
  },
}))()
