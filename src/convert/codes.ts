import type { Change, Descriptions } from '../findings/description.js'
import type { Metas } from '../findings/meta.js'
import type { Pointer } from '../json/pointer.js'
import type { Json } from '../json/value.js'
import type { ConvertOptions } from './options.js'

export const meta = {
  'branding-file': { severity: 'error', title: 'Branding file, not a theme' },
  'target-assumed': { severity: 'warning', title: 'Converted for the other product' },
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
  'role-contrast': { severity: 'warning', title: 'Converted colours with low contrast' },
  'grounds-separated': { severity: 'warning', title: 'Similar backgrounds separated' },
  'color-not-mapped': { severity: 'warning', title: "Colour that can't be computed" },
  'colors-alike': { severity: 'info', title: 'Colours that are alike, not the same' },
  'colors-without-place': { severity: 'info', title: 'Colours without a place' },
  'choice-shared': { severity: 'warning', title: 'Themes share one stored choice' },
  'web-option-unused': { severity: 'info', title: 'Old web option has no effect' },
  'web-option-unsafe': { severity: 'warning', title: 'Old web option runs a script' },
} as const satisfies Metas

/** A conversion. */
export type ConversionExample =
  /** The example theme with a change, converted for another release. */
  | {
      readonly converted: Change
      readonly options?: ConvertOptions
      readonly from: 'legacy' | 'current' | 'rich palette'
    }
  /** The theme that oCIS 5 shipped, converted; with the path of an uploaded logo, or without one. */
  | { readonly uploaded: string | null }

const convertedLegacy = (at: Pointer, value: Json, options?: ConvertOptions) =>
  ({ converted: { at, value }, from: 'legacy', ...(options && { options }) }) as const

const convertedUnchanged = {
  converted: { at: '/common/name', value: 'Acme Cloud' },
  from: 'legacy',
} as const

/** What a logo upload of OpenCloud writes. */
const openCloudBranding = {
  clients: { web: { defaults: { logo: 'themes/_branding/acme.png' } } },
  common: { logo: 'themes/_branding/acme.png' },
}

/** The example theme for OpenCloud, with another colour. */
const toOpenCloud = (token: string, color: string) =>
  ({
    converted: { at: `/clients/web/defaults/designTokens/colorPalette/${token}`, value: color },
    from: 'rich palette',
    options: { target: 'opencloud-7.3' },
  }) as const

export const description = (): Descriptions<typeof meta, ConversionExample> => ({
  'branding-file': {
    why: 'Only servers from oCIS 6 on read a branding file. Earlier ones kept an uploaded logo in a copy of the whole theme, so there is nothing to convert it to.',
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
      options: { target: 'ocis-5', as: 'branding' },
    },
    right: { converted: { at: '/common/name', value: 'Acme' }, from: 'current' },
  },
  'target-assumed': {
    why: 'In the library a conversion without a target is for oCIS 8. Clients of OpenCloud reject its result, as those of ownCloud reject themes of OpenCloud. Choose the target.',
    since: 'all releases',
    wrong: { converted: { at: '', value: openCloudBranding }, options: { as: 'branding' }, from: 'current' },
    right: {
      converted: { at: '', value: openCloudBranding },
      options: { as: 'branding', target: 'opencloud-7.3' },
      from: 'current',
    },
  },
  'shipped-theme': {
    why: "A logo upload of oCIS 3 to 5 left this file, and a reset removed the logo from it. The file hides the server's own themes, and every logo upload fails on it. Delete it. A copy of the theme of an OpenCloud server hides those of later releases.",
    since: 'oCIS 3',
    wrong: { uploaded: null },
    right: convertedUnchanged,
  },
  'logo-only-theme': {
    why: "A logo upload of oCIS 3 to 5 wrote the whole theme to change only the logo. The file hides the server's own themes, and every logo upload fails on it. Delete it, and keep the logo with a branding file or another upload.",
    since: 'oCIS 3',
    wrong: { uploaded: 'branding/acme.png' },
    right: convertedUnchanged,
  },
  'fallback-used': {
    why: "The new file requires a value that the old one didn't have. The conversion used the shipped value; replace it with yours.",
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: convertedLegacy('/web/default/loginPage', {}),
    right: convertedUnchanged,
  },
  'value-dropped': {
    why: 'The new file has no place for this value of the old one. The ledger contains it, so nothing is lost.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: convertedLegacy('/web/default/logo/topbarSm', 'themes/acme/small.svg'),
    right: convertedUnchanged,
  },
  'value-invalid-dropped': {
    why: 'The old file had a value of the wrong type, and the option to drop such values was set. Without it the conversion fails.',
    since: 'all releases',
    wrong: convertedLegacy('/web/default/general/slogan', 7, { invalidValues: 'drop' }),
    right: convertedUnchanged,
  },
  'setting-gone': {
    why: "An earlier release read this setting; the target doesn't.",
    since: 'ownCloud Web 9.0 (oCIS 6)',
    wrong: {
      converted: { at: '/clients/web/defaults/loginPage/autoRedirect', value: true },
      from: 'current',
    },
    right: { converted: { at: '/common/name', value: 'Acme' }, from: 'current' },
  },
  'tokens-unset': {
    why: 'Clients treat an empty token as not set, so leaving it out changes nothing.',
    since: 'all releases',
    wrong: convertedLegacy('/web/default/designTokens/fontSizes', { large: '' }),
    right: convertedLegacy('/web/default/designTokens/fontSizes', { large: '1.125rem' }),
  },
  'file-moved': {
    why: 'Servers since oCIS 6 serve uploaded images from another folder. The new theme has the new path; move the file there.',
    since: 'oCIS 6',
    wrong: convertedLegacy('/common/logo', 'branding/acme.png'),
    right: convertedLegacy('/common/logo', 'themes/acme/acme.png'),
  },
  'file-gone': {
    why: "The old server shipped this image; the new one doesn't.",
    since: 'ownCloud Web 5.0',
    wrong: convertedLegacy('/web/default/logo/favicon', 'themes/owncloud/favicon.jpg'),
    right: convertedUnchanged,
  },
  'two-brands': {
    why: 'The old file had one name or slogan for the web client and another for the other clients. Usually that is an oversight: use the same everywhere.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: convertedLegacy('/common/name', 'Acme Mobile'),
    right: convertedUnchanged,
  },
  'theme-renamed': {
    why: 'The new file requires a unique name for each theme. The conversion chose one.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: { converted: { at: '/clients/web/themes/1/name', value: 'Light' }, from: 'current' },
    right: { converted: { at: '/clients/web/themes/1/name', value: 'Dark' }, from: 'current' },
  },
  'theme-dropped': {
    why: 'Releases without the vault would offer its theme to all users.',
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
    why: 'The old client used "default-dark" as the dark theme whatever its colours, and without it showed "default" on dark systems too. New clients use "isDark". Here the colours contradict this, or another theme is dark.',
    since: 'ownCloud Web 8.0 (oCIS 5)',
    wrong: convertedLegacy('/web/default-dark/designTokens/colorPalette/background-default', '#f0f0f0'),
    right: convertedUnchanged,
  },
  'role-contrast': {
    why: 'The clients of ownCloud and OpenCloud paint texts on different backgrounds. Colours of the author are never changed, so a pair that is hard to read stays as it is: choose better colours.',
    since: 'OpenCloud Web 2.0',
    wrong: toOpenCloud('swatch-danger-contrast', '#b42318'),
    right: toOpenCloud('swatch-danger-contrast', '#ffffff'),
  },
  'grounds-separated': {
    why: 'OpenCloud distinguishes hovered and selected rows, borders and the page by the lightness of four colours. Where the palette has nearly the same lightness for some of them, the new file has other tones for all but the first.',
    since: 'OpenCloud Web 2.0',
    wrong: toOpenCloud('background-muted', '#ffffff'),
    right: toOpenCloud('background-muted', '#eef3f2'),
  },
  'color-not-mapped': {
    why: 'The roles of OpenCloud are computed from the colours of the palette. Only browsers know the value of var(…) and the like, so such a token counts as not set.',
    since: 'OpenCloud Web 2.0',
    wrong: toOpenCloud('text-default', 'var(--acme)'),
    right: toOpenCloud('text-default', '#12302c'),
  },
  'colors-alike': {
    why: 'Some roles of OpenCloud paint what ownCloud paints with several colours, or the other way round. The pages look alike, not the same: compare them.',
    since: 'OpenCloud Web 2.0',
    wrong: toOpenCloud('swatch-success-default', '#1c7c3c'),
    right: toOpenCloud('text-muted', '#4b635f'),
  },
  'colors-without-place': {
    why: 'OpenCloud has no role for some colours of ownCloud: it has no warning colour, and draws hovered buttons with another brightness. The ledger contains every one of them.',
    since: 'OpenCloud Web 2.0',
    wrong: toOpenCloud('swatch-warning-default', '#f5b83d'),
    right: toOpenCloud('text-muted', '#4b635f'),
  },
  'choice-shared': {
    why: 'OpenCloud Web 1.x lists themes by the name of the product and stores the choice by it, which all themes of a file have in common. Later releases use the label of the theme.',
    since: 'OpenCloud Web 1.x',
    wrong: {
      converted: { at: '/clients/web/themes/1', value: { name: 'Dark', isDark: true } },
      from: 'rich palette',
      options: { target: 'opencloud-1' },
    },
    right: toOpenCloud('text-muted', '#4b635f'),
  },
  'web-option-unused': {
    why: 'The old web options supplied links only where the theme had none, so nothing changes. To replace a link, change it in the theme.',
    since: 'ownCloud Web 7.1 (oCIS 4)',
    wrong: convertedLegacy('/common/name', 'Acme Cloud', {
      webOptions: { imprintUrl: 'https://old.example/imprint' },
    }),
    right: convertedUnchanged,
  },
  'web-option-unsafe': {
    why: 'A click on a "javascript:" link runs a script with all rights of the user, so such a link is never written.',
    since: 'ownCloud Web 7.1 (oCIS 4)',
    wrong: convertedLegacy('/common/name', 'Acme Cloud', {
      webOptions: { imprintUrl: 'javascript:alert(1)' },
    }),
    right: convertedUnchanged,
  },
})
