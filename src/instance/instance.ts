import type { Diagnostic } from '../findings/diagnostic.js'

/** A theme file of an instance. */
export interface InstanceTheme {
  /** The path below the assets folder, such as `themes/owncloud/theme.json`. */
  readonly path: string
  readonly text: string | undefined
  readonly document: unknown
  /** What keeps the file from being JSON. */
  readonly diagnostics: readonly Diagnostic[]
  /** Symbolic links that lead to it, below the assets folder too. */
  readonly names?: readonly string[]
}

/** A theme of a folder that the server doesn't read. */
export interface UnreadTheme {
  /** Its path is the one on this host. */
  readonly theme: InstanceTheme
  readonly reason: string
}

/** What is in the web assets folder of a server. Nothing below is more than a look at it. */
export interface Instance {
  /** Every file below the assets folder, in order; paths have slashes on every system. */
  readonly files: readonly string[]
  /** Symbolic links that lead out of the folder or nowhere, which aren't followed. */
  readonly links: readonly string[]
  /** Where symbolic links lead that stay in the folder. */
  readonly aliases?: ReadonlyMap<string, string>
  /** What can't be looked into, with the reason. */
  readonly closed: ReadonlyMap<string, string>
  /** Every file that may be a theme, by its name or its content, but the branding. */
  readonly themes: readonly InstanceTheme[]
  /** `themes/_branding/theme.json`, where an uploaded logo is kept since oCIS 6. */
  readonly branding: InstanceTheme | undefined
  /** Parts of the folder that can't be written, by their path below it, with the reason. */
  readonly readOnly?: ReadonlyMap<string, string>
  /** The themes of folders that the server might be thought to read. */
  readonly unread?: readonly UnreadTheme[]
  /** Whether two files have the same bytes. */
  isSame(file: string, other: string): boolean
}

/** The assets folder of a server that has just been set up. */
export const emptyInstance: Instance = {
  files: [],
  links: [],
  closed: new Map(),
  themes: [],
  branding: undefined,
  isSame: () => false,
}

/** Where the server keeps the file that an uploaded logo is named in. */
export const brandingFile = 'themes/_branding/theme.json'

/** The theme that a logo upload of oCIS 3 to 5 wrote, whatever theme was in use. */
export const uploadedTheme = 'themes/owncloud/theme.json'

/** The files that are themes of their own. */
export function isThemeFile(path: string): boolean {
  return /^themes\/[^/]+\/theme\.json$/.test(path) && path !== brandingFile
}

/** The link, or the unreadable folder or file, on a path: whether there is a file is unknown. */
export function hiddenBy({ links, aliases = new Map(), closed }: Instance, file: string): string | undefined {
  return [...links, ...aliases.keys(), ...closed.keys()].find(
    (place) => file === place || file.startsWith(`${place}/`),
  )
}

/** Whether a file is of a volume of Kubernetes: the folder beside the link "..data" that it leads to has the files. */
export function isOfConfigMap({ aliases = new Map() }: Instance, path: string): boolean {
  return [...aliases].some(([link, real]) => /(?:^|\/)\.\.data$/.test(link) && path.startsWith(`${real}/`))
}
