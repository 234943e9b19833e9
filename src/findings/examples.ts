import type { Json } from '../json/value.js'

// Values that several examples share.

/** The example theme as it is. */
export const unchanged = { change: { at: '/common/name', value: 'Acme Cloud' } } as const

export const palette = '/clients/web/themes/0/designTokens/colorPalette'
export const background = '/clients/web/defaults/loginPage/backgroundImg'
export const topbar = '/clients/web/defaults/logo/topbar'
export const good = 'themes/acme/logo.svg'
export const ocis5 = 'ownCloud Web 8.0 (oCIS 5)'

export function nested(levels: number): Json {
  let value: Json = {}
  for (let level = 1; level < levels; level += 1) value = { a: value }
  return value
}

export const clients = (defaults: object, themes: readonly object[]) => ({ web: { defaults, themes } })
export const darkRoles = {
  primary: '#6fc2b4',
  onPrimary: '#0d1f1d',
  secondary: '#6fc2b4',
  onSecondary: '#0d1f1d',
  secondaryContainer: '#16332f',
  onSecondaryContainer: '#e3efed',
  error: '#ff8a80',
  onError: '#2b0a07',
  surface: '#0d1f1d',
  onSurface: '#e3efed',
  onSurfaceVariant: '#a9c2bd',
  surfaceContainer: '#132a27',
  surfaceContainerHigh: '#1b3d38',
  surfaceContainerHighest: '#1b3d38',
}

export const openCloudTheme = (defaults: object) => ({
  document: {
    clients: clients(
      {
        urls: {
          accessDeniedHelp: 'https://acme.example/help',
          imprint: 'https://acme.example/imprint',
          privacy: 'https://acme.example/privacy',
        },
        logo: 'themes/acme/logo.svg',
        designTokens: { roles: { primary: '#0b4f4a', onPrimary: '#ffffff' } },
        ...defaults,
      } as object,
      [
        {
          label: 'Light',
          isDark: false,
          designTokens: { roles: { surface: '#ffffff', onSurface: '#12302c' } },
        },
        {
          label: 'Dark',
          isDark: true,
          designTokens: { roles: darkRoles },
        },
      ],
    ),
  } as never,
  target: 'opencloud-7.3' as const,
})
