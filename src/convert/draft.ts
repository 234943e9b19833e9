import type { DiagnosticCode } from '../findings/catalogue.js'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import type { Generation } from '../formats/generations.js'
import { layoutOf, type ScopeLayout } from '../formats/layout.js'
import { type AnyPlace, type Layer, type Source, splitPlace, type Value } from '../formats/values.js'
import type { KeyNode } from '../generated/places.js'
import { child, eachLeaf, type Pointer } from '../json/pointer.js'
import { isLeaf, isObject, type Json } from '../json/value.js'
import type { TargetId } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import type { LedgerEntry } from './ledger.js'
import type { ConvertOptions } from './options.js'

/** The values of one scope of the new file, and where they will stand. */
export interface Scope extends ScopeLayout {
  readonly pointer: Pointer
  readonly values: Layer
}

/** A theme of the new file. */
export interface Theme extends Scope {
  /** What the old file had it by. */
  readonly key: string | undefined
  /** Where it stands in the input. */
  readonly from: Pointer
  readonly isEmpty: boolean
}

/** What every step of a conversion reads from and writes to. */
export interface Draft {
  readonly target: Target<TargetId>
  readonly options: ConvertOptions
  readonly generation: Generation
  /** Whether the themes have the old groups: each stands for itself, and what all share is still to be found. */
  readonly isLegacy: boolean
  /** Whether a named file was written for Web 3.0 to 4.9. */
  readonly isForFirstNamedClients: boolean
  readonly root: Scope
  readonly defaults: Scope
  readonly themes: Theme[]
  /** What is settled: values that don't go over, and those that another one speaks for. */
  readonly entries: LedgerEntry[]
  readonly diagnostics: Diagnostic[]
}

/** One step of a conversion, about one concern. */
export type Step = (draft: Draft) => void

/** Starts a conversion. */
export function newDraft(
  base: Omit<Draft, 'root' | 'defaults' | 'themes' | 'entries'>,
  source: Source,
): Draft {
  const layout = layoutOf(base.target.places)
  return {
    ...base,
    root: { ...layout.root, pointer: '', values: source.root },
    defaults: { ...layout.defaults, values: source.defaults },
    themes: source.themes.map((theme, index) => ({
      ...layout.theme,
      ...theme,
      pointer: child(layout.theme.pointer, index),
    })),
    entries: [],
  }
}

/** The scopes that clients look into for what they show: defaults and themes. */
export function layersOf({ defaults, themes }: Draft): Scope[] {
  return [defaults, ...themes]
}

/** Adds a finding to those that the caller gets. */
export function report(
  { diagnostics }: Pick<Draft, 'diagnostics'>,
  code: DiagnosticCode,
  pointer: Pointer,
  message: string,
): void {
  diagnostics.push(diagnostic(code, pointer, message))
}

/** Where a place of a scope stands in the new file. */
export function pointerOf({ pointer, spots }: Scope, place: AnyPlace): Pointer {
  const slash = place.indexOf('/')
  if (slash === 0) return pointer + place
  const known = slash < 0 ? place : place.slice(0, slash)
  return pointer + (spots.get(known)?.path ?? '') + place.slice(known.length)
}

/** The place of the object that a place stands in; `''` for the scope itself. */
function groupOf({ spots }: ScopeLayout, place: AnyPlace): AnyPlace {
  return spots.get(place)?.group ?? splitPlace(place)?.group ?? ''
}

/** Whether a place is a group or stands in it, however deep. */
export function isWithin(scope: ScopeLayout, place: AnyPlace, group: AnyPlace): boolean {
  for (let at = place; at !== ''; at = groupOf(scope, at)) if (at === group) return true
  return false
}

/** Whether a scope has anything at a place or in it. */
export function isPresent(scope: Scope, place: AnyPlace): boolean {
  if (scope.values.has(place)) return true
  for (const other of scope.values.keys()) if (isWithin(scope, other, place)) return true
  return false
}

/** The values of a group, those in objects of it included. */
export function valuesIn(scope: Scope, group: AnyPlace): Value[] {
  return [...scope.values.values()].filter(({ place }) => isWithin(scope, place, group))
}

/** The value of a place also where only other releases than the target have the place. */
export function find({ values }: Scope, place: AnyPlace): Value | undefined {
  const value = values.get(place)
  if (value !== undefined) return value
  for (const other of values.values()) if (other.known?.place === place) return other
  return undefined
}

/** The node of a group of a scope. */
export function nodeOf({ node, spots }: ScopeLayout, group: AnyPlace): KeyNode | undefined {
  return group === '' ? node : spots.get(group)?.node
}

/** Puts a value at its place. */
export function put({ values }: Scope, value: Value): void {
  values.set(value.place, value)
}

/** Takes a value away from its place. */
export function take({ values }: Scope, place: AnyPlace): Value | undefined {
  const value = values.get(place)
  values.delete(place)
  return value
}

/** A value that isn't from the input. */
export function made(place: AnyPlace, value: Json, action: 'fallback' | 'added', reason: string): Value {
  return { place, value, from: null, action, reason }
}

/** A value that stands in for a missing one; where it is from stays known. */
export function standIn(value: Value, reason: string): Value {
  return { ...value, action: 'fallback', reason }
}

/** Notes every leaf of a value of the input as left out. */
export function lose(
  { entries }: Pick<Draft, 'entries'>,
  value: Pick<Value, 'value' | 'from' | 'leaves'>,
  action: 'dropped' | 'superseded',
  reason: string,
): void {
  for (const from of leavesOf(value)) entries.push({ from, to: null, action, reason })
}

/** Notes that an equal value at a place of a scope speaks for this one. */
export function share({ entries }: Draft, value: Value, scope: Scope, place = value.place): void {
  const { from, action } = value
  // A value that stands in for a missing one is noted where it is from.
  if (from === null || action === 'fallback') return
  const to = pointerOf(scope, place)
  const how = action === 'rewritten' ? 'rewritten' : 'shared'
  const reason = how === 'rewritten' ? value.reason : 'the same value speaks for several themes'
  const below = belowOf(value.value)
  leavesOf(value).forEach((leaf, index) => {
    entries.push({ from: leaf, to: to + below[index], action: how, reason })
  })
}

/** The pointers of the leaves of a value, from the value. */
function belowOf(value: Json): Pointer[] {
  const below: Pointer[] = []
  eachLeaf(value, '', (pointer) => below.push(pointer))
  return below
}

/** Where the leaves of a value are from; none for what isn't from the input. */
function leavesOf({ value, from, leaves }: Pick<Value, 'value' | 'from' | 'leaves'>): readonly Pointer[] {
  if (from === null) return []
  if (leaves !== undefined) return leaves
  return isLeaf(value) ? [from] : belowOf(value).map((below) => from + below)
}

/** A token of a theme, or nothing. */
export function tokenOf({ values }: Scope, group: AnyPlace, token: string): Json | undefined {
  const map = values.get(group)?.value
  return isObject(map) && Object.hasOwn(map, token) ? map[token] : undefined
}

/** Takes other themes into the file, each at the place that it has among them. */
export function renumber(draft: Draft, themes: readonly Theme[]): void {
  const list = draft.root.pointer + layoutOf(draft.target.places).theme.pointer
  draft.themes.splice(
    0,
    Infinity,
    ...themes.map((theme, index) => ({ ...theme, pointer: child(list, index) })),
  )
}
