import fc from 'fast-check'

/** Builds an object with any keys, `__proto__` included. */
function fromPairs(pairs: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const object = {}
  for (const [key, value] of pairs) {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  }
  return object
}

/** An object with any of the given keys. */
function some(model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(model, { requiredKeys: [] }).map((object) => fromPairs(Object.entries(object)))
}

const hostileKeys = ['__proto__', 'constructor', 'toString', 'a/b', 'a~b', '', 'ключ', 'hasOwnProperty']

function mapOf(keys: readonly string[], value: fc.Arbitrary<unknown>, maxLength = 6) {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key, maxLength })
    .map(fromPairs)
}

const anything = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown[]>(
      { deep: { er: [1, {}] } },
      [],
      {},
      [[]],
      JSON.parse('{"__proto__":{"x":1}}'),
    ),
  },
)

const unknownKeys = [
  'zz',
  'topbarSm',
  'href',
  'mode',
  'urls',
  'tagColorsList',
  'icons',
  'isDark',
  'shareRoles',
  'label',
  'favicon',
  'roles',
  ...hostileKeys,
]

/** Adds keys that no client knows, and keys that only later clients know. */
function withUnknown(object: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const extra: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: mapOf(unknownKeys, anything, 3) },
  )
  return fc.tuple(object, extra).map(([known, unknown]) => {
    const pairs = Object.keys(unknown).filter((key) => !Object.hasOwn(known, key))
    return fromPairs([
      ...Object.keys(known).map((key) => [key, known[key]] as const),
      ...pairs.map((key) => [key, unknown[key]] as const),
    ])
  })
}

const name = fc.constantFrom('ownCloud', 'Acme Cloud', 'Acme', '')
const slogan = fc.constantFrom('ownCloud – A safe home for all your data', 'Files for everyone', '')
export const link = fc.constantFrom('', 'https://acme.example/a', 'https://acme.example/b')
const image = fc.constantFrom(
  'themes/owncloud/assets/logo.svg',
  'themes/acme/logo.svg',
  'branding/acme.png',
  '/branding/acme.png',
  'themes/_branding/acme.png',
  'themes/owncloud/favicon.jpg',
  'themes/owncloud/assets/cloud.svg',
  'https://acme.example/logo.png',
  '',
)
const text = fc.oneof(
  fc.constant('Ask us'),
  mapOf(['en', 'de', ...hostileKeys], fc.constantFrom('Ask us', ''), 3),
)

const general = withUnknown(
  some({
    name,
    slogan,
    imprintUrl: link,
    privacyUrl: link,
    helpDeskText: text,
    helpDeskLink: fc.oneof(link, mapOf(['en', 'de'], link, 2)),
    helpDeskLinkText: text,
  }),
)
const logo = withUnknown(
  some({ topbar: image, sidebar: image, favicon: image, login: image, notFound: image }),
)
const loginPage = withUnknown(some({ autoRedirect: fc.boolean(), backgroundImg: image }))
const appBanner = mapOf(
  ['title', 'icon', 'appScheme', ...hostileKeys],
  fc.constantFrom('', 'Acme', 'branding/i.png'),
  3,
)
const color = fc.constantFrom('', '#ffffff', '#000000', 'rgb(1, 2, 3)', 'rgba(200, 0, 0, .5)', 'var(--x)')
const tokens = mapOf(
  [
    'background-default',
    'background-hover',
    'swatch-brand-default',
    'swatch-primary-default',
    'text-inverse',
    'border',
    'icon-file',
    ...hostileKeys,
  ],
  color,
  8,
)
const sizes = mapOf(['small', 'large', ...hostileKeys], fc.constantFrom('', '1px', '2px'))
const designTokens = withUnknown(
  some({
    breakpoints: sizes,
    colorPalette: tokens,
    fontSizes: sizes,
    sizes,
    spacing: sizes,
    fontFamily: fc.constantFrom('', 'Inter', 'Arial'),
  }),
)

/** A legacy theme with any of its parts. */
const legacyTheme = withUnknown(
  some({
    general,
    logo,
    loginPage,
    appBanner,
    designTokens,
    'theme-name': fc.constantFrom('Blue', 'Light Theme', ' '),
  }),
)

/** A theme that is recognised with certainty. */
const clearTheme = legacyTheme.map((theme) =>
  fromPairs([['general', { name: 'Acme' }], ...Object.entries(theme)]),
)

const themeKeys = [
  'default',
  'default-dark',
  'blue',
  'dark-red',
  'light-theme',
  'constructor',
  '__proto__',
  '',
  'a/b',
  'a~b',
]

const sections = {
  ios: withUnknown(fc.constant({})),
  android: fc.constant({}),
  desktop: fc.constant({ zz: [1] }),
}

const common = withUnknown(some({ name, slogan, logo: image, accessDeniedHelpUrl: link })).map((object) =>
  fromPairs(Object.entries(object).filter(([key]) => key !== 'general')),
)

export const wrapped = fc
  .tuple(
    mapOf([...themeKeys, 'web', 'common', 'themes-2'], legacyTheme, 4),
    some({ common, ...sections, extra: anything }),
  )
  .map(([web, rest]) => fromPairs([...Object.entries(rest), ['web', web]]))

export const named = fc
  .tuple(
    clearTheme,
    mapOf(themeKeys.slice(1), legacyTheme, 3),
    some({ common, ...sections, version: fc.constantFrom(3, null, 'x') }),
  )
  .map(([first, others, rest]) =>
    fromPairs([...Object.entries(rest), ['default', first], ...Object.entries(others)]),
  )

export const flat = fc
  .tuple(
    fc.constantFrom({ name: 'Acme Cloud' }, { name: 'ownCloud', slogan: 'Files' }),
    some({
      logo: withUnknown(
        some({
          sidebar: image,
          favicon: image,
          login: image,
          mini: image,
          small: image,
          big: image,
          background: image,
        }),
      ),
      loginPage,
      filesList: some({ hideDefaultStatusIndicators: fc.boolean() }),
      colors: mapOf(['brand', ...hostileKeys], color),
      designTokens,
      zz: anything,
    }),
  )
  .map(([first, rest]) => fromPairs([['general', first], ...Object.entries(rest)]))

const group = withUnknown(some({ topbar: image, favicon: image, login: image }))
const layer = {
  logo: group,
  loginPage,
  designTokens: withUnknown(some({ colorPalette: tokens, sizes })),
  appBanner: some({ title: name }),
  common: some({
    name,
    slogan,
    logo: image,
    urls: some({ imprint: link, privacy: link, accessDeniedHelp: link }),
  }),
}

export const unwrapped = fc
  .tuple(
    withUnknown(some(layer)),
    fc.array(withUnknown(some({ name, isDark: fc.boolean(), ...layer })), { maxLength: 3 }),
    some(sections),
  )
  .map(([defaults, themes, rest]) => ({ ...rest, web: { defaults, themes } }))

const { common: layerCommon, ...clientLayer } = layer

/** Current documents, often with missing values that a conversion has to fill in. */
export const current = fc
  .tuple(
    some({ common: layerCommon }),
    some(layer),
    fc.array(
      some({ name, isDark: fc.boolean(), mode: fc.constantFrom('regular', 'vault'), ...clientLayer }),
      { maxLength: 3 },
    ),
    some(sections),
  )
  .map(([root, defaults, themes, clients]) => ({
    ...root,
    clients: { ...clients, web: { defaults, themes } },
  }))

const openCloudImage = fc.constantFrom(
  'themes/opencloud/assets/logo.svg',
  'themes/acme/logo.svg',
  'themes/_branding/acme.png',
  '',
)
const flatTexts = {
  name,
  slogan,
  logo: openCloudImage,
  logoMobile: openCloudImage,
  urls: some({ imprint: link, privacy: link, accessDeniedHelp: link, accessibility: link }),
  shareRoles: mapOf(
    ['one', ...hostileKeys],
    fc.constantFrom({ iconName: 'eye' }, { iconName: 'x', label: 'X' }),
    2,
  ),
}
const roles = mapOf(
  ['chrome', 'onChrome', 'surface', 'surfaceContainer', 'primary', 'secondary', 'outline', ...hostileKeys],
  color,
)
const flatLayer = {
  ...flatTexts,
  favicon: openCloudImage,
  background: openCloudImage,
  designTokens: withUnknown(
    some({ roles, colorPalette: tokens, sizes, spacing: sizes, fontFamily: fc.constantFrom('', 'Inter') }),
  ),
}

/** Documents of OpenCloud, of every release, often with missing values. */
export const openCloud = fc
  .tuple(
    some({ common: withUnknown(some(flatTexts)) }),
    some(flatLayer),
    fc.array(some({ label: name, isDark: fc.boolean(), ...flatLayer }), { maxLength: 3 }),
    some(sections),
  )
  .map(([root, defaults, themes, clients]) => ({
    ...root,
    clients: { ...clients, web: { defaults, themes } },
  }))
