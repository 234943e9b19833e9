import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { JsonObject } from '../document/json.js'
import type { TargetId } from '../targets/index.js'
import type { Target } from '../targets/target.js'

/** A document that the target's own check accepts, as the rules see it. */
export interface Checked {
  readonly document: JsonObject
  /** The document as it reaches the client; put together only when somebody asks. */
  readonly served: () => JsonObject
  readonly defaults: JsonObject
  readonly themes: readonly JsonObject[]
  readonly target: Target<TargetId>
}

/** One thing that the pages need beyond the client's check; it adds what it finds to the diagnostics. */
export type Rule = (checked: Checked, diagnostics: Diagnostic[]) => void
