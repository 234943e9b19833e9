import { clone, type Json, type JsonObject } from '../json/value.js'
import { type ShippedTheme, shippedThemes, uploadedCopy } from '../shipped/shipped-themes.js'

const copy = (theme: Json) => clone(theme) as JsonObject

const logo = {
  topbar: 'themes/acme/logo.svg',
  favicon: 'themes/acme/favicon.png',
  login: 'themes/acme/logo.svg',
}

const light = {
  'background-default': '#ffffff',
  'text-default': '#12302c',
  'swatch-brand-default': '#0b4f4a',
  'swatch-brand-contrast': '#ffffff',
}

const dark = {
  'background-default': '#0d1f1d',
  'background-highlight': '#16332f',
  'background-hover': '#1b3d38',
  'background-muted': '#132a27',
  'background-secondary': '#132a27',
  'input-text-default': '#e3efed',
  'swatch-passive-default': '#a9c2bd',
  'swatch-passive-contrast': '#0d1f1d',
  'swatch-passive-hover-outline': '#c3d6d2',
  'text-default': '#e3efed',
  'text-muted': '#a9c2bd',
  'swatch-brand-default': '#0b4f4a',
  'swatch-brand-contrast': '#ffffff',
  'swatch-primary-default': '#6fc2b4',
  'swatch-primary-muted': '#6fc2b4',
  'swatch-primary-muted-hover': '#8fd4c8',
  'swatch-primary-gradient': '#6fc2b4',
  'swatch-primary-gradient-hover': '#8fd4c8',
  'swatch-primary-contrast': '#0d1f1d',
  'swatch-danger-default': '#ff8a80',
  'swatch-danger-contrast': '#2b0a07',
  'text-inverse': '#0d1f1d',
}

/** A theme for oCIS 8 without findings. */
export const exampleTheme = (): JsonObject =>
  copy({
    common: {
      name: 'Acme Cloud',
      slogan: 'Files for everyone',
      logo: 'themes/acme/logo.svg',
      urls: { accessDeniedHelp: '', imprint: 'https://acme.example/imprint', privacy: '' },
      shareRoles: { 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { name: 'UnifiedRoleViewer', iconName: 'eye' } },
    },
    clients: {
      web: {
        defaults: {
          logo,
          loginPage: { backgroundImg: '/themes/acme/harbour.jpg' },
          designTokens: { colorPalette: {}, spacing: { medium: '16px' } },
        },
        themes: [
          { name: 'Light', isDark: false, designTokens: { colorPalette: light } },
          { name: 'Dark', isDark: true, designTokens: { colorPalette: dark } },
          { name: 'Vault', isDark: true, mode: 'vault', designTokens: { colorPalette: dark } },
        ],
      },
    },
  })

/** A theme for oCIS 8 with colours for all roles of OpenCloud, which is converted there without findings. */
export const exampleRichTheme = (): JsonObject =>
  copy({
    common: {
      name: 'Acme Cloud',
      slogan: 'Files for everyone',
      logo: logo.login,
      urls: { accessDeniedHelp: '', imprint: 'https://acme.example/imprint', privacy: '' },
    },
    clients: {
      web: {
        defaults: {
          logo,
          loginPage: { backgroundImg: '/themes/acme/harbour.jpg' },
          designTokens: {
            colorPalette: {
              ...light,
              'background-muted': '#eef3f2',
              'background-highlight': '#dfeae8',
              border: '#c9d6d4',
              'swatch-primary-gradient': '#0b4f4a',
            },
          },
        },
        themes: [{ name: 'Light', isDark: false }],
      },
    },
  })

const legacy = (palette: Readonly<Record<string, string>>) => ({
  general: {
    name: 'Acme Cloud',
    slogan: 'Files for everyone',
    imprintUrl: 'https://acme.example/imprint',
    privacyUrl: 'https://acme.example/privacy',
  },
  logo,
  loginPage: { backgroundImg: 'themes/acme/harbour.jpg' },
  designTokens: { colorPalette: palette },
})

/** A theme of oCIS 4 that is converted without findings. */
export const exampleLegacyTheme = (): JsonObject =>
  copy({
    common: {
      name: 'Acme Cloud',
      slogan: 'Files for everyone',
      logo: 'themes/acme/logo.svg',
      accessDeniedHelpUrl: 'https://acme.example/help',
    },
    web: { default: legacy(light), 'default-dark': legacy(dark) } as Json,
  })

/** The theme that oCIS 5 shipped, unchanged or as a logo upload wrote it. */
export const exampleServerCopy = (image: string | null): JsonObject => {
  const shipped = shippedThemes().at(-1) as ShippedTheme
  return image === null ? copy(shipped.document) : uploadedCopy(shipped, image)
}
