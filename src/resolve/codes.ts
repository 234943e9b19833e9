import type { Change, Descriptions } from '../findings/description.js'
import type { Metas } from '../findings/meta.js'
import type { Json } from '../json/value.js'
import type { TargetId } from '../targets/index.js'

export const meta = {
  'branding-not-read': { severity: 'warning', title: 'Branding file not read by the target' },
  'rejected-file': { severity: 'error', title: 'File rejected by the client' },
} as const satisfies Metas

/** A document that is resolved: the example theme, unchanged or with a change, or another one. */
export type ResolutionExample =
  | { readonly isResolved: true; readonly change?: Change }
  | { readonly document: Json; readonly target?: TargetId; readonly as?: 'branding' }

export const description = (): Descriptions<typeof meta, ResolutionExample> => ({
  'branding-not-read': {
    why: 'Servers before oCIS 6 do not read branding files: they wrote an uploaded logo into a copy of the theme.',
    since: 'up to oCIS 5',
    wrong: {
      document: {
        clients: { web: { defaults: { logo: { topbar: 'branding/a.png', login: 'branding/a.png' } } } },
        common: { logo: 'branding/a.png' },
      },
      target: 'ocis-5',
      as: 'branding',
    },
    right: {
      document: {
        clients: {
          web: { defaults: { logo: { topbar: 'themes/_branding/a.png', login: 'themes/_branding/a.png' } } },
        },
        common: { logo: 'themes/_branding/a.png' },
      },
      target: 'ocis-6',
      as: 'branding',
    },
  },
  'rejected-file': {
    why: 'The client checks the file when it loads it, and ignores the whole file for one wrong type or missing key. Its values have no effect until that is fixed. "theme-convert validate" lists the places.',
    since: 'Web 8.0, OpenCloud Web 1.0',
    wrong: { isResolved: true, change: { at: '/clients/web/defaults/logo/favicon' } },
    right: { isResolved: true },
  },
})
