/** What the text of a value is used for. */
export type ValueKind =
  | 'image'
  /** An image that the built-in login page shows too, as `'/' + path`. */
  | 'common-logo'
  /** An image that goes into an unquoted `url(…)`. */
  | 'background'
  /** An image that goes into `url('…')`. */
  | 'banner-icon'
  | 'link'
  | 'app-scheme'
  | 'color'
  | 'length'
  | 'font'

/** The values of one place in a theme, `defaults` or `common`; `*` stands for every key or index. */
export interface ValuePlace {
  readonly path: readonly string[]
  readonly kind: ValueKind
}

const tokenPlaces: readonly ValuePlace[] = [
  { path: ['designTokens', 'breakpoints', '*'], kind: 'length' },
  { path: ['designTokens', 'colorPalette', '*'], kind: 'color' },
  { path: ['designTokens', 'fontSizes', '*'], kind: 'length' },
  { path: ['designTokens', 'sizes', '*'], kind: 'length' },
  { path: ['designTokens', 'spacing', '*'], kind: 'length' },
  { path: ['designTokens', 'fontFamily'], kind: 'font' },
]

/** Seen in ownCloud Web 8.0 to 12.5; what a release doesn't read, its schema doesn't know. */
export const ocisValues: readonly ValuePlace[] = /* @__PURE__ */ (() => [
  { path: ['common', 'logo'], kind: 'common-logo' },
  { path: ['common', 'urls', '*'], kind: 'link' },
  { path: ['logo', 'topbar'], kind: 'image' },
  { path: ['logo', 'topbarSm'], kind: 'image' },
  { path: ['logo', 'favicon'], kind: 'image' },
  { path: ['logo', 'login'], kind: 'image' },
  { path: ['logo', 'notFound'], kind: 'image' },
  { path: ['logo', 'href'], kind: 'link' },
  { path: ['icons', '*'], kind: 'image' },
  { path: ['loginPage', 'backgroundImg'], kind: 'background' },
  { path: ['appBanner', 'icon'], kind: 'banner-icon' },
  { path: ['appBanner', 'appScheme'], kind: 'app-scheme' },
  { path: ['designTokens', 'tagColorsList', '*'], kind: 'color' },
  ...tokenPlaces,
])()

/** Seen in OpenCloud Web 1.0 to 4.3. */
export const openCloudValues: readonly ValuePlace[] = /* @__PURE__ */ (() => [
  { path: ['logo'], kind: 'image' },
  { path: ['logoMobile'], kind: 'image' },
  { path: ['favicon'], kind: 'image' },
  { path: ['background'], kind: 'image' },
  { path: ['urls', '*'], kind: 'link' },
  { path: ['designTokens', 'roles', '*'], kind: 'color' },
  ...tokenPlaces,
])()
