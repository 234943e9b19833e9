/** What becomes of an uploaded logo; by itself, so that bundles which need no more have no schemas. */
interface Uploads {
  /** The usual name of the server release. */
  readonly title: string
  /** Whether the server lays `_branding/theme.json` over the theme. */
  readonly readsBranding: boolean
  /** The path below which the server serves uploaded logos. */
  readonly uploads: string
  /** The keys of the defaults' `logo` that the upload writes the path to; none where the logo itself is the path. */
  readonly uploadSlots: readonly string[]
}

/** By the id of the target. */
export const uploadsOf = /* @__PURE__ */ (() => {
  const throughBranding = { readsBranding: true, uploads: 'themes/_branding/' } as const
  const ofOwnCloud = { ...throughBranding, uploadSlots: ['topbar', 'login'] } as const
  // The upload works from OpenCloud 1.1 on.
  const ofOpenCloud = { ...throughBranding, uploadSlots: [] } as const
  return {
    'ocis-5': { ...ofOwnCloud, title: 'oCIS 5', readsBranding: false, uploads: 'branding/' },
    'ocis-6': { ...ofOwnCloud, title: 'oCIS 6' },
    'ocis-7': { ...ofOwnCloud, title: 'oCIS 7' },
    'ocis-8': { ...ofOwnCloud, title: 'oCIS 8' },
    'ocis-next': { ...ofOwnCloud, title: 'the oCIS after 8.1' },
    'opencloud-1': { ...ofOpenCloud, title: 'OpenCloud Web 1' },
    'opencloud-2': { ...ofOpenCloud, title: 'OpenCloud Web 2 and 3' },
    'opencloud-4': { ...ofOpenCloud, title: 'OpenCloud Web 4 to 7.2' },
    'opencloud-7.3': { ...ofOpenCloud, title: 'OpenCloud Web 7.3' },
  } as const satisfies Readonly<Record<string, Uploads>>
})()

/** Where releases keep uploaded logos, longest first so that no folder hides another. */
export const uploadFolders: readonly string[] = /* @__PURE__ */ (() =>
  [...new Set(Object.values(uploadsOf).map(({ uploads }) => uploads))].sort((a, b) => b.length - a.length))()
