import type { Diagnostic } from '../findings/diagnostic.js'
import type { Generation } from '../formats/generations.js'
import type { Role } from '../formats/roles.js'
import type { WebOptions } from '../formats/web-options.js'
import type { Pointer } from '../json/pointer.js'
import type { Json, JsonObject } from '../json/value.js'
import type { TargetId } from '../targets/index.js'

/**
 * The layers of a shown theme, highest first. Only legacy clients have `web-options` (links that the theme lacks), and
 * only those up to Web 4.9 `built-in` (the client's own theme).
 */
export type LayerName = 'web-options' | 'theme' | 'defaults' | 'common' | 'built-in'

/**
 * The documents that a theme is merged from: the server's own values, the file over them, the branding file over both;
 * for legacy clients also the web configuration, and the client's own theme.
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
  /** Whether the client sets it; if not, the value is that of the design system. */
  set: boolean
  /** JSON Pointer of the token in the shown theme; `null` if the client doesn't set the property. */
  pointer: Pointer | null
  /** When the client sets it: once when it starts, whenever a theme is shown, or both. */
  by: ('start' | 'store')[]
}

/** The theme that a client shows, and why. */
export interface Choice {
  /** Its index in the list of themes; for legacy files, in the order of the file. */
  index: number
  /** The name by which the user's choice is stored. */
  name: string
  reason: string
}

/** The final values of a client. */
export interface Resolution {
  generation: Generation
  /** The target, or for a legacy document the client that it was written for. */
  target: TargetId | 'legacy'
  /** The client; no other one reads the file. */
  client: 'web'
  choice: Choice | undefined
  /** The merged theme, which shares unchanged values with the input; `undefined` if none is shown. */
  theme: JsonObject | undefined
  /** Every leaf of the theme with its origin; empty without the option `provenance`. */
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
  /**
   * Old web options, for legacy documents: they supplied links that a theme lacks. As the old client, `resolve` takes any
   * link, also one that runs a script; `convert` leaves such a one out.
   */
  webOptions?: WebOptions
  /** Whether to add the origin of values; `true` unless given. */
  provenance?: boolean
  /** Whether to compute the custom properties; `true` unless given. */
  properties?: boolean
}
