import type { ConvertOptions } from '../convert/options.js'
import type { Json } from '../document/json.js'
import type { Pointer } from '../document/pointer.js'
import type { Explanation } from './explanation.js'

const legacy = (at: Pointer, value: Json, options?: ConvertOptions) =>
  ({ converted: { at, value }, from: 'legacy', ...(options && { options }) }) as const

const fine = { converted: { at: '/common/name', value: 'Acme Cloud' }, from: 'legacy' } as const

/** Findings about what a conversion did. */
export const conversion = {
  'shipped-theme': {
    why: 'Nobody made this file: a logo upload of oCIS 3 to 5 left it, and a reset took the logo out again. As long as it is there, it hides the server’s own themes, and every upload of a logo fails on it. Delete it.',
    since: 'oCIS 3',
    wrong: { uploaded: null },
    right: fine,
  },
  'logo-only-theme': {
    why: 'Nobody made this file: a logo upload of oCIS 3 to 5 wrote the whole theme to change the logo alone. As long as it is there, it hides the server’s own themes, and every upload of a logo fails on it. Delete it, and keep the logo by a branding file or another upload.',
    since: 'oCIS 3',
    wrong: { uploaded: 'branding/acme.png' },
    right: fine,
  },
  'fallback-used': {
    why: 'The new file needs a value that the old one didn’t have. The conversion took upstream’s own; probably you have a better one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: legacy('/web/default/loginPage', {}),
    right: fine,
  },
  'value-dropped': {
    why: 'The old file says something that the new one has no place for. The ledger has the value, so nothing is lost.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: legacy('/web/default/logo/topbarSm', 'themes/acme/small.svg'),
    right: fine,
  },
  'value-invalid-dropped': {
    why: 'The old file had a value of the wrong type, and the caller asked to leave such values out instead of giving up.',
    since: 'all releases',
    wrong: legacy('/web/default/general/slogan', 7, { invalidValues: 'drop' }),
    right: fine,
  },
  'setting-gone': {
    why: 'An earlier release read this setting and the target doesn’t.',
    since: 'ownCloud Web 9.0 (oCIS 6)',
    wrong: {
      converted: { at: '/clients/web/defaults/loginPage/autoRedirect', value: true },
      from: 'current',
    },
    right: { converted: { at: '/common/name', value: 'Acme' }, from: 'current' },
  },
  'tokens-unset': {
    why: 'An empty token means "not set" to clients, so leaving it out changes nothing.',
    since: 'all releases',
    wrong: legacy('/web/default/designTokens/fontSizes', { large: '' }),
    right: legacy('/web/default/designTokens/fontSizes', { large: '1.125rem' }),
  },
  'file-moved': {
    why: 'Servers since oCIS 6 serve uploaded images from another folder. The theme names the new place; the file has to be moved there by hand.',
    since: 'oCIS 6',
    wrong: legacy('/common/logo', 'branding/acme.png'),
    right: legacy('/common/logo', 'themes/acme/acme.png'),
  },
  'file-gone': {
    why: 'The old server brought this image along and the new one doesn’t.',
    since: 'ownCloud Web 5.0',
    wrong: legacy('/web/default/logo/favicon', 'themes/owncloud/favicon.jpg'),
    right: fine,
  },
  'two-brands': {
    why: 'The old file gave the web client another name or slogan than the other clients. Usually that is an oversight: make it one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: legacy('/common/name', 'Acme Mobile'),
    right: fine,
  },
  'theme-renamed': {
    why: 'The new file needs a name for each theme, and names that differ. The conversion made one up.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { converted: { at: '/clients/web/themes/1/name', value: 'Light' }, from: 'current' },
    right: { converted: { at: '/clients/web/themes/1/name', value: 'Dark' }, from: 'current' },
  },
  'theme-dropped': {
    why: 'Releases before the vault would offer a theme that is made for it to everybody.',
    since: 'up to ownCloud Web 12.3',
    wrong: {
      converted: { at: '/common/name', value: 'Acme' },
      from: 'current',
      options: { target: 'ocis-7' },
    },
    right: {
      converted: { at: '/common/name', value: 'Acme' },
      from: 'current',
      options: { target: 'ocis-8' },
    },
  },
  'dark-mode-doubtful': {
    why: 'The old client took the theme "default-dark" for the dark one whatever its colours were, and without one showed "default" on dark systems too; new clients go by "isDark". The colours say otherwise here, or another theme is a dark one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: legacy('/web/default-dark/designTokens/colorPalette/background-default', '#f0f0f0'),
    right: fine,
  },
  'web-option-unused': {
    why: 'The old web options gave links only where the theme had none of its own.',
    since: 'ownCloud Web 7.1 (oCIS 4)',
    wrong: legacy('/common/name', 'Acme Cloud', {
      webOptions: { imprintUrl: 'https://old.example/imprint' },
    }),
    right: fine,
  },
} as const satisfies Record<string, Explanation>
