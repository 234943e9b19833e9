import { entryOf } from '../findings/assert-options.js'
import { nearest } from '../findings/nearest.js'
import type { Generation } from '../formats/generations.js'
import type { OwnCloudTargetId, TargetId } from '../generated/target-facts.js'
import { ownCloudWeb } from './products.js'
import type { Consumer, Target } from './target.js'

/** The releases that a function supports: those of all products, or of one. */
export interface Releases<Known extends Consumer<TargetId> = Target<TargetId>> {
  /** By their ids, oldest first. */
  readonly targets: Readonly<Partial<Record<TargetId, Known>>>
  /** The way to the releases of other products, for messages. */
  readonly others?: string
}

/** Whether a target is a release of ownCloud. */
export function isOwnCloudTarget(id: TargetId): id is OwnCloudTargetId {
  return id.startsWith('ocis-')
}

/** The newest release of ownCloud: the default. */
export const defaultTarget = 'ocis-8' satisfies TargetId

/** The newest release of OpenCloud. */
export const defaultOpenCloudTarget = 'opencloud-7.3' satisfies TargetId

/** The newest release of a product, by each of its names. */
const newestOf: Readonly<Record<string, TargetId>> = {
  ocis: defaultTarget,
  owncloud: defaultTarget,
  opencloud: defaultOpenCloudTarget,
}

/**
 * The release that a misspelt id probably means: the newest for a product without a number; for a number without a target
 * of its own the one before it, whose format it reads (OpenCloud Web 5 is opencloud-4).
 *
 * @param ids the releases that are possible
 */
export function releaseMeant(word: string, ids: Iterable<string>): string | undefined {
  const possible = [...ids]
  const [, alone] = /^v?(\d[\d.]*)$/i.exec(word) ?? []
  const both = possible.filter((id) => id.endsWith(`-${alone}`))
  if (both.length > 0) return both.join(' or ')
  const [, called = '', number] = /^([a-z]{3,})[-_ ]?(\d[\d.]*)?$/i.exec(word) ?? []
  const product = nearest(called.toLowerCase(), Object.keys(newestOf))
  const newest = product === undefined ? undefined : newestOf[product]
  if (newest === undefined) return nearest(word, possible)
  const prefix = newest.replace(/\d.*/, '')
  // A major number alone means its newest release.
  const latest = number === undefined ? newest : `${prefix}${number}.99`
  const isUpTo = (id: string) =>
    id.startsWith(prefix) && id.localeCompare(latest, 'en', { numeric: true }) <= 0
  return possible.filter(isUpTo).at(-1) ?? nearest(word, possible)
}

/**
 * The target of an id.
 *
 * @throws RangeError for an id that is none of the releases
 */
export function targetAmong<Known extends Consumer<TargetId>>(
  { targets, others }: Releases<Known>,
  id: TargetId = defaultTarget,
): Known {
  return entryOf(targets, id, 'target', releaseMeant, others) as Known
}

/**
 * The target of an id, else the newest release of the product that a document of a generation is for; without releases
 * of that product the newest of all.
 *
 * @throws RangeError for an id that is none of the releases
 */
export function targetAmongFor<Known extends Consumer<TargetId>>(
  releases: Releases<Known>,
  id: TargetId | undefined,
  generation: Generation,
): Known {
  const isOther = generation === 'opencloud' && defaultOpenCloudTarget in releases.targets
  return targetAmong(releases, id === undefined && isOther ? defaultOpenCloudTarget : id)
}

/** The releases of a product, the newest first. */
export function releasesOf(releases: Releases, product: string): Target<TargetId>[] {
  return idsOf(releases, product)
    .map((id) => releases.targets[id] as Target<TargetId>)
    .reverse()
}

/** Whether there is a release of a product. */
export function hasReleases(releases: Releases, product: string): boolean {
  return idsOf(releases, product).length > 0
}

/** Filtered by id, so that no target is created. */
function idsOf({ targets }: Releases, product: string): TargetId[] {
  const isOfOwnCloud = product === ownCloudWeb.product
  return (Object.keys(targets) as TargetId[]).filter((id) => isOwnCloudTarget(id) === isOfOwnCloud)
}
