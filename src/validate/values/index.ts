import type { ValueKind } from '../../targets/value-kinds.js'
import type { ValueRule } from '../rule.js'
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
  imageBackslash,
  imageOutsideRoot,
  backgroundBreaksUrl,
  imageSpace,
  imageFormat,
]

/** The rules for texts of one kind. */
export function valueRulesFor(kind: ValueKind): readonly ValueRule[] {
  return valueRules.filter(({ kinds }) => kinds.includes(kind))
}
