import { unchanged } from '../findings/examples.js'
import type { Metas } from '../findings/meta.js'
import { exampleLegacyTheme } from '../shipped/example-themes.js'
import type { Descriptions } from './rule-description.js'

export const meta = {
  'not-a-theme': { severity: 'error', title: 'Not a theme' },
  'mixed-generations': { severity: 'error', title: 'Shapes of different generations mixed' },
  'legacy-theme': { severity: 'error', title: 'Theme of an older generation' },
  'other-product': { severity: 'error', title: 'Theme of another product' },
  'partial-theme': { severity: 'error', title: 'Part of a theme, valid as a branding file' },
  'wrong-type': { severity: 'error', title: 'Wrong type' },
  'missing-key': { severity: 'error', title: 'Missing key' },
  'value-not-allowed': { severity: 'error', title: 'Value not allowed' },
  'too-many-items': { severity: 'error', title: 'Too many items' },
} as const satisfies Metas

export const description = (): Descriptions<typeof meta> => ({
  'not-a-theme': {
    why: 'The document has no part of a theme of any release. It is probably another file.',
    since: 'all releases',
    wrong: { document: { name: 'package', version: '1.0.0' } },
    right: unchanged,
  },
  'mixed-generations': {
    why: 'The document mixes themes of different releases, and every program reads only one of them. A conversion would have to guess the right one.',
    since: 'all releases',
    wrong: {
      document: { general: { name: 'Acme' }, logo: { topbar: 'a.svg' }, web: { default: { general: {} } } },
    },
    right: unchanged,
  },
  'legacy-theme': {
    why: 'The format changed completely with ownCloud Web 8 (oCIS 5). Later clients find none of their keys in an old file: ownCloud Web shows its stock theme, OpenCloud Web only "missing or invalid config".',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { document: exampleLegacyTheme() },
    right: unchanged,
  },
  'other-product': {
    why: 'OpenCloud forked from ownCloud and flattened its themes. Neither product reads the themes of the other.',
    since: 'OpenCloud Web 1.0',
    wrong: {
      document: {
        common: { name: 'Acme', logo: 'a.svg' },
        clients: {
          web: { defaults: { logo: 'a.svg', favicon: 'a.png' }, themes: [{ label: 'Light', isDark: false }] },
        },
      },
      target: 'ocis-8',
    },
    right: unchanged,
  },
  'partial-theme': {
    why: 'Clients reject a theme without all required keys: ownCloud Web shows its stock theme, OpenCloud Web only "missing or invalid config". Servers since oCIS 6 merge themes/_branding/theme.json into the theme, so a part of a theme is valid there.',
    since: 'oCIS 6',
    wrong: { document: { common: { name: 'Acme Cloud' } } },
    right: { document: { common: { name: 'Acme Cloud' } }, as: 'branding' },
  },
  'wrong-type': {
    why: 'Clients check the type of every known key. If one is wrong, ownCloud Web shows its stock theme, and OpenCloud Web only "missing or invalid config".',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/themes/0/isDark', value: 'false' } },
    right: { change: { at: '/clients/web/themes/0/isDark', value: false } },
  },
  'missing-key': {
    why: 'Some groups must be complete: a theme that sets its own top bar logo must repeat the favicon and the login logo. Otherwise clients reject the whole file.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { change: { at: '/clients/web/defaults/logo/favicon' } },
    right: { change: { at: '/clients/web/defaults/logo/favicon', value: 'themes/acme/favicon.png' } },
  },
  'value-not-allowed': {
    why: 'The key allows only a few values, and clients reject the whole file for any other.',
    since: 'ownCloud Web 12.4 (oCIS 8.1)',
    wrong: { change: { at: '/clients/web/themes/2/mode', value: 'Vault' } },
    right: { change: { at: '/clients/web/themes/2/mode', value: 'vault' } },
  },
  'too-many-items': {
    why: 'Clients reject the whole file if a list is too long.',
    since: 'oCIS after 8.1',
    wrong: {
      change: { at: '/clients/web/defaults/designTokens/tagColorsList', value: Array(513).fill('#0b4f4a') },
      target: 'ocis-next',
    },
    right: {
      change: { at: '/clients/web/defaults/designTokens/tagColorsList', value: ['#0b4f4a'] },
      target: 'ocis-next',
    },
  },
})
