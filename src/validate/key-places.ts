import { bareName, nearest } from '../findings/nearest.js'
import { allKeys, type KnownKeys, type Layer, layersOf, pathTo } from '../formats/known-keys.js'
import { legacyFlat } from '../generated/places/legacy-flat.js'
import { legacyNamed } from '../generated/places/legacy-named.js'
import { legacyWrapped } from '../generated/places/legacy-wrapped.js'
import type { KeyNode } from '../generated/places.js'
import { child, type Pointer, parsePointer } from '../json/pointer.js'
import { hasOwn, type Json, type JsonObject } from '../json/value.js'
import type { TargetId } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import type { Subject } from './rule.js'

/** Wrong names that are often used for a key, as bare names. */
const otherNames: Readonly<Record<string, string>> = {
  accessDeniedHelp: 'help helplink',
  appBanner: 'banner mobilebanner smartbanner',
  appScheme: 'scheme',
  background: 'backgroundimage backgroundimg bg loginbackground',
  backgroundImg: 'background backgroundimage bg loginbackground',
  colorPalette: 'colors colours palette swatches',
  ctaText: 'button buttontext cta',
  designTokens: 'tokens',
  favicon: 'icon',
  fontFamily: 'font fontface fonts',
  imprint: 'impressum legalnotice',
  isDark: 'dark darkmode',
  label: 'name title',
  name: 'appname brand brandname instancename label productname sitename title',
  privacy: 'dataprivacy datenschutz privacypolicy privacystatement',
  roles: 'colors colours palette',
  // Upstream's own documentation had this name for a while.
  shareRoles: 'roles',
  slogan: 'claim description motto subtitle tagline',
  spacing: 'space',
}

let formerKeys: ReadonlyMap<string, KeyNode> | undefined

/** The keys of legacy files, by name. */
function keysOfLegacyFiles(): ReadonlyMap<string, KeyNode> {
  formerKeys ??= new Map(
    [legacyFlat, legacyNamed, legacyWrapped]
      .flatMap(allKeys)
      .filter(({ path, node }) => node.keys === undefined && path.at(-1) !== '*')
      .map(({ path, node }) => [path.at(-1) as string, node]),
  )
  return formerKeys
}

/** The successor of a key of legacy files: the place where it belongs, or the reason why it has none. */
export type Successor = { readonly place: Pointer } | { readonly gone: string }

/** The successor of a key of legacy files; `undefined` for other keys, and for those that clients still read. */
export function successorOf(
  key: string,
  parent: Pointer,
  { places }: Target<TargetId>,
): Successor | undefined {
  const former = keysOfLegacyFiles().get(key)
  if (former === undefined || allKeys(places).some(({ path }) => path.at(-1) === key)) return undefined
  const { place, noPlace } = former
  if (noPlace !== undefined) return { gone: noPlace }
  if (place === undefined) return undefined
  const shared = pathTo(places, place, 'common')
  if (shared !== undefined) return { place: shared.reduce(child, '') }
  const above = parsePointer(parent)
  const isIn = ({ path }: Layer) =>
    above.length >= path.length && path.every((each, index) => each === '*' || each === above[index])
  const theme = layersOf(places).find((layer) => layer.scope === 'theme' && isIn(layer))
  const path = pathTo(places, place, theme === undefined ? 'defaults' : 'theme')
  return (
    path && {
      place: path.map((each, index) => (each === '*' ? above[index] : each) as string).reduce(child, ''),
    }
  )
}

/** The keys that are known in an object, missing there, and have such a value. */
function openKeys(key: string, known: KnownKeys, object: JsonObject): string[] {
  const value = object[key]
  return Object.keys(known).filter(
    (each) =>
      each !== '*' &&
      !hasOwn(object, each) &&
      (value === undefined ||
        (typeof value === 'object' && value !== null) === hasKeys(known[each] as KnownKeys)),
  )
}

/** The key of an object that another name or notation certainly means. */
export function sameKey(key: string, known: KnownKeys, object: JsonObject): string | undefined {
  const bare = bareName(key)
  const short = bare.replace(/.(?:file|path|ur[il])$/, ([letter]) => letter as string)
  const open = openKeys(key, known, object)
  const isMeant = (name: string) =>
    open.find((each) => bareName(each) === name) ??
    open.find((each) => hasOwn(otherNames, each) && otherNames[each]?.split(' ').includes(name))
  return isMeant(bare) ?? isMeant(short)
}

/** The key that is probably meant: one that is known in the object, but missing there. */
export function meantKey(key: string, known: KnownKeys, object: JsonObject): string | undefined {
  return sameKey(key, known, object) ?? nearest(key, openKeys(key, known, object), true)
}

/** Whether a key is known below a pointer. */
export function knows(known: KnownKeys, parent: Pointer, key: string): boolean {
  let place: KnownKeys | undefined = known
  for (const part of parsePointer(parent)) place = place?.['*'] ?? place?.[part]
  return place !== undefined && Object.hasOwn(place, key)
}

/**
 * A place where clients would read a misplaced key, for such a value: one that is reported as missing, else the nearest.
 */
export function placeOf(
  key: string,
  value: Json,
  parent: Pointer,
  { keys: known, target, missing }: Subject,
): Pointer | undefined {
  if (typeof value === 'string')
    for (const [group, { read }] of Object.entries(target.tokens))
      if (read.has(key)) return `designTokens/${group}`
  const candidates: Pointer[] = []
  const isGroup = typeof value === 'object' && value !== null
  collect(known, [], parsePointer(parent), (path, below) => {
    if (path.at(-1) === key && hasKeys(below) === isGroup) candidates.push(path.reduce(child, ''))
  })
  const shared = (pointer: Pointer) => {
    let length = 0
    while (length < parent.length && pointer[length] === parent[length]) length += 1
    return length
  }
  const isBetter = (pointer: Pointer, best: Pointer) =>
    shared(pointer) > shared(best) || (shared(pointer) === shared(best) && pointer.length < best.length)
  let best = candidates.find((pointer) => missing.has(pointer))
  if (best !== undefined) return best
  for (const pointer of candidates) if (best === undefined || isBetter(pointer, best)) best = pointer
  return best
}

/** Whether an object has known keys. */
export function hasKeys(known: KnownKeys): boolean {
  for (const _ in known) return true
  return false
}

/**
 * Calls back for every known key below an object.
 *
 * @param path the keys that lead to the object; during the callback those that lead to the key
 * @param parent the keys that lead to the misplaced key; of a list, only the item on this path counts
 */
function collect(
  known: KnownKeys,
  path: string[],
  [key, ...rest]: readonly string[],
  visitKey: (path: readonly string[], below: KnownKeys) => void,
): void {
  for (const name in known) {
    const below = known[name] as KnownKeys
    path.push(name === '*' ? (key ?? '0') : name)
    if (name !== '*') visitKey(path, below)
    collect(below, path, name === '*' || name === key ? rest : [], visitKey)
    path.pop()
  }
}
