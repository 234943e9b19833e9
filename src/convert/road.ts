import { keysOfAll } from '../formats/all-releases.js'
import { keysByFormerName } from '../formats/former-names.js'
import type { Generation } from '../formats/generations.js'
import { tablesOfGenerations } from '../formats/known-keys.js'
import { isForFirstNamedClients } from '../formats/named-clients.js'
import { hasLegacyThemes, type ReadableGeneration, readDocument } from '../formats/read-document.js'
import { makeReading, type Reading } from '../formats/reading.js'
import type { AnyPlace, Source } from '../formats/values.js'
import type { KeyNode } from '../generated/places.js'
import type { Pointer } from '../json/pointer.js'
import type { JsonObject } from '../json/value.js'
import { ownCloudWeb, productOf } from '../targets/products.js'
import { releasesOf } from '../targets/releases.js'
import { type Beginning, type Draft, isAcross, lose, newDraft, report, type Step } from './draft.js'
import { applyWebOptions } from './steps/apply-web-options.js'
import { settleBrand } from './steps/brand.js'
import { completeLoginPage } from './steps/complete-login-page.js'
import { suggestContrast } from './steps/contrast-tokens.js'
import { judgeDarkness } from './steps/darkness.js'
import { settleLeftGroups } from './steps/left-groups.js'
import { liftGroups } from './steps/lift-groups.js'
import { liftTokens } from './steps/lift-tokens.js'
import { gatherLinks } from './steps/links.js'
import { completeLogos, serveAncientLogos } from './steps/logos.js'
import { moveImages } from './steps/moved-images.js'
import { dropOtherProducts } from './steps/other-products.js'
import { anchorBackgrounds } from './steps/relative-backgrounds.js'
import { ensureTheme, fillRequired, meetNeeds } from './steps/required.js'
import { completeRoleIcons } from './steps/role-icons.js'
import { referToSchema } from './steps/schema-reference.js'
import { addServerValues } from './steps/server-values.js'
import { dropGoneSettings } from './steps/settings-gone.js'
import { dropThemesOfOtherModes } from './steps/theme-modes.js'
import { nameThemes, reportSharedChoice } from './steps/theme-names.js'
import { dropSuddenlyRead } from './steps/unknown-keys.js'
import { completeCommons } from './steps/whole-commons.js'
import { completeLinks } from './steps/whole-links.js'

/** A generation that themes can be converted from. */
export type Convertible = ReadableGeneration

export function isConvertible(generation: Generation): generation is Convertible {
  return (
    generation === 'current' ||
    generation === 'opencloud' ||
    (generation in tablesOfGenerations && generation !== 'branding')
  )
}

/** What only conversions from or to OpenCloud go through; loaded for these alone. */
export interface Crossing {
  /** The colours that OpenCloud has in roles, and had in a palette. */
  readonly colors: readonly Step[]
  /** What differs between the products. */
  readonly steps: readonly Step[]
  /** The images that one product’s clients had of their own, and the other’s have not. */
  readonly images: readonly Step[]
}

/** For conversions between releases of ownCloud. */
const none: Crossing = { colors: [], steps: [], images: [] }

/** What every file goes through. */
const allFiles = ({ colors }: Crossing): readonly Step[] => [
  dropThemesOfOtherModes,
  settleLeftGroups,
  dropOtherProducts,
  ...colors,
  dropSuddenlyRead,
  moveImages,
  anchorBackgrounds,
  dropGoneSettings,
  nameThemes,
  judgeDarkness,
]

/** What files of another product go through: images and colours go by how dark a theme is. */
const filesOfOthers: readonly Step[] = [dropThemesOfOtherModes, settleLeftGroups, nameThemes, judgeDarkness]

/** Legacy themes share nothing; what is common to all of them is found here. */
const legacyFiles: readonly Step[] = [
  gatherLinks,
  applyWebOptions,
  serveAncientLogos,
  completeLogos,
  settleBrand,
  completeLoginPage,
  liftGroups,
  liftTokens,
  suggestContrast,
]

/** What the target requires, once everything of the file is in its place. */
const completion = ({ images }: Crossing): readonly Step[] => [
  ensureTheme,
  ...images,
  meetNeeds,
  completeCommons,
  completeLinks,
  completeRoleIcons,
  fillRequired,
]

/** The last steps, about filled-in values and the file as a whole. */
const last: readonly Step[] = [anchorBackgrounds, referToSchema, addServerValues, reportSharedChoice]

/** Reads a document as the target's clients would, or as those of its generation did. */
export function readFor(
  base: Pick<Draft, 'target' | 'releases'>,
  document: JsonObject,
  generation: ReadableGeneration,
  invalid: ReadonlySet<Pointer>,
): Source {
  const tree = treeFor(base, generation)
  let reading = readings.get(tree)
  if (reading === undefined) {
    reading = makeReading(
      hasLegacyThemes(generation)
        ? { tree, hasLegacyThemes: true, reasonOf: legacyReason }
        : {
            tree,
            others: [
              ...(tree === base.target.places ? otherReleases(base).map(({ places }) => places) : []),
              keysByFormerName(tree),
            ],
            hasLegacyThemes: false,
            reasonOf: () => 'unchanged: the target reads or ignores it',
          },
    )
    readings.set(tree, reading)
  }
  return readDocument(document, generation, reading, invalid)
}

/** What the keys of a document are: to the target, or to all releases of another product that reads such documents. */
function treeFor(
  { target: { places, family }, releases }: Pick<Draft, 'target' | 'releases'>,
  generation: ReadableGeneration,
): KeyNode {
  if (hasLegacyThemes(generation)) return tablesOfGenerations[generation]
  const product = productOf(generation)
  if (product === family.product) return places
  let tree = treesOfProducts.get(product)
  if (tree === undefined) {
    tree = keysOfAll(releasesOf(releases, product).map((release) => release.places))
    treesOfProducts.set(product, tree)
  }
  return tree
}

const treesOfProducts = new Map<string, KeyNode>()

/** How the documents of a schema are read; made once for each. */
const readings = new WeakMap<KeyNode, Reading>()

/** The other releases of the same product, the newest first. */
export function otherReleases({ target, releases }: Pick<Draft, 'target' | 'releases'>): Draft['target'][] {
  return releasesOf(releases, target.family.product).filter(({ id }) => id !== target.id)
}

/** Why a legacy value goes over, by the first word of its place. */
const legacyReasons: Readonly<Record<string, string>> = {
  common: 'texts are in common',
  urls: 'links are in common.urls',
  logo: 'logos are in clients.web',
  login: 'the login page is in clients.web',
  banner: 'the banner is in clients.web',
  clients: 'all clients are in "clients"',
  tokens: 'tokens stay in their theme',
}

function legacyReason(place: AnyPlace): string {
  const known = place.includes('/') ? undefined : legacyReasons[place.split('.')[0] as string]
  return known ?? 'unknown key, kept'
}

/** The steps for every file; the only ones for a branding file, in which nothing is filled in. */
const partsOfFiles: readonly Step[] = [
  dropOtherProducts,
  dropSuddenlyRead,
  moveImages,
  anchorBackgrounds,
  dropGoneSettings,
]

/**
 * Takes what was read through all steps.
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
    // Users saw these texts.
    if (group !== 'common') continue
    const key = value.from.slice(value.from.lastIndexOf('/') + 1)
    report(draft, 'value-dropped', value.from, `${key} has no successor: ${reason}. It was dropped.`)
  }
  const crossing = isOfOwnCloud(draft) ? none : crossingOf()
  const first = isAcross(draft) ? [filesOfOthers, crossing.steps, partsOfFiles] : [allFiles(crossing)]
  const complete = completion(crossing)
  const parts =
    generation === 'branding'
      ? [crossing.steps, partsOfFiles]
      : draft.hasLegacyThemes
        ? [...first, legacyFiles, complete, last]
        : [...first, complete, [applyWebOptions], last]
  for (const steps of parts) for (const step of steps) step(draft)
  return draft
}

function isOfOwnCloud(draft: Draft): boolean {
  return draft.product === ownCloudWeb.product && !isAcross(draft)
}
