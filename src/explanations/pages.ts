import type { Explanation } from './explanation.js'

const clients = (defaults: object, themes: readonly object[]) => ({ web: { defaults, themes } })
const openCloudTheme = (defaults: object) => ({
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
          designTokens: { roles: { surface: '#0d1f1d', onSurface: '#e3efed' } },
        },
      ],
    ),
  } as never,
  target: 'opencloud-7.3' as const,
})

/** Findings about what pages need, and about what a theme’s author probably didn’t mean. */
export const pages = {
  'no-theme': {
    why: 'The check of the client lets a file without themes pass, and then there is nothing to show: Web 8 says "missing or invalid config", Web 9 and later show an empty page.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes', value: [] } },
    right: {
      change: {
        at: '/clients/web/themes',
        value: [
          { isDark: false, name: 'Light', designTokens: { colorPalette: { 'text-default': '#000000' } } },
          { isDark: true, name: 'Dark', designTokens: { colorPalette: { 'text-default': '#111111' } } },
          { isDark: true, name: 'Vault', mode: 'vault' },
        ],
      },
    },
  },
  'missing-common': {
    why: 'Without name, slogan and links there is no page title, no account menu (so nobody can log out), and the pages for logout, public links and denied access are empty. The file list still works, so it goes unnoticed.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/common' } },
    right: {
      change: {
        at: '/common',
        value: {
          name: 'Acme Cloud',
          slogan: 'Files for everyone',
          logo: 'themes/acme/logo.svg',
          urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
        },
      },
    },
  },
  'missing-links': {
    why: 'The account menu reads the links without looking whether they are there.',
    since: 'OpenCloud Web 1.0',
    wrong: {
      document: {
        clients: clients({ designTokens: { roles: { primary: '#0b4f4a', onPrimary: '#ffffff' } } }, [
          { label: 'Light', isDark: false },
          {
            label: 'Dark',
            isDark: true,
            designTokens: { roles: { surface: '#0d1f1d', onSurface: '#e3efed' } },
          },
        ]),
      } as never,
      target: 'opencloud-7.3',
    },
    right: openCloudTheme({}),
  },
  'missing-share-roles': {
    why: 'The sharing dialogue looks up the icon of each role in the theme. The server adds them; a plain web server doesn’t.',
    since: 'OpenCloud Web 1.0',
    wrong: { ...openCloudTheme({}), served: 'static' },
    right: {
      ...openCloudTheme({ shareRoles: { 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { iconName: 'eye' } } }),
      served: 'static',
    },
  },
  'missing-design-tokens': {
    why: 'The client’s check lets a file without design tokens pass, and then the client does not start.',
    since: 'OpenCloud Web 1.0, up to 7.2',
    wrong: {
      document: {
        clients: clients(
          { urls: { accessDeniedHelp: '', imprint: '', privacy: '' }, logo: 'themes/acme/logo.svg' },
          [
            { label: 'Light', name: 'Light', isDark: false, favicon: 'themes/acme/light.png' },
            { label: 'Dark', name: 'Dark', isDark: true, favicon: 'themes/acme/dark.png' },
          ],
        ),
      } as never,
      target: 'opencloud-1',
    },
    right: {
      document: {
        clients: clients(
          {
            urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
            logo: 'themes/acme/logo.svg',
            designTokens: { colorPalette: {} },
          },
          [
            { label: 'Light', name: 'Light', isDark: false, favicon: 'themes/acme/light.png' },
            { label: 'Dark', name: 'Dark', isDark: true, favicon: 'themes/acme/dark.png' },
          ],
        ),
      } as never,
      target: 'opencloud-1',
    },
  },
  'missing-material-roles': {
    why: 'The office editor takes its colours from the Material roles and does not open without them.',
    since: 'OpenCloud Web 6.2',
    wrong: {
      document: {
        clients: clients(
          { urls: { imprint: 'https://acme.example/imprint' }, logo: 'themes/acme/logo.svg' },
          [
            { label: 'Light', isDark: false, favicon: 'themes/acme/light.png' },
            { label: 'Dark', isDark: true, favicon: 'themes/acme/dark.png' },
          ],
        ),
      } as never,
      target: 'opencloud-7.3',
    },
    right: openCloudTheme({}),
  },
  'missing-color-palette': {
    why: 'Where the merged theme has no colour palette at all, the client sets neither the favicon nor the colour of the browser’s frame.',
    since: 'ownCloud Web 12.3 (oCIS 8)',
    wrong: {
      document: {
        common: {
          name: 'Acme Cloud',
          slogan: 'Files for everyone',
          logo: 'themes/acme/logo.svg',
          urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
        },
        clients: clients(
          {
            logo: { topbar: 'a.svg', favicon: 'a.png', login: 'a.svg' },
            loginPage: { backgroundImg: 'a.jpg' },
            designTokens: {},
          },
          [
            { name: 'Light', isDark: false, designTokens: { fontFamily: 'Inter' } },
            { name: 'Dark', isDark: true, designTokens: { fontFamily: 'Roboto' } },
            { name: 'Vault', isDark: true, mode: 'vault' },
          ],
        ),
      } as never,
    },
    right: { change: { at: '/clients/web/defaults/designTokens/colorPalette', value: {} } },
  },
  'duplicate-theme-name': {
    why: 'Clients store the theme that a user chose by its name. Of two themes with the same name they find the first.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/1/name', value: 'Light' } },
    right: { change: { at: '/clients/web/themes/1/name', value: 'Dark' } },
  },
  'blank-theme-name': {
    why: 'The menu of themes shows the names, and an empty line for this one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/1/name', value: ' ' } },
    right: { change: { at: '/clients/web/themes/1/name', value: 'Dark' } },
  },
  'same-look': {
    why: 'Two entries of the menu show exactly the same: probably a copy of a theme that somebody meant to change.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: {
      change: {
        at: '/clients/web/themes/0/designTokens/colorPalette',
        value: {
          'background-default': '#0d1f1d',
          'text-default': '#e3efed',
          'text-muted': '#a9c2bd',
          'swatch-brand-default': '#0b4f4a',
          'swatch-brand-contrast': '#ffffff',
        },
      },
    },
    right: {
      change: {
        at: '/clients/web/themes/0/designTokens/colorPalette',
        value: { 'background-default': '#ffffff', 'text-default': '#12302c' },
      },
    },
  },
  'no-light-theme': {
    why: 'People whose system prefers light see the first theme, a dark one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/0/isDark', value: true } },
    right: { change: { at: '/clients/web/themes/0/isDark', value: false } },
  },
  'no-dark-theme': {
    why: 'People whose system prefers dark see the first theme, a light one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/1/isDark', value: false } },
    right: { change: { at: '/clients/web/themes/1/isDark', value: true } },
  },
  'no-vault-theme': {
    why: 'The vault shows only themes that are made for it. Where the vault is in use and there is none, every page below /vault breaks.',
    since: 'ownCloud Web 12.4 (oCIS 8.1)',
    wrong: { change: { at: '/clients/web/themes/2' } },
    right: { change: { at: '/clients/web/themes/2/mode', value: 'vault' } },
  },
  'share-roles-hidden': {
    why: 'A “common” in the defaults replaces that of the root as a whole, and the server adds the share roles to the root only. An empty map passes the client’s check, and every role then shows the same icon.',
    since: 'ownCloud Web 9.0 (oCIS 6)',
    wrong: {
      change: {
        at: '/clients/web/defaults/common',
        value: {
          name: 'Acme Cloud',
          slogan: 'Files for everyone',
          logo: 'themes/acme/logo.svg',
          urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
          shareRoles: {},
        },
      },
    },
    right: {
      change: {
        at: '/clients/web/defaults/common',
        value: {
          name: 'Acme Cloud',
          slogan: 'Files for everyone',
          logo: 'themes/acme/logo.svg',
          urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
          shareRoles: { 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { iconName: 'eye' } },
        },
      },
    },
  },
  'missing-app-scheme': {
    why: 'On small screens the client shows the banner as soon as it has any key, and puts the scheme before the link of its button. Without one the link starts with "undefined".',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/defaults/appBanner', value: { title: 'Acme Cloud' } } },
    right: {
      change: { at: '/clients/web/defaults/appBanner', value: { title: 'Acme Cloud', appScheme: 'acme' } },
    },
  },
  'misspelt-key': {
    why: 'Clients ignore keys that they don’t know, without a word: the value has no effect.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/defaults/logo/notFuond', value: 'themes/acme/lost.svg' } },
    right: { change: { at: '/clients/web/defaults/logo/notFound', value: 'themes/acme/lost.svg' } },
  },
  'misplaced-key': {
    why: 'Clients read each key in its place only: here it has no effect.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/appBanner', value: { appScheme: 'acme' } } },
    right: { change: { at: '/clients/web/defaults/appBanner', value: { appScheme: 'acme' } } },
  },
  'unknown-key': {
    why: 'Clients ignore keys that they don’t know. That is fine for notes and for other programs, and has no effect on the pages.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/contact', value: 'design@acme.example' } },
    right: { change: { at: '/common/slogan', value: 'Ask design@acme.example' } },
  },
  'ignored-generation': {
    why: 'Clients look at "clients" alone. What an old theme left beside it has no effect, and misleads the next person who edits the file.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/web', value: { default: { general: { name: 'Acme' } } } } },
    right: { change: { at: '/common/name', value: 'Acme' } },
  },
  'branding-file': {
    why: 'A branding file is what a logo upload left: three paths, no theme. There is nothing to convert in it.',
    since: 'oCIS 6',
    wrong: {
      converted: {
        at: '',
        value: {
          clients: { web: { defaults: { logo: { topbar: 'a.png', login: 'a.png' } } } },
          common: { logo: 'a.png' },
        },
      },
      from: 'current',
    },
    right: { converted: { at: '/common/name', value: 'Acme' }, from: 'current' },
  },
  'branding-not-read': {
    why: 'Servers before oCIS 6 know no branding file: they wrote an uploaded logo into a copy of the theme.',
    since: 'up to oCIS 5',
    wrong: {
      document: {
        clients: { web: { defaults: { logo: { topbar: 'branding/a.png', login: 'branding/a.png' } } } },
        common: { logo: 'branding/a.png' },
      },
      target: 'ocis-5',
    },
    right: {
      document: {
        clients: {
          web: { defaults: { logo: { topbar: 'themes/_branding/a.png', login: 'themes/_branding/a.png' } } },
        },
        common: { logo: 'themes/_branding/a.png' },
      },
      target: 'ocis-6',
    },
  },
  'rejected-file': {
    why: 'The client checks the file when it loads it. One wrong type or missing key, and it shows nothing of the file, so what the values would add up to is of no use yet. “theme-convert validate” names the places.',
    since: 'Web 8.0, OpenCloud Web 1.0',
    wrong: { isResolved: true, change: { at: '/clients/web/defaults/logo/favicon' } },
    right: { isResolved: true },
  },
} as const satisfies Record<string, Explanation>
