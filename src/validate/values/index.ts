import type { ValueKind } from '../../generated/places.js'
import type { Circumstances, ValueRule } from '../rule.js'
import { absoluteLogo } from './absolute-logo.js'
import { backgroundBreaksUrl } from './background-breaks-url.js'
import { bannerIconBreaksOut } from './banner-icon-breaks-out.js'
import { imageBackslash } from './image-backslash.js'
import { largeDataImage } from './image-data-too-large.js'
import { imageFormat } from './image-format.js'
import { insecureImage } from './image-insecure.js'
import { foreignImage } from './image-other-host.js'
import { imageOutsideRoot } from './image-outside-root.js'
import { imageSpace } from './image-space.js'
import { unreachableImage } from './image-unreachable.js'
import { invalidAppScheme } from './invalid-app-scheme.js'
import { invalidColor } from './invalid-color.js'
import { invalidLength } from './invalid-length.js'
import { linkWithoutScheme } from './link-without-scheme.js'
import { scriptLink } from './script-link.js'
import { unsafeToken } from './unsafe-token.js'
import { unusualLink } from './unusual-link.js'
import { uploadFormat } from './upload-format.js'

/** The rules about single texts, what matters most first: each text gets one finding at most. */
export const valueRules: readonly ValueRule[] = [
  unsafeToken,
  scriptLink,
  bannerIconBreaksOut,
  invalidColor,
  invalidLength,
  unusualLink,
  linkWithoutScheme,
  invalidAppScheme,
  unreachableImage,
  largeDataImage,
  insecureImage,
  absoluteLogo,
  foreignImage,
  imageOutsideRoot,
  imageBackslash,
  backgroundBreaksUrl,
  imageSpace,
  uploadFormat,
  imageFormat,
]

/** The rules for texts of one kind, as far as they concern who reads and serves them. */
export function valueRulesFor(kind: ValueKind, circumstances: Circumstances): readonly ValueRule[] {
  return valueRules.filter(
    (rule) => rule.kinds.includes(kind) && (rule.concerns === undefined || rule.concerns(circumstances)),
  )
}
