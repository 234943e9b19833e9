import type { Metas } from '../../findings/meta.js'
import { valueAt } from '../../json/pointer.js'
import { isObject } from '../../json/value.js'
import type { DocumentRule } from '../rule.js'
import type { Descriptions } from '../rule-description.js'
import { walk } from '../walk.js'

export const meta = {
  'list-replaced': { severity: 'info', title: 'List replaces that of the theme' },
} as const satisfies Metas

/** Seen since oCIS 6 and in OpenCloud: the server merges objects by key, and a list replaces another one. */
export const replacedList: DocumentRule = {
  codes: ['list-replaced'],
  rank: 20,
  for: 'any',
  check({ branding }, report) {
    if (branding === undefined) return
    walk(branding.document, '', 0, (pointer, _, __, value) => {
      if (!Array.isArray(value)) return isObject(value)
      if (Array.isArray(valueAt(branding.base, pointer))) {
        report(
          'list-replaced',
          pointer,
          'The server does not merge lists: this one replaces that of the theme, even if an update of the server changes that. Delete it to keep the list of the theme.',
        )
      }
      return false
    })
  },
}

export const description = (): Descriptions<typeof meta> => ({
  'list-replaced': {
    why: 'The server merges a branding file into the theme key by key, but takes lists as they are. A list of themes in it hides all themes of the server, those of later releases too.',
    since: 'oCIS 6',
    wrong: {
      document: {
        clients: {
          web: {
            themes: [
              { name: 'Light', isDark: false, designTokens: { colorPalette: { border: '#c9d6d4' } } },
              { name: 'Dark', isDark: true, designTokens: { colorPalette: { border: '#3d524f' } } },
              { name: 'Vault', isDark: true, mode: 'vault', designTokens: { colorPalette: {} } },
            ],
          },
        },
      },
      as: 'branding',
    },
    right: {
      document: {
        common: { name: 'Acme Cloud', logo: 'themes/_branding/a.png' },
        clients: {
          web: {
            defaults: { logo: { topbar: 'themes/_branding/a.png', login: 'themes/_branding/a.png' } },
          },
        },
      },
      as: 'branding',
    },
  },
})
