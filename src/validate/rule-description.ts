import type { ChangedTheme, Descriptions as DescriptionsOf } from '../findings/description.js'
import type { Json } from '../json/value.js'
import type { TargetId } from '../targets/index.js'

/** A file that causes a finding of a rule, or one that doesn't. */
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

/** The explanations of the findings of a rule. */
export type Descriptions<Kinds> = DescriptionsOf<Kinds, ThemeExample>
