import type { Diagnostic } from '../findings/diagnostic.js'
import type { Generation } from '../formats/generations.js'
import type { Role } from '../formats/roles.js'
import type { WebOptions } from '../formats/web-options.js'
import type { Pointer } from '../json/pointer.js'
import type { Json, JsonObject } from '../json/value.js'
import type { TargetId } from '../targets/index.js'

/**
 * The layers of a shown theme, first wins. Only old clients had `web-options`, which gave links where the theme had
 * none, and `built-in`, what very old ones brought along.
 */
export type LayerName = 'web-options' | 'theme' | 'defaults' | 'common' | 'built-in'

/**
 * The documents that a theme is made of: the server's own values, the file over them, the branding over both;
 * for old clients also the old web configuration, and what they brought along.
 */
export type SourceName = 'server' | 'file' | 'branding' | 'web-config' | 'client'

/** The place of a value. */
export interface Origin {
  layer: LayerName
  source: SourceName
  /** JSON Pointer in the document of the source. */
  pointer: Pointer
  value: Json
}

/** One leaf of the shown theme. */
export interface ResolvedValue {
  /** JSON Pointer in the shown theme. */
  pointer: Pointer
  value: Json
  origin: Origin
  /** The values of lower layers that this one hides, highest first. */
  overrides: readonly Origin[]
}

/** One custom property on `:root`. */
export interface ResolvedProperty {
  /** With both dashes: `--oc-color-swatch-brand-default`. */
  name: string
  value: string
  /** Whether the client sets it; otherwise the value is the design system's own. */
  set: boolean
  /** The token in the shown theme, where the client sets it. */
  pointer: Pointer | null
  /** When the client sets it: once at its start, whenever a theme is shown, or both. */
  by: ('start' | 'store')[]
}

/** The theme that a client shows, and why this one. */
export interface Choice {
  /** Its place in the list of themes; in legacy files, in the order of the file. */
  index: number
  /** The name that the choice of a user is stored by. */
  name: string
  reason: string
}

/** The final values of a client. */
export interface Resolution {
  generation: Generation
  /** The target, or for a legacy document the client that it was written for. */
  target: TargetId | 'legacy'
  /** No other client reads the file. */
  client: 'web'
  choice: Choice | undefined
  /** The theme after all merges; it shares with the input what no layer changed. `undefined` when none is shown. */
  theme: JsonObject | undefined
  /** Every leaf of the theme with where it is from; empty without provenance. */
  values: ResolvedValue[]
  properties: ResolvedProperty[]
  /** The reason if there is no theme, and other findings. */
  diagnostics: Diagnostic[]
}

/** The client, the user, and the server. */
export interface ResolveOptions {
  /** The release of the client; by default the newest of the family that the document is for. */
  target?: TargetId
  /** A theme to show instead of the client's choice: its name or its index. */
  theme?: string | number
  /** What the user's system prefers; `light` unless given. */
  prefers?: 'light' | 'dark'
  /** Whether the user is in the vault; `regular` unless given. */
  mode?: 'regular' | 'vault'
  /** The name that the browser stored when the user chose a theme. */
  stored?: string
  /** The server of the file: oCIS, with its values and the branding, or a plain web server. */
  served?: 'ocis' | 'static'
  /** The branding document, which the server merges into the theme. */
  branding?: unknown
  /** The kind of the document: a `theme` (default), or the `branding` that the server merges into `base`. */
  as?: Role
  /** The theme below a document that is the branding; by default the one that the target's server ships. */
  base?: unknown
  /** Old web options, for legacy documents: they supplied links that a theme lacks. */
  webOptions?: WebOptions
  /** Whether to add the origin of values; `true` unless given. */
  provenance?: boolean
  /** Whether to compute the custom properties; `true` unless given. */
  properties?: boolean
}
