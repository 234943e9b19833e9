import type { Diagnostic } from '../findings/diagnostic.js'

/** A theme file of an instance. */
export interface InstanceTheme {
  /** The path below the assets folder, such as `themes/owncloud/theme.json`. */
  readonly path: string
  readonly text: string | undefined
  readonly document: unknown
  /** The findings of a file that isn't JSON. */
  readonly diagnostics: readonly Diagnostic[]
  /** Symbolic links in the assets folder that lead to it. */
  readonly names?: readonly string[]
}

/** A theme in a folder that the server doesn't read. */
export interface UnreadTheme {
  /** The theme, with its absolute path on this host. */
  readonly theme: InstanceTheme
  readonly reason: string
}

/** The contents of the web assets folder of a server. */
export interface Instance {
  /** Every file below the assets folder, in order; paths have slashes on every system. */
  readonly files: readonly string[]
  /** Symbolic links that lead out of the folder or nowhere, which aren't followed. */
  readonly links: readonly string[]
  /** The targets of symbolic links that stay in the folder. */
  readonly aliases?: ReadonlyMap<string, string>
  /** Files and folders that can't be read, with the reason. */
  readonly closed: ReadonlyMap<string, string>
  /** Every file except the branding that may be a theme, by its name or its content. */
  readonly themes: readonly InstanceTheme[]
  /** `themes/_branding/theme.json`, where an uploaded logo is kept since oCIS 6. */
  readonly branding: InstanceTheme | undefined
  /** Themes in other folders, which the server doesn't read. */
  readonly unread?: readonly UnreadTheme[]
  /** Whether two files have the same bytes. */
  isSame(file: string, other: string): boolean
}

/** The assets folder of a new server. */
export const emptyInstance: Instance = {
  files: [],
  links: [],
  closed: new Map(),
  themes: [],
  branding: undefined,
  isSame: () => false,
}

/** The branding file, which names the uploaded logo. */
export const brandingFile = 'themes/_branding/theme.json'

/** The theme that a logo upload of oCIS 3 to 5 wrote, whichever theme was in use. */
export const uploadedTheme = 'themes/owncloud/theme.json'

/** Whether a path is one of a theme. */
export function isThemeFile(path: string): boolean {
  return /^themes\/[^/]+\/theme\.json$/.test(path) && path !== brandingFile
}

/** Whether the server serves the file as a theme: where it looks for themes, or where the settings name one. */
export function isPlanned(
  { active }: { readonly active: { readonly file: string } },
  { path, names = [] }: InstanceTheme,
): boolean {
  return [path, ...names].some((name) => isThemeFile(name) || name === active.file)
}

/** The symbolic link or the unreadable folder or file on a path, where it isn't known whether there is a file. */
export function hiddenBy({ links, aliases = new Map(), closed }: Instance, file: string): string | undefined {
  return [...links, ...aliases.keys(), ...closed.keys()].find(
    (place) => file === place || file.startsWith(`${place}/`),
  )
}

/** Whether a file is in a volume of Kubernetes: in the folder that a link named "..data" leads to. */
export function isOfConfigMap({ aliases = new Map() }: Instance, path: string): boolean {
  return [...aliases].some(([link, real]) => /(?:^|\/)\.\.data$/.test(link) && path.startsWith(`${real}/`))
}
