/** error: the release rejects the file or breaks; warning: it works, but not as meant; info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** The declaration of a kind of finding. */
export interface Meta {
  readonly severity: Severity
  /** The kind of finding in a few words. */
  readonly title: string
  /** For findings about a key instead of its value. */
  readonly part?: 'key'
}

/** Kinds of findings by their codes, declared once beside the code that raises them. */
export type Metas = Readonly<Record<string, Meta>>
