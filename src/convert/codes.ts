import type { Change, Descriptions } from '../findings/description.js'
import type { Metas } from '../findings/meta.js'
import type { Pointer } from '../json/pointer.js'
import type { Json } from '../json/value.js'
import type { ConvertOptions } from './options.js'

export const meta = {
  'branding-file': { severity: 'error', title: 'Branding file, not a theme' },
  'shipped-theme': { severity: 'warning', title: 'Unmodified copy of a shipped theme' },
  'logo-only-theme': { severity: 'warning', title: 'Copy of a shipped theme with an uploaded logo' },
  'fallback-used': { severity: 'warning', title: 'Required value filled with a default' },
  'value-dropped': { severity: 'warning', title: 'Value dropped' },
  'value-invalid-dropped': {
    severity: 'warning',
    title: 'Value of the wrong type dropped',
  },
  'setting-gone': { severity: 'info', title: 'Setting no longer exists' },
  'tokens-unset': { severity: 'info', title: 'Empty tokens left out' },
  'file-moved': { severity: 'warning', title: 'Uploaded image has to be moved' },
  'file-gone': { severity: 'warning', title: 'Image no longer shipped' },
  'two-brands': { severity: 'info', title: 'Web and the other clients keep different names' },
  'theme-renamed': { severity: 'warning', title: 'Theme renamed' },
  'theme-dropped': { severity: 'warning', title: 'Theme dropped' },
  'dark-mode-doubtful': { severity: 'warning', title: 'Unclear which theme is the dark one' },
  'web-option-unused': { severity: 'info', title: 'Old web option has no effect' },
} as const satisfies Metas

/** A theme that is converted. */
export type ConversionExample =
  /** The example theme that is converted for another release, with a change. */
  | { readonly converted: Change; readonly options?: ConvertOptions; readonly from: 'legacy' | 'current' }
  /** The theme that oCIS 5 shipped, with an uploaded image or without, that is converted for it. */
  | { readonly uploaded: string | null }

const convertedLegacy = (at: Pointer, value: Json, options?: ConvertOptions) =>
  ({ converted: { at, value }, from: 'legacy', ...(options && { options }) }) as const

const convertedUnchanged = {
  converted: { at: '/common/name', value: 'Acme Cloud' },
  from: 'legacy',
} as const

export const description = (): Descriptions<typeof meta, ConversionExample> => ({
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
  'shipped-theme': {
    why: 'Nobody made this file: a logo upload of oCIS 3 to 5 left it, and a reset took the logo out again. As long as it is there, it hides the server’s own themes, and every upload of a logo fails on it. Delete it.',
    since: 'oCIS 3',
    wrong: { uploaded: null },
    right: convertedUnchanged,
  },
  'logo-only-theme': {
    why: 'Nobody made this file: a logo upload of oCIS 3 to 5 wrote the whole theme to change the logo alone. As long as it is there, it hides the server’s own themes, and every upload of a logo fails on it. Delete it, and keep the logo by a branding file or another upload.',
    since: 'oCIS 3',
    wrong: { uploaded: 'branding/acme.png' },
    right: convertedUnchanged,
  },
  'fallback-used': {
    why: 'The new file needs a value that the old one didn’t have. The conversion took upstream’s own; probably you have a better one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: convertedLegacy('/web/default/loginPage', {}),
    right: convertedUnchanged,
  },
  'value-dropped': {
    why: 'The old file says something that the new one has no place for. The ledger has the value, so nothing is lost.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: convertedLegacy('/web/default/logo/topbarSm', 'themes/acme/small.svg'),
    right: convertedUnchanged,
  },
  'value-invalid-dropped': {
    why: 'The old file had a value of the wrong type, and the caller asked to leave such values out instead of giving up.',
    since: 'all releases',
    wrong: convertedLegacy('/web/default/general/slogan', 7, { invalidValues: 'drop' }),
    right: convertedUnchanged,
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
    wrong: convertedLegacy('/web/default/designTokens/fontSizes', { large: '' }),
    right: convertedLegacy('/web/default/designTokens/fontSizes', { large: '1.125rem' }),
  },
  'file-moved': {
    why: 'Servers since oCIS 6 serve uploaded images from another folder. The theme names the new place; the file has to be moved there by hand.',
    since: 'oCIS 6',
    wrong: convertedLegacy('/common/logo', 'branding/acme.png'),
    right: convertedLegacy('/common/logo', 'themes/acme/acme.png'),
  },
  'file-gone': {
    why: 'The old server brought this image along and the new one doesn’t.',
    since: 'ownCloud Web 5.0',
    wrong: convertedLegacy('/web/default/logo/favicon', 'themes/owncloud/favicon.jpg'),
    right: convertedUnchanged,
  },
  'two-brands': {
    why: 'The old file gave the web client another name or slogan than the other clients. Usually that is an oversight: make it one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: convertedLegacy('/common/name', 'Acme Mobile'),
    right: convertedUnchanged,
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
    wrong: convertedLegacy('/web/default-dark/designTokens/colorPalette/background-default', '#f0f0f0'),
    right: convertedUnchanged,
  },
  'web-option-unused': {
    why: 'The old web options gave links only where the theme had none of its own.',
    since: 'ownCloud Web 7.1 (oCIS 4)',
    wrong: convertedLegacy('/common/name', 'Acme Cloud', {
      webOptions: { imprintUrl: 'https://old.example/imprint' },
    }),
    right: convertedUnchanged,
  },
})
