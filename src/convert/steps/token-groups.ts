import type { AnyPlace, Value } from '../../formats/values.js'
import { child, type Pointer } from '../../json/pointer.js'
import { isLeaf, isObject, type Json, type JsonObject, own, setOwn } from '../../json/value.js'
import { inKebabCase } from '../../targets/design-colors.js'
import type { SetToken } from '../colors/palette-to-roles.js'
import { type Draft, find, layersOf, lose, put, type Scope, take } from '../draft.js'

/** A token that was taken out of its group. */
interface TakenToken {
  readonly token: string
  readonly value: Json
  readonly from: Pointer
}

/** A token as the highest layer with it sets it. An empty one counts as not set, and hides those of lower layers. */
export function tokenIn(layers: readonly Scope[], group: AnyPlace, token: string): SetToken | undefined {
  for (const layer of layers) {
    const map = find(layer, group)
    const key = isObject(map?.value) ? keyOf(token, group, map.value) : token
    const text = isObject(map?.value) ? own(map.value, key) : undefined
    if (map === undefined || typeof text !== 'string') continue
    return text.trim() === '' ? undefined : { text, from: pointerOfToken(map, key) }
  }
  return undefined
}

/** Clients of OpenCloud with roles read only the icons of the palette. */
export const isNoIcon = (token: string) => !token.startsWith('icon-')

/** Whether any layer sets a token of a group. */
export function setsAny(draft: Draft, group: AnyPlace, isMeant?: (token: string) => boolean): boolean {
  return setsIn(layersOf(draft), group, isMeant)
}

/** Whether any of some layers sets a token of a group. */
export function setsIn(
  layers: readonly Scope[],
  group: AnyPlace,
  isMeant = (_token: string) => true,
): boolean {
  return layers.some((layer) => {
    const map = find(layer, group)?.value
    return (
      isObject(map) &&
      Object.entries(map).some(([token, value]) => isMeant(token) && String(value).trim() !== '')
    )
  })
}

/** The key of a token. Clients read all notations of a role (`on-surface`); only of `chrome` they look at the name itself. */
function keyOf(token: string, group: AnyPlace, map: JsonObject): string {
  if (group !== 'tokens.roles' || token === 'chrome' || Object.hasOwn(map, token)) return token
  const name = inKebabCase(token)
  return (
    Object.keys(map)
      .filter((key) => inKebabCase(key) === name)
      .at(-1) ?? token
  )
}

/** Removes tokens from a group in every layer, and returns them. */
export function takeTokens(
  draft: Draft,
  group: AnyPlace,
  isTaken: (token: string, value: Json, layer: Scope) => boolean,
): TakenToken[] {
  return layersOf(draft).flatMap((layer) => {
    const map = find(layer, group)
    if (map === undefined || isLeaf(map.value)) return []
    const left: JsonObject = {}
    const taken: TakenToken[] = []
    for (const [token, value] of Object.entries(map.value as JsonObject)) {
      if (isTaken(token, value, layer)) taken.push({ token, value, from: pointerOfToken(map, token) })
      else setOwn(left, token, value)
    }
    if (isLeaf(left)) take(layer, map.place)
    else put(layer, { ...map, value: left })
    return taken
  })
}

/** Drops a group that is empty. */
export function dropEmpty(draft: Draft, group: AnyPlace): void {
  for (const layer of layersOf(draft)) {
    const map = find(layer, group)
    if (map === undefined || !isLeaf(map.value)) continue
    take(layer, map.place)
    lose(draft, map, 'dropped', 'empty')
  }
}

/** The pointer of a token in the input. The groups of a draft are all from the input until the steps that complete it. */
function pointerOfToken({ from }: Value, token: string): Pointer {
  return child(from as Pointer, token)
}
