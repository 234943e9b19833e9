import type { ConvertOptions } from '../convert/options.js'
import type { Json } from '../document/json.js'
import type { Pointer } from '../document/pointer.js'
import type { WebOptions } from '../formats/web-options.js'
import type { ImageFacts } from '../images/facts.js'
import type { ImageUse } from '../images/judge.js'
import type { Settings } from '../settings/settings.js'
import type { ConversionTargetId, TargetId } from '../targets/index.js'

/** A change to one of the example themes. */
export interface Change {
  readonly at: Pointer
  /** What stands there; without it, the key is left out. */
  readonly value?: Json
}

/** A file that shows a finding, or that shows none. */
export type Example =
  /** An image, as far as somebody looked into it, and where it is shown. */
  | { readonly image: ImageFacts; readonly use: ImageUse }
  /** The web assets folder of a server, as it is taken across to a release. */
  | ExampleInstance
  /** The whole text of a file. */
  | { readonly text: string }
  /** The bytes of a file; `null` for a file that isn't there. */
  | { readonly bytes: readonly number[] | null }
  /** A whole document of another kind. */
  | { readonly document: Json; readonly target?: TargetId; readonly served?: 'static' }
  /** The example theme for oCIS 8 with a change. */
  | { readonly change: Change; readonly target?: TargetId; readonly assets?: readonly string[] }
  /** The example theme that is converted for another release, with a change. */
  | { readonly converted: Change; readonly options?: ConvertOptions; readonly from: 'legacy' | 'current' }
  /** The theme that oCIS 5 shipped, with an uploaded image or without, that is converted for it. */
  | { readonly uploaded: string | null }
  /** The example theme, with a change or as it is, when it is resolved. */
  | { readonly isResolved: true; readonly change?: Change }

/** What stands in a file of an example's assets folder. */
export type ExampleContent =
  | 'legacy theme'
  | 'current theme'
  | 'uploaded logo'
  | 'legacy upload'
  | 'branding'
  | 'image'
  | 'other image'

/** An assets folder, with what is known of its server. */
export interface ExampleInstance {
  readonly instance: Readonly<Record<string, ExampleContent>>
  readonly links?: readonly string[]
  readonly settings?: Settings
  readonly webOptions?: WebOptions
  readonly target?: ConversionTargetId
}

/** What there is to know about one kind of finding. */
export interface Explanation {
  /** What happens to those who leave it so. */
  readonly why: string
  /** The first release that it concerns. */
  readonly since: string
  readonly wrong: Example
  readonly right: Example
}

/** What there is to know about some kinds of findings; apart from what raises them, so that bundles can drop it. */
export type Explanations<Kinds> = Readonly<Record<keyof Kinds, Explanation>>
