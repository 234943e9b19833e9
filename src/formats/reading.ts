import type { KeyNode } from '../generated/places.js'
import { hasOwn } from '../json/value.js'
import { type AnyPlace, placeIn } from './values.js'

/** The description of a shape for its reader. */
export interface ReadingOptions {
  /** What the keys are: the generation's own schema, or that of the target for what its clients read. */
  readonly tree: KeyNode
  /** What other releases of the same shape call things, first wins. */
  readonly others?: readonly KeyNode[]
  /** Whether the shape is given up: what was empty is left out, and old names of a key too. */
  readonly isLegacy: boolean
  /** Why a value goes over. */
  readonly reasonOf: (place: AnyPlace) => string
}

/** How documents of one shape are read: everything that is the same for all of them. */
export interface Reading extends Pick<ReadingOptions, 'isLegacy' | 'reasonOf'> {
  readonly tree: Shape
  /** The shape of each place, for keys that another release has it under. */
  readonly shapes: ReadonlyMap<AnyPlace, Shape>
}

/** What a key means to the reader. */
export interface Shape {
  readonly node: KeyNode
  readonly place: AnyPlace
  /** Why a value goes over. */
  readonly reason: string
  /** What each key of the object is. */
  readonly members: ReadonlyMap<string, Shape>
  /** Keys that only other releases know, each with what it is there. */
  readonly strangers: ReadonlyMap<string, KeyNode>
  /** Whether the keys of an object are looked at one by one. */
  readonly isObject: boolean
  /** Whether it is an object, a map or a list of themes. */
  readonly isGroup: boolean
  /** What the themes of a list or a map are. */
  readonly themes: Shape | undefined
  /** The keys beside it that name the same place and are newer: those before it in the schema. */
  readonly newer: readonly string[]
}

/** Works out how documents of one shape are read. */
export function makeReading({ tree, others = [], isLegacy, reasonOf }: ReadingOptions): Reading {
  const shapes = new Map<AnyPlace, Shape>()
  const shapeOf = (
    node: KeyNode,
    others: readonly KeyNode[],
    place: AnyPlace,
    newer: readonly string[] = [],
  ): Shape => {
    const { keys = {}, entries } = node
    const names = Object.keys(keys)
    const members = names.map((key, index): [string, Shape] => {
      const each = keys[key] as KeyNode
      const sameAs = (name: string) => each.place !== undefined && keys[name]?.place === each.place
      const at = each.scope === 'defaults' ? '' : (each.place ?? placeIn(place, key))
      return [key, shapeOf(each, named(others, key), at, names.slice(0, index).filter(sameAs))]
    })
    const known = others.flatMap((other) => Object.entries(other.keys ?? {}))
    const strangers = known.filter(([key]) => !hasOwn(keys, key)).reverse()
    const theme = themeOf(node)
    const shape = {
      node,
      place,
      reason: reasonOf(place),
      members: new Map(members),
      strangers: new Map(strangers),
      isObject: node.keys !== undefined || entries?.keys !== undefined,
      isGroup: node.keys !== undefined || entries !== undefined || theme !== undefined,
      themes: theme && shapeOf(theme, others.map(themeOf).filter(isThere), ''),
      newer,
    }
    if (place !== '') shapes.set(place, shape)
    return shape
  }
  return { tree: shapeOf(tree, others, ''), shapes, isLegacy, reasonOf }
}

/** What a key is in each of some objects. */
function named(objects: readonly KeyNode[], key: string): KeyNode[] {
  return objects
    .map(({ keys }) => (keys !== undefined && hasOwn(keys, key) ? keys[key] : undefined))
    .filter(isThere)
}

/** What the themes of a list or a map are. */
function themeOf({ items, entries }: KeyNode): KeyNode | undefined {
  return [items, entries].find((node) => node?.scope === 'theme')
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined
}
