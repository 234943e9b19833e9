import type { DocumentRule } from '../rule.js'
import { appBanner } from './app-banner.js'
import { assets } from './assets.js'
import { blankName } from './blank-name.js'
import { brightness } from './brightness.js'
import { contrast } from './contrast.js'
import { defaultRoles } from './default-roles.js'
import { fileTooLarge } from './file-too-large.js'
import { hostileKey } from './hostile-key.js'
import { ignoredGeneration } from './ignored-generation.js'
import { keys } from './keys.js'
import { needs } from './needs.js'
import { nestedDeeply } from './nested-deeply.js'
import { sameLook } from './same-look.js'
import { servedCommon } from './served-common.js'
import { shownTheme } from './shown-theme.js'
import { tokenNames } from './token-names.js'
import { uniqueNames } from './unique-names.js'
import { vault } from './vault.js'

/** What the pages need beyond the target's own check. */
export const needed: readonly DocumentRule[] = [servedCommon, shownTheme, needs, uniqueNames]

/** What is probably not meant so. */
export const advice: readonly DocumentRule[] = [
  blankName,
  sameLook,
  brightness,
  vault,
  appBanner,
  defaultRoles,
  keys,
  ignoredGeneration,
  tokenNames,
  contrast,
  assets,
  hostileKey,
  nestedDeeply,
  fileTooLarge,
]
