/** What both themes of `legacyAcme` have; a function, so that tests can change one of them. */
const shared = () => ({
  general: {
    name: 'Acme Cloud',
    slogan: 'Files for everyone',
    imprintUrl: 'https://acme.example/imprint',
    privacyUrl: '',
  },
  logo: {
    topbar: 'themes/acme/logo.svg',
    favicon: 'themes/acme/favicon.png',
    login: 'themes/acme/login.svg',
  },
  loginPage: { autoRedirect: true, backgroundImg: 'themes/acme/background.jpg' },
})

/** A theme of oCIS 4 as an administrator would have it: light and dark, own name and links. */
export const legacyAcme = {
  common: { name: 'Acme Cloud', slogan: 'Files for everyone', logo: 'themes/acme/logo.svg' },
  ios: {},
  web: {
    default: {
      ...shared(),
      designTokens: {
        breakpoints: { 'small-default': '', xlarge: '' },
        colorPalette: {
          'background-default': '#ffffff',
          'swatch-brand-default': '#0a4d8c',
          'icon-folder': '#0a4d8c',
        },
      },
    },
    'default-dark': {
      ...shared(),
      designTokens: {
        colorPalette: {
          'background-default': '#101820',
          'swatch-brand-default': '#79b8ff',
          'icon-folder': '#0a4d8c',
        },
      },
    },
  },
}
