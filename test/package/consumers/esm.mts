import {
  type BrandingTargetId,
  brandingFor,
  type Conversion,
  convert,
  type Detection,
  defineTheme,
  detect,
  makeBranding,
  type Ocis6Theme,
  type Ocis8Theme,
  type Ocis8ThemeEntry,
  type Opencloud4Theme,
  parseText,
  type ThemeOf,
  targets,
  type Validation,
  validate,
} from 'theme-convert'

const detection: Detection = detect({})
const validation: Validation = validate('{}', { target: 'ocis-7', served: 'static' })
const newest: Conversion<Ocis8Theme> = convert({})
const older: Conversion<Ocis6Theme> = convert({}, { target: 'ocis-6', webOptions: { imprintUrl: '' } })
const theme: Ocis8Theme = defineTheme({
  clients: {
    web: {
      defaults: {
        designTokens: {},
        loginPage: { backgroundImg: '' },
        logo: { topbar: '', favicon: '', login: '' },
      },
      themes: [{ name: 'Light Theme', isDark: false }],
    },
  },
})

// @ts-expect-error there is no such target
convert({}, { target: 'ocis-4' })
// @ts-expect-error a theme needs "isDark"
defineTheme({ clients: { web: { ...theme.clients.web, themes: [{ name: 'Light Theme' }] } } })
// @ts-expect-error the theme may be missing
newest.theme.clients
const defaults = {
  designTokens: {},
  loginPage: { backgroundImg: '' },
  logo: { topbar: '', favicon: '', login: '' },
}
// @ts-expect-error a misspelt key
defineTheme({ clients: { web: { defaults: { ...defaults, loginpage: {} }, themes: [] } } })
defineTheme({
  clients: {
    web: {
      // @ts-expect-error a misspelt token
      defaults: { ...defaults, designTokens: { colorPalette: { bordr: '' } } },
      themes: [],
    },
  },
})
export const known: Ocis8Theme = defineTheme({
  clients: { web: { defaults: { ...defaults, designTokens: { colorPalette: { border: '' } } }, themes: [] } },
})
export const own: Ocis8Theme = defineTheme(
  {
    acme: 1,
    clients: { web: { defaults: { ...defaults, designTokens: { colorPalette: { acme: '' } } }, themes: [] } },
  },
  { ownKeys: true },
)
export const openCloud: Opencloud4Theme = defineTheme<'opencloud-4'>({
  common: { name: '', slogan: '', logo: '', urls: {}, shareRoles: {} },
  clients: {
    web: {
      defaults: {},
      themes: [{ label: '', isDark: true, designTokens: { roles: { onPrimary: '#fff' } } }],
    },
  },
})
export const alike: Opencloud4Theme = defineTheme(openCloud, { target: 'opencloud-4', ownKeys: true })
// @ts-expect-error a misspelt key of the target that is named behind it
defineTheme({ common: { nmae: '' }, clients: openCloud.clients }, { target: 'opencloud-4' })
export const entry: Ocis8ThemeEntry | undefined = own.clients.web.themes[0]

export const logo: string = brandingFor('acme.png', { target: 'opencloud-4' }).clients.web.defaults.logo
export const branding: BrandingTargetId = 'ocis-6'
// @ts-expect-error oCIS 5 reads no branding files
brandingFor('acme.png', { target: 'ocis-5' })
// @ts-expect-error oCIS 5 reads no branding files
makeBranding({ name: 'Acme' }, { target: 'ocis-5' })

// A conversion has a theme or reasons, and an entry of its ledger the places that its action has.
export const clients = newest.theme === undefined ? newest.diagnostics : newest.theme.clients
for (const found of newest.ledger.entries) {
  if (found.action === 'dropped') found.from.slice(1)
  // @ts-expect-error a value that was added may be from nowhere
  else found.from.slice(1)
}

// The type of a conversion is named by that of its theme.
export type Named = Conversion<ThemeOf<'ocis-8'>>
// @ts-expect-error the id of a target is no theme
export type Misnamed = Conversion<'ocis-8'>

// Only rules can be switched off.
validate({}, { rules: { 'no-vault-theme': 'off', 'low-contrast': 'error' } })
// @ts-expect-error the target rejects the theme without it
validate({}, { rules: { 'missing-key': 'off' } })
// @ts-expect-error a finding of inspectImages
validate({}, { rules: { 'image-script': 'off' } })

// What is found in a text has a place, what is found in a document may have none.
export const lines: number[] = validate('{}').diagnostics.map(({ range }) => range.start.line)
// @ts-expect-error no range
validate({}).diagnostics[0]?.range.start
// @ts-expect-error perhaps no range: nobody knows what was parsed
validate(JSON.parse('{}')).diagnostics[0]?.range.start
export const places: number[] = parseText('{').diagnostics.map(({ range }) => range.start.column)

export const names: string[] = [
  detection.generation,
  ...validation.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`),
  ...newest.ledger.entries.map(({ action }) => action),
  ...(older.theme?.clients.web.themes.map(({ name }) => name) ?? []),
  targets['ocis-8'].title,
]
