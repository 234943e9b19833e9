import {
  type Conversion,
  convert,
  type Detection,
  defineTheme,
  detect,
  type Ocis6Theme,
  type Ocis8Theme,
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

export const names: string[] = [
  detection.generation,
  ...validation.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`),
  ...newest.ledger.entries.map(({ action }) => action),
  ...(older.theme?.clients.web.themes.map(({ name }) => name) ?? []),
  targets['ocis-8'].title,
]
