import { type ConvertOptions, convert, type Diagnostic, type LedgerEntry } from '../../src/index.js'

/** A converted theme, with types for the parts that tests check. */
export interface Converted {
  $schema?: string
  common: Record<string, unknown> & { urls: Record<string, string>; shareRoles?: Record<string, unknown> }
  clients: {
    ios?: unknown
    web: {
      defaults: Record<string, Record<string, unknown>>
      themes: Record<string, Record<string, unknown>>[]
    }
  }
}

/** Converts a document. @throws Error when it can't be converted */
export function converted(document: unknown, options: ConvertOptions = {}) {
  const { theme, ledger, diagnostics } = convert(document, options)
  if (theme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const typed = theme as unknown as Converted
  return {
    theme: typed,
    common: typed.common,
    defaults: typed.clients.web.defaults,
    themes: typed.clients.web.themes,
    codes: codesOf(diagnostics),
    diagnostics,
    /** The entries about a value of the input. */
    from: (pointer: string): LedgerEntry[] => ledger.entries.filter((entry) => entry.from === pointer),
    /** The entries about a value of the output. */
    to: (pointer: string): LedgerEntry[] => ledger.entries.filter((entry) => entry.to === pointer),
  }
}

/** The codes of some findings. */
export function codesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => code)
}

/** A wrapped file with some themes, each with the minimum that needs no fallback. */
export function wrap(themes: Record<string, Record<string, unknown>>, root: Record<string, unknown> = {}) {
  const least = {
    general: { name: 'Acme', slogan: 'Files' },
    logo: { topbar: 't.svg', favicon: 'f.png', login: 'l.svg' },
    loginPage: { backgroundImg: 'b.jpg' },
  }
  const web = Object.fromEntries(Object.entries(themes).map(([key, theme]) => [key, { ...least, ...theme }]))
  return { common: { name: 'Acme', slogan: 'Files', logo: 'c.svg' }, ...root, web }
}
