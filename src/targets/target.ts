import type { DiagnosticCode } from '../diagnostics/catalogue.js'
import type { Json, JsonObject } from '../document/json.js'
import type { Validator } from '../document/schema.js'
import type { KnownKeys } from '../generated/known-keys.js'

/** The kinds of themes that a client tells apart. */
export type ThemeMode = 'regular' | 'vault'

/** A value that each theme needs once everything is merged, though the client's check doesn't ask for it. */
export interface Need {
  /** The keys that lead to the value in a merged theme. */
  readonly path: readonly string[]
  readonly code: DiagnosticCode
  /** What happens without it, and since which release. */
  readonly otherwise: string
  /** What a conversion puts into `defaults` where a theme lacks it. */
  readonly standIn?: Json
}

/** A key of an earlier release that clients of this target no longer read. */
export interface GoneKey {
  /** The group of a theme that the key stood in. */
  readonly group: string
  readonly key: string
  readonly reason: string
}

/**
 * A generation of consumers, as data: everything that differs between releases of the client and its server.
 * A new release is a new target, its schema and its fixtures, and nothing else.
 */
export interface Target<Id extends string = string> {
  readonly id: Id
  /** The server release, as people call it. */
  readonly title: string
  /** The client releases that the target stands for. */
  readonly clients: string
  /** The schema's address, for editors. */
  readonly schema: string
  /** The compiled schema: the client's own check at load. */
  readonly check: Validator
  /** The keys that the schema knows; all others are ignored by the client. */
  readonly keys: KnownKeys
  /** What each theme needs after the merge. */
  readonly needs: readonly Need[]
  /** The kinds of themes there are; a client that knows `vault` leaves such themes out of the normal pages. */
  readonly modes: readonly ThemeMode[]
  /** Whether names of themes must differ in the whole file, or among the themes of one mode. */
  readonly uniqueNames: 'document' | 'mode'
  /** Values that the server adds below the theme file before it serves it. */
  readonly serverValues: JsonObject
  /** Whether the server lays `_branding/theme.json` over the theme. */
  readonly readsBranding: boolean
  /** The path below which the server serves uploaded logos. */
  readonly uploads: string
  /** The least that a whole file has, with the values that upstream ships. */
  readonly shipped: JsonObject
  /** Keys that earlier releases read and this one doesn't. */
  readonly gone: readonly GoneKey[]
  /** What a converted theme is called unless the caller says otherwise. */
  readonly themeNames: 'keep' | 'readable'
}
