import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { isPart, misspeltSection } from '../formats/parts.js'
import { type WebOptions, webOptionNames } from '../formats/web-options.js'
import type { Pointer } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import type { JsonObject } from '../json/value.js'
import type { Consumer } from '../targets/target.js'
import type { ResolveOptions } from './resolution.js'

export function brandingUnused({ title }: Consumer, server: 'ocis' | 'static'): Diagnostic {
  const reader = server === 'static' ? 'A plain web server' : title
  return diagnostic(
    'branding-not-read',
    '',
    `${reader} does not merge a branding file into the theme, so it has no effect.`,
  )
}

/** Only legacy clients read the old web options. */
export function optionsUnused({ clients }: Consumer, options: WebOptions | undefined): Diagnostic[] {
  return webOptionNames.flatMap((option) =>
    options?.[option]
      ? [
          diagnostic(
            'web-option-unused',
            '',
            `${clients} does not read ${option} from the web configuration. Write the link into the theme.`,
          ),
        ]
      : [],
  )
}

/** @param isByBranding whether the client accepts the theme without the branding file */
export function rejected({ clients }: Consumer, isByBranding: boolean): Diagnostic {
  const what = isByBranding ? 'With this branding file the theme' : 'This file'
  const cure = isByBranding ? 'Validate the branding file' : 'Validate it'
  return diagnostic(
    'rejected-file',
    '',
    `${what} fails the check of ${clients}, so none of its values has an effect yet. ${cure} to see what is wrong.`,
  )
}

export function notATheme(index: number): Diagnostic {
  return diagnostic(
    'wrong-type',
    `/clients/web/themes/${index}`,
    `Not a theme, because it is not an object. Replace it with a theme, or remove it from the list.`,
  )
}

/** @param file the theme file, without the branding */
export function noTheme({ theme, mode }: ResolveOptions, file: JsonObject): Diagnostic {
  const ofPart = isPart(file)
    ? ' For a branding file, pass --as branding (in the library: the option "as").'
    : ''
  const cure = misspeltSection(file)?.cure ?? `Add one to clients.web.themes.${ofPart}`
  return noThemeAt(
    '/clients/web/themes',
    theme,
    `There is no ${mode === 'vault' ? 'theme for the vault' : 'theme'} to show. ${cure}`,
  )
}

/** @param list where the themes are */
export function noLegacyTheme({ theme }: ResolveOptions, list: Pointer): Diagnostic {
  return noThemeAt(
    list,
    theme,
    'There is no theme to show: unless the user has chosen another one, old clients show the theme "default". Add it.',
  )
}

function noThemeAt(list: Pointer, theme: ResolveOptions['theme'], otherwise: string): Diagnostic {
  return diagnostic(
    'no-theme',
    list,
    theme === undefined
      ? otherwise
      : `Unknown theme ${quoted(theme)}. Use the name of a theme or its index in the list, from 0.`,
  )
}
