import type { ChangedTheme, Descriptions as DescriptionsOf } from '../findings/description.js'
import type { Json } from '../json/value.js'
import type { TargetId } from '../targets/index.js'

/** A file that a rule has something to say about, or nothing. */
export type ThemeExample =
  | (ChangedTheme & { readonly target?: TargetId; readonly assets?: readonly string[] })
  /** A whole document of another kind. */
  | {
      readonly document: Json
      readonly target?: TargetId
      readonly served?: 'static'
      readonly as?: 'branding'
    }
  /** The whole text of a file. */
  | { readonly text: string }

/** What there is to know about the kinds of findings of a rule. */
export type Descriptions<Kinds> = DescriptionsOf<Kinds, ThemeExample>
