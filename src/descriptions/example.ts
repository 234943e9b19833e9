import type { ConversionExample } from '../convert/codes.js'
import type { ServerExample } from '../doctor/codes.js'
import type { DescriptionOf } from '../findings/description.js'
import type { ImageExample } from '../images/codes.js'
import type { InstanceExample } from '../instance/codes.js'
import type { ResolutionExample } from '../resolve/codes.js'
import type { TextExample } from '../text/codes.js'
import type { ThemeExample } from '../validate/rule-description.js'

/** An input that causes a finding, or one that doesn't. */
export type Example =
  | ConversionExample
  | ImageExample
  | InstanceExample
  | ResolutionExample
  | ServerExample
  | TextExample
  | ThemeExample

/** The explanation of one kind of finding. */
export type Description = DescriptionOf<Example>
