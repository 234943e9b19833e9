import { keysOfAll } from '../formats/all-releases.js'
import { keysByFormerName } from '../formats/former-names.js'
import type { Generation } from '../formats/generations.js'
import { tablesOfGenerations } from '../formats/known-keys.js'
import { hasLegacyThemes, type ReadableGeneration, readDocument } from '../formats/read-document.js'
import { makeReading, type Reading } from '../formats/reading.js'
import type { AnyPlace, Source } from '../formats/values.js'
import type { KeyNode } from '../generated/places.js'
import { getOrInsert } from '../json/get-or-insert.js'
import type { Pointer } from '../json/pointer.js'
import type { JsonObject } from '../json/value.js'
import { productOf } from '../targets/products.js'
import { releasesOf } from '../targets/releases.js'
import type { Draft } from './draft.js'

/** Whether documents of a generation can be converted. */
export function isConvertible(generation: Generation): generation is ReadableGeneration {
  return (
    generation === 'current' ||
    generation === 'opencloud' ||
    (generation in tablesOfGenerations && generation !== 'branding')
  )
}

/** Reads a document by the keys of the target, or by those of its own generation or product. */
export function readFor(
  base: Pick<Draft, 'target' | 'releases'>,
  document: JsonObject,
  generation: ReadableGeneration,
  invalid: ReadonlySet<Pointer>,
): Source {
  const tree = treeFor(base, generation)
  const reading = getOrInsert(readings, tree, () =>
    makeReading(
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
    ),
  )
  return readDocument(document, generation, reading, invalid)
}

/** The keys of a document: those of the target, of its legacy generation, or of all releases of another product. */
export function treeFor(
  { target: { places, family }, releases }: Pick<Draft, 'target' | 'releases'>,
  generation: ReadableGeneration,
): KeyNode {
  if (hasLegacyThemes(generation)) return tablesOfGenerations[generation]
  const product = productOf(generation)
  if (product === family.product) return places
  return getOrInsert(treesOfProducts, product, () =>
    keysOfAll(releasesOf(releases, product).map((release) => release.places)),
  )
}

const treesOfProducts = new Map<string, KeyNode>()

/** The tables for reading, created once per schema. */
const readings = new WeakMap<KeyNode, Reading>()

/** The other releases of the same product, the newest first. */
export function otherReleases({ target, releases }: Pick<Draft, 'target' | 'releases'>): Draft['target'][] {
  return releasesOf(releases, target.family.product).filter(({ id }) => id !== target.id)
}

/** The reasons for the ledger why a legacy value is carried over, by the first word of its place. */
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
