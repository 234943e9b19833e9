import type { DiagnosticCode } from '../findings/catalogue.js'
import type { FindingCollection } from '../findings/collection.js'
import { diagnostic } from '../findings/diagnostic.js'
import type { Generation } from '../formats/generations.js'
import { layoutOf, type ScopeLayout, type Spot } from '../formats/layout.js'
import type { AnyPlace, Layer, Source, Value } from '../formats/values.js'
import { child, eachLeaf, type Pointer } from '../json/pointer.js'
import { isObject, type Json } from '../json/value.js'
import type { TargetId } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import type { LedgerEntry } from './ledger.js'
import type { ConvertOptions } from './options.js'

/** The values of one scope of the new file, and where they will stand. */
export interface Scope extends ScopeLayout {
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
  readonly findings: FindingCollection
}

/** One step of a conversion, about one concern. */
export type Step = (draft: Draft) => void

/** Starts a conversion. */
export function newDraft(
  base: Omit<Draft, 'root' | 'defaults' | 'themes' | 'entries'>,
  source: Source,
): Draft {
  const { root, defaults, theme } = layoutOf(base.target.places)
  const draft = {
    ...base,
    root: { ...root, values: source.root },
    defaults: { ...defaults, values: source.defaults },
    themes: [],
    entries: [],
  }
  renumber(
    draft,
    source.themes.map((each) => ({ ...theme, ...each })),
  )
  return draft
}

/** The scopes that clients look into for what they show: defaults and themes. */
export function layersOf({ defaults, themes }: Draft): Scope[] {
  return [defaults, ...themes]
}

/** Adds a finding to those that the caller gets. */
export function report(
  { findings }: Pick<Draft, 'findings'>,
  code: DiagnosticCode,
  pointer: Pointer,
  message: string,
): void {
  findings.add(diagnostic(code, pointer, message))
}

/** Where a place of a scope stands in the new file. */
export function pointerOf(scope: Scope, place: AnyPlace): Pointer {
  const spot = scope.spots.get(place)
  if (spot !== undefined) return scope.pointer + spot.path
  const slash = place.lastIndexOf('/')
  return slash < 0 ? scope.pointer : pointerOf(scope, place.slice(0, slash)) + place.slice(slash)
}

/** The values of a group, those in objects of it and of unknown keys included. */
export function valuesIn({ values, spots }: Scope, group: AnyPlace): Value[] {
  const inside = [group, ...(spots.get(group)?.inside ?? [])]
  const found = inside.map((place) => values.get(place)).filter((value) => value !== undefined)
  for (const [place, value] of values) {
    if (place.includes('/') && !spots.has(place) && inside.includes(knownObject(spots, place)))
      found.push(value)
  }
  return found
}

/** Whether a scope has anything at a place or in it. */
export function isPresent(scope: Scope, place: AnyPlace): boolean {
  return scope.values.has(place) || valuesIn(scope, place).length > 0
}

/** The place of the nearest object around an unknown key that the target knows. */
function knownObject(spots: ScopeLayout['spots'], place: AnyPlace): AnyPlace {
  const above = place.slice(0, Math.max(0, place.lastIndexOf('/')))
  return above === '' || spots.has(above) ? above : knownObject(spots, above)
}

/** The value of a place also where only other releases than the target have the place. */
export function find({ values }: Scope, place: AnyPlace): Value | undefined {
  const value = values.get(place)
  if (value !== undefined) return value
  for (const other of values.values()) if (other.known?.place === place) return other
  return undefined
}

/** The spot of an object of a scope; `undefined` where the target has no such object. */
export function spotOf({ top, spots }: ScopeLayout, group: AnyPlace): Spot | undefined {
  return group === '' ? top : spots.get(group)
}

/** The value that upstream ships at a place of a scope. */
export function fallbackOf({ spots }: ScopeLayout, place: AnyPlace): Json | undefined {
  return spots.get(place)?.node.fallback
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

/** Notes what became of every leaf of a value: that it stands at a place of the new file, or at none. */
export function note(
  { entries }: Pick<Draft, 'entries'>,
  { value, from, leaves }: Pick<Value, 'value' | 'from' | 'leaves'>,
  to: Pointer | null,
  action: LedgerEntry['action'],
  reason: string,
): void {
  const isWhole = leaves === undefined
  const stays = isWhole && to === from
  let index = 0
  eachLeaf(value, '', (below) => {
    const source = isWhole ? (from === null ? null : from + below) : (leaves[index++] as Pointer)
    const goal = to === null ? null : stays ? source : to + below
    entries.push({
      from: source,
      to: goal,
      action: action === 'moved' && source === goal ? 'kept' : action,
      reason,
    })
  })
}

/** Notes every leaf of a value of the input as left out. */
export function lose(
  draft: Pick<Draft, 'entries'>,
  value: Pick<Value, 'value' | 'from' | 'leaves'>,
  action: 'dropped' | 'superseded',
  reason: string,
): void {
  if (value.from !== null) note(draft, value, null, action, reason)
}

/** Notes that an equal value at a place of a scope speaks for this one. */
export function share(draft: Draft, value: Value, scope: Scope, place = value.place): void {
  // A value that stands in for a missing one is noted where it is from.
  if (value.from === null || value.action === 'fallback') return
  const isRewritten = value.action === 'rewritten'
  const reason = isRewritten ? value.reason : 'the same value speaks for several themes'
  note(draft, value, pointerOf(scope, place), isRewritten ? 'rewritten' : 'shared', reason)
}

/** A token of a theme, or nothing. */
export function tokenOf({ values }: Scope, group: AnyPlace, token: string): Json | undefined {
  const map = values.get(group)?.value
  return isObject(map) && Object.hasOwn(map, token) ? map[token] : undefined
}

/** Takes other themes into the file, each at the place that it has among them. */
export function renumber(draft: Pick<Draft, 'target' | 'themes'>, themes: readonly Theme[]): void {
  const list = layoutOf(draft.target.places).theme.pointer
  const renumbered = themes.map((theme, index) => ({ ...theme, pointer: child(list, index) }))
  draft.themes.splice(0, Infinity, ...renumbered)
}
