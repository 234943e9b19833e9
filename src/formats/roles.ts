/**
 * What a file is for: a theme of its own, or the branding file that the server lays over every theme (oCIS 6 and
 * later, OpenCloud), in which any part of a theme is fine.
 */
export type Role = (typeof roles)[number]

export const roles = ['theme', 'branding'] as const

/** The role of a file by the folder that it is in: servers look for the branding in `_branding` alone. */
export function roleOfFile(file: string): Role {
  return file.split(/[/\\]/).at(-2) === '_branding' ? 'branding' : 'theme'
}
