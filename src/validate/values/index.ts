import type { ValueKind } from '../../targets/value-kinds.js'
import type { Circumstances, ValueRule } from '../rule.js'
import {
  absoluteLogo,
  backgroundBreaksUrl,
  bannerIconBreaksOut,
  foreignImage,
  imageBackslash,
  imageFormat,
  imageOutsideRoot,
  imageSpace,
  insecureImage,
  largeDataImage,
  unreachableImage,
} from './images.js'
import { invalidAppScheme, linkWithoutScheme, scriptLink, unusualLink } from './links.js'
import { invalidColor, invalidLength, unsafeToken } from './tokens.js'
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
