/**
 * What a file is for: a theme of its own, or the branding file that the server merges into every theme (oCIS 6 and
 * later, OpenCloud), which may have any part of a theme.
 */
export type Role = (typeof roles)[number]

export const roles = ['theme', 'branding'] as const

/** The role of a file by its folder: servers look for the branding file in `_branding` only. */
export function roleOfFile(file: string): Role {
  return /(^|[/\\])_branding[/\\][^/\\]*$/.test(file) ? 'branding' : 'theme'
}
