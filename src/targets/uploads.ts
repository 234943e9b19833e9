/** What becomes of an uploaded logo; by itself, so that bundles which need no more have no schemas. */
interface Uploads {
  /** The usual name of the server release. */
  readonly title: string
  /** Whether the server lays `_branding/theme.json` over the theme. */
  readonly readsBranding: boolean
  /** The path below which the server serves uploaded logos. */
  readonly uploads: string
}

/** By the id of the target. */
export const uploadsOf = {
  'ocis-5': { title: 'oCIS 5', readsBranding: false, uploads: 'branding/' },
  'ocis-6': { title: 'oCIS 6', readsBranding: true, uploads: 'themes/_branding/' },
  'ocis-7': { title: 'oCIS 7', readsBranding: true, uploads: 'themes/_branding/' },
  'ocis-8': { title: 'oCIS 8', readsBranding: true, uploads: 'themes/_branding/' },
  'ocis-next': { title: 'the oCIS after 8.1', readsBranding: true, uploads: 'themes/_branding/' },
} as const satisfies Readonly<Record<string, Uploads>>
