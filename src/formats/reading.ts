import type { KeyNode } from '../generated/places.js'
import { hasOwn } from '../json/value.js'
import { type AnyPlace, placeIn } from './values.js'

/** How documents of one shape are to be read. */
export interface ReadingOptions {
  /** The keys of the generation, or of the target for a shape that its clients read. */
  readonly tree: KeyNode
  /** The keys of other releases of the same shape; the first that has a key wins. */
  readonly others?: readonly KeyNode[]
  /** Whether themes have the legacy groups: empty groups are then left out, and older names beside newer ones. */
  readonly hasLegacyThemes: boolean
  /** The reason for the ledger why a value is carried over. */
  readonly reasonOf: (place: AnyPlace) => string
}

/** The tables for reading documents of one shape, the same for all of them. */
export interface Reading extends Pick<ReadingOptions, 'hasLegacyThemes' | 'reasonOf'> {
  readonly tree: Shape
  /** The shape of each place, for keys that are its name in another release. */
  readonly shapes: ReadonlyMap<AnyPlace, Shape>
}

/** A key, as the reader needs it. */
export interface Shape {
  readonly node: KeyNode
  readonly place: AnyPlace
  /** The reason for the ledger why its value is carried over. */
  readonly reason: string
  /** The keys of the object. */
  readonly members: ReadonlyMap<string, Shape>
  /** The keys that only other releases know. */
  readonly unknownKeys: ReadonlyMap<string, KeyNode>
  /** Whether the keys of its value are read one by one. */
  readonly isObject: boolean
  /** Whether it is an object, a map or a list of themes. */
  readonly isGroup: boolean
  /** The themes in the list or map, if it has any. */
  readonly themes: Shape | undefined
  /** The newer keys of the same place in the same object: those before it in the schema. */
  readonly newer: readonly string[]
}

/** Prepares the tables for documents of one shape. */
export function makeReading({ tree, others = [], hasLegacyThemes, reasonOf }: ReadingOptions): Reading {
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
    const unknownKeys = known.filter(([key]) => !hasOwn(keys, key)).reverse()
    const theme = themeOf(node)
    const shape = {
      node,
      place,
      reason: reasonOf(place),
      members: new Map(members),
      unknownKeys: new Map(unknownKeys),
      isObject: node.keys !== undefined || entries?.keys !== undefined,
      isGroup: node.keys !== undefined || entries !== undefined || theme !== undefined,
      themes:
        theme &&
        shapeOf(
          theme,
          others.flatMap((other) => themeOf(other) ?? []),
          '',
        ),
      newer,
    }
    if (place !== '') shapes.set(place, shape)
    return shape
  }
  return { tree: shapeOf(tree, others, ''), shapes, hasLegacyThemes, reasonOf }
}

/** The node of a key in each object that has it. */
function named(objects: readonly KeyNode[], key: string): KeyNode[] {
  return objects.flatMap(({ keys = {} }) => (hasOwn(keys, key) ? (keys[key] as KeyNode) : []))
}

/** The node of the themes in a list or a map. */
function themeOf({ items, entries }: KeyNode): KeyNode | undefined {
  return [items, entries].find((node) => node?.scope === 'theme')
}
