import type { DiagnosticCode } from '../findings/catalogue.js'
import type { FindingCollection } from '../findings/collection.js'
import { diagnostic } from '../findings/diagnostic.js'
import type { Generation } from '../formats/generations.js'
import { type Layout, layoutOf, type ScopeLayout, type Spot } from '../formats/layout.js'
import { hasLegacyThemes } from '../formats/read-document.js'
import {
  type AnyPlace,
  type Layer,
  placeIn,
  type Source,
  type SourceTheme,
  type UnknownKey,
  type Value,
} from '../formats/values.js'
import type { TargetId } from '../generated/target-facts.js'
import { onOneLine } from '../json/escaped.js'
import { child, eachLeaf, escapeToken, type Pointer } from '../json/pointer.js'
import { isLeaf, isObject, type Json, type JsonObject } from '../json/value.js'
import { productOf } from '../targets/products.js'
import type { Releases } from '../targets/releases.js'
import type { Target } from '../targets/target.js'
import type { LedgerEntry } from './ledger.js'
import type { ConvertOptions } from './options.js'

/** The values of one scope of the new file, with its places. */
export interface Scope extends ScopeLayout, Layer {}

/** A theme of the new file. */
export interface Theme extends Scope {
  pointer: Pointer
  /** Its key in the old file. */
  readonly key: string | undefined
  /** Its JSON Pointer in the input. */
  readonly from: Pointer
  readonly isEmpty: boolean
}

/** The state of a conversion, which every step reads and writes. */
export interface Draft {
  readonly target: Target<TargetId>
  /** All releases that are known. */
  readonly releases: Releases
  readonly options: ConvertOptions
  readonly generation: Generation
  /** Whether the themes have the legacy groups: nothing is in the defaults yet, and shared values have to be found. */
  readonly hasLegacyThemes: boolean
  /** The product whose clients the document was written for. */
  readonly product: string
  /** Whether a named file was written for Web 3.0 to 4.9. */
  readonly isForFirstNamedClients: boolean
  readonly root: Scope
  readonly defaults: Scope
  themes: Theme[]
  /** The entries of the ledger; before writing, those of values that were dropped or merged with another one. */
  readonly entries: LedgerEntry[]
  readonly findings: FindingCollection
}

/** The facts known before a document is read. */
export type Beginning = Pick<Draft, 'target' | 'releases' | 'options' | 'generation' | 'findings'> & {
  /** The product that the document is for, if its generation doesn't determine it. */
  readonly product?: string
}

/** One step of a conversion, about one concern. */
export type Step = (draft: Draft) => void

/** Starts a conversion. The keys are listed, because spreading is several times slower. */
export function newDraft(
  { target, releases, options, generation, findings, product = productOf(generation) }: Beginning,
  source: Source,
  isForFirstNamedClients = false,
): Draft {
  const layout = layoutOf(target.places)
  const draft: Draft = {
    target,
    releases,
    options,
    generation,
    hasLegacyThemes: hasLegacyThemes(generation),
    product,
    isForFirstNamedClients,
    root: newScope(layout.root, source.root),
    defaults: newScope(layout.defaults, source.defaults),
    themes: source.themes.map((theme) => newTheme(layout, theme)),
    entries: [],
    findings,
  }
  renumber(draft)
  return draft
}

function newScope({ top, spots, pointer }: ScopeLayout, { values, unknownKeys }: Layer): Scope {
  return { top, spots, pointer, values, unknownKeys }
}

/** A theme, with its index in the list still to be set. */
export function newTheme({ theme: { top, spots, pointer } }: Layout, source: SourceTheme): Theme {
  const { values, unknownKeys, key, from, isEmpty } = source
  return { top, spots, pointer, values, unknownKeys, key, from, isEmpty }
}

/** Sets the pointer of every theme by its index in the list. */
export function renumber({ target, themes }: Pick<Draft, 'target' | 'themes'>): void {
  const list = layoutOf(target.places).theme.pointer
  themes.forEach((theme, index) => {
    theme.pointer = child(list, index)
  })
}

/** The scopes that clients merge into themes: the defaults and each theme. */
export function layersOf({ defaults, themes }: Draft): Scope[] {
  return [defaults, ...themes]
}

/** Whether a document was written for another product than the target's. */
export function isAcross({ product, target }: Pick<Draft, 'product' | 'target'>): boolean {
  return product !== target.family.product
}

/** Adds a finding. */
export function report(
  { findings }: Pick<Draft, 'findings'>,
  code: DiagnosticCode,
  pointer: Pointer | null,
  message: string,
): void {
  // A value that isn't from the input has no pointer there.
  findings.add(diagnostic(code, pointer ?? '', message))
}

/** The JSON Pointer of a place of a scope in the new file. */
export function pointerOf(scope: Scope, place: AnyPlace): Pointer {
  const spot = scope.spots.get(place)
  if (spot !== undefined) return scope.pointer + spot.path
  const slash = place.lastIndexOf('/')
  return slash < 0 ? scope.pointer : pointerOf(scope, place.slice(0, slash)) + place.slice(slash)
}

/** The JSON Pointer of a place of a scope in the input, also of one that is missing there. */
export function inputPointerOf(scope: Scope | Theme, place: AnyPlace): Pointer {
  const pointer = pointerOf(scope, place)
  // A theme that was added is nowhere in the input.
  return 'from' in scope && scope.from !== '' ? scope.from + pointer.slice(scope.pointer.length) : pointer
}

/** All values of a scope. */
export function valuesOf({ values, unknownKeys }: Scope): Value[] {
  return [...values.values(), ...unknownKeys.values()]
}

/** The values of a group, with those in its objects and of its unknown keys. */
export function valuesIn({ values, unknownKeys, spots }: Scope, group: AnyPlace): (Value | UnknownKey)[] {
  const found: (Value | UnknownKey)[] = []
  const inside = spots.get(group)?.inside ?? [group]
  for (const place of inside) {
    const value = values.get(place)
    if (value !== undefined) found.push(value)
  }
  for (const unknown of unknownKeys.values())
    if (inside.includes(objectOf(spots, unknown.group))) found.push(unknown)
  return found
}

/** Whether a scope has a value at a place or below it. */
export function isPresent(scope: Scope, place: AnyPlace): boolean {
  return scope.values.has(place) || scope.unknownKeys.has(place) || valuesIn(scope, place).length > 0
}

/** The place of the nearest object around an unknown key that the target knows. */
function objectOf(spots: ScopeLayout['spots'], group: AnyPlace): AnyPlace {
  return group === '' || spots.has(group)
    ? group
    : objectOf(spots, group.slice(0, Math.max(0, group.lastIndexOf('/'))))
}

/** The value of a place, even if only other releases than the target have the place. */
export function find({ values, unknownKeys }: Scope, place: AnyPlace): Value | undefined {
  const value = values.get(place)
  if (value !== undefined) return value
  for (const unknown of unknownKeys.values()) if (unknown.known?.place === place) return unknown
  return undefined
}

/** The spot of an object of a scope; `undefined` if the target has no such object. */
export function spotOf({ top, spots }: ScopeLayout, group: AnyPlace): Spot | undefined {
  return group === '' ? top : spots.get(group)
}

/** The value that upstream ships at a place of a scope. */
export function fallbackOf({ spots }: ScopeLayout, place: AnyPlace): Json | undefined {
  return spots.get(place)?.node.fallback
}

/** Puts a value at its place. */
export function put({ values, unknownKeys }: Scope, value: Value | UnknownKey): void {
  if ('group' in value) unknownKeys.set(value.place, value)
  else values.set(value.place, value)
}

/** Puts a value under a key that the target doesn't know into the object at a place. */
export function putUnknownKey(
  scope: Scope,
  group: AnyPlace,
  key: string,
  value: Omit<UnknownKey, 'place' | 'group' | 'key'>,
): void {
  put(scope, { ...value, place: placeIn(group, key), group, key })
}

/** Removes the value of a place, and returns it. */
export function take({ values, unknownKeys }: Scope, place: AnyPlace): Value | undefined {
  const value = values.get(place) ?? unknownKeys.get(place)
  if (!values.delete(place)) unknownKeys.delete(place)
  return value
}

/** A value that isn't from the input. */
export function made(place: AnyPlace, value: Json, action: 'fallback' | 'added', reason: string): Value {
  return { place, value, from: null, action, reason }
}

/** A default that is taken from another value, with the pointer of that one. */
export function defaultFrom(value: Value, reason: string): Value {
  return { ...value, action: 'fallback', reason }
}

/** Adds an entry to the ledger for every leaf of a value. */
export function note(
  { entries }: Pick<Draft, 'entries'>,
  { value, from, leaves }: Pick<Value, 'value' | 'from' | 'leaves'>,
  to: Pointer | null,
  action: LedgerEntry['action'],
  reason: string,
): void {
  // The same reason often follows itself.
  const said = entries.at(-1)?.reason === reason ? reason : onOneLine(reason)
  const one = (source: Pointer | null, goal: Pointer | null) => {
    const done = action === 'moved' && source === goal ? 'kept' : action
    // Callers give the pointers that fit the action.
    entries.push({ from: source, to: goal, action: done, reason: said } as LedgerEntry)
  }
  if (leaves === undefined) {
    eachPair(value, from, to, one)
    return
  }
  let index = 0
  eachLeaf(value, to ?? '', (goal) => one(leaves[index++] as Pointer, to === null ? null : goal))
}

/** Calls back for every leaf of a value, with its pointer in the input and in the output. */
function eachPair(
  value: Json,
  from: Pointer | null,
  to: Pointer | null,
  visit: (from: Pointer | null, to: Pointer | null) => void,
): void {
  if (isLeaf(value)) {
    visit(from, to)
    return
  }
  const stays = from === to
  const source = from === null ? null : `${from}/`
  const goal = to === null ? null : `${to}/`
  for (const key in value as JsonObject) {
    const token = escapeToken(key)
    const below = source === null ? null : source + token
    eachPair((value as JsonObject)[key] as Json, below, stays ? below : goal && goal + token, visit)
  }
}

/** Adds an entry for every leaf of a value that isn't carried over. */
export function lose(
  draft: Pick<Draft, 'entries'>,
  value: Pick<Value, 'value' | 'from' | 'leaves'>,
  action: 'dropped' | 'superseded',
  reason: string,
): void {
  if (value.from !== null) note(draft, value, null, action, reason)
}

/** Adds an entry for a value that was merged with an identical one at a place of a scope. */
export function share(draft: Draft, value: Value, scope: Scope, place = value.place): void {
  // A default isn't from this place of the input.
  if (value.from === null || value.action === 'fallback') return
  const isRewritten = value.action === 'rewritten'
  const reason = isRewritten ? value.reason : 'same value in several themes'
  note(draft, value, pointerOf(scope, place), isRewritten ? 'rewritten' : 'shared', reason)
}

/** A token of a theme; `undefined` for none. */
export function tokenOf({ values }: Scope, group: AnyPlace, token: string): Json | undefined {
  const map = values.get(group)?.value
  return isObject(map) && Object.hasOwn(map, token) ? map[token] : undefined
}
