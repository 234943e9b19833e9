/** How bad a finding is: this release rejects it or breaks; it works, but not as meant; worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** The declaration of a kind of finding. */
export interface Meta {
  readonly severity: Severity
  /** The kind of finding in a few words. */
  readonly title: string
  /** The part of the place that is meant, where it isn't the value. */
  readonly part?: 'key'
}

/** Kinds of findings by their codes, declared once beside the code that raises them. */
export type Metas = Readonly<Record<string, Meta>>
