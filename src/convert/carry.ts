import { isForFirstNamedClients } from '../formats/named-clients.js'
import type { Source } from '../formats/values.js'
import type { JsonObject } from '../json/value.js'
import { ownCloudWeb } from '../targets/products.js'
import { type Beginning, type Draft, isAcross, lose, newDraft, report, type Step } from './draft.js'
import { applyWebOptions } from './steps/apply-web-options.js'
import { settleBrand } from './steps/brand.js'
import { completeLoginPage } from './steps/complete-login-page.js'
import { suggestContrast } from './steps/contrast-tokens.js'
import { judgeDarkness } from './steps/darkness.js'
import { settleLeftoverGroups } from './steps/leftover-groups.js'
import { liftGroups } from './steps/lift-groups.js'
import { liftTokens } from './steps/lift-tokens.js'
import { gatherLinks } from './steps/links.js'
import { completeLogos, useEarlyLogos } from './steps/logos.js'
import { moveImages } from './steps/moved-images.js'
import { dropOtherProducts } from './steps/other-products.js'
import { anchorBackgrounds } from './steps/relative-backgrounds.js'
import { ensureTheme, fillRequired, meetNeeds, meetTokenNeeds } from './steps/required.js'
import { completeRoleIcons } from './steps/role-icons.js'
import { referToSchema } from './steps/schema-reference.js'
import { addServerValues } from './steps/server-values.js'
import { dropGoneSettings } from './steps/settings-gone.js'
import { dropThemesOfOtherModes } from './steps/theme-modes.js'
import { nameThemes, reportSharedChoice } from './steps/theme-names.js'
import { dropNewlyRead } from './steps/unknown-keys.js'
import { completeCommons } from './steps/whole-commons.js'
import { completeLinks } from './steps/whole-links.js'
import { completeParts } from './steps/whole-parts.js'

/** The steps that only conversions from or to OpenCloud need, so that bundles for ownCloud can drop them. */
export interface Crossing {
  /** Between a palette and roles. */
  readonly colors: readonly Step[]
  /** Between the products. */
  readonly steps: readonly Step[]
  /** For images that the clients of one product have built in, and those of the other don't. */
  readonly images: readonly Step[]
}

/** Between releases of ownCloud. */
const none: Crossing = { colors: [], steps: [], images: [] }

/** For every file. */
const allFiles = ({ colors }: Crossing): readonly Step[] => [
  dropThemesOfOtherModes,
  settleLeftoverGroups,
  dropOtherProducts,
  dropNewlyRead,
  moveImages,
  anchorBackgrounds,
  nameThemes,
  judgeDarkness,
  ...colors,
  dropGoneSettings,
]

/** For files of another product, before `Crossing`: images and colours depend on `isDark`. */
const filesOfOthers: readonly Step[] = [
  dropThemesOfOtherModes,
  settleLeftoverGroups,
  nameThemes,
  judgeDarkness,
]

/** For legacy files, whose themes share nothing: the values that all have in common go to the root and the defaults. */
const legacyFiles: readonly Step[] = [
  gatherLinks,
  applyWebOptions,
  useEarlyLogos,
  completeLogos,
  settleBrand,
  completeLoginPage,
  liftGroups,
  liftTokens,
  suggestContrast,
]

/** For what the target requires, once all values are in their places. */
const completion = ({ images }: Crossing): readonly Step[] => [
  ensureTheme,
  ...images,
  meetNeeds,
  completeCommons,
  completeLinks,
  completeRoleIcons,
  fillRequired,
]

/** For the file as a whole. */
const last: readonly Step[] = [referToSchema, addServerValues, reportSharedChoice]

/** For branding files, in which only what clients reject is filled in, and for files of another product. */
const partsOfFiles: readonly Step[] = [
  dropOtherProducts,
  dropNewlyRead,
  moveImages,
  anchorBackgrounds,
  dropGoneSettings,
]

/**
 * Runs all steps of a conversion.
 *
 * @param crossingOf gives the steps for conversions from or to OpenCloud
 */
export function carry(
  base: Beginning,
  source: Source,
  document: JsonObject,
  crossingOf: () => Crossing,
): Draft {
  const { generation } = base
  const isForFirst =
    generation === 'named' &&
    isForFirstNamedClients(source.themes.map(({ key }) => document[key as string] as JsonObject))
  const draft = newDraft(base, source, isForFirst)
  for (const { action, reason, group, ...value } of source.leftOut) {
    lose(draft, value, action, reason)
    // Users saw these texts, so their loss is reported.
    if (group !== 'common') continue
    const key = value.from.slice(value.from.lastIndexOf('/') + 1)
    report(draft, 'value-dropped', value.from, `${key} has no successor: ${reason}. It was dropped.`)
  }
  const crossing = isOfOwnCloud(draft) ? none : crossingOf()
  const first = isAcross(draft) ? [filesOfOthers, crossing.steps, partsOfFiles] : [allFiles(crossing)]
  const complete = completion(crossing)
  const parts =
    generation === 'branding'
      ? [[dropThemesOfOtherModes], crossing.steps, partsOfFiles, [meetTokenNeeds, completeParts]]
      : draft.hasLegacyThemes
        ? [...first, legacyFiles, complete, last]
        : [...first, complete, [applyWebOptions], last]
  for (const steps of parts) for (const step of steps) step(draft)
  return draft
}

function isOfOwnCloud(draft: Draft): boolean {
  return draft.product === ownCloudWeb.product && !isAcross(draft)
}
