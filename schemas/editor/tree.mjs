// A schema as one tree, in which every reference is replaced by its schema.
import { lookUp, mapBelow } from '../read.mjs'

/** Keywords beside a reference, or beside an `allOf` with one item, replace those of the schema that it refers to. */
export function treeOf(schemas, name) {
  const whole = (schema, home) => {
    const { $ref, definitions, ...beside } = schema
    if ($ref !== undefined) {
      const found = lookUp(schemas, $ref, home)
      return { ...whole(found.schema, found.name), ...beside }
    }
    const { allOf, ...rest } = mapBelow(beside, (value) =>
      typeof value === 'object' ? whole(value, home) : value,
    )
    if (allOf === undefined) return rest
    return allOf.length === 1 ? { ...allOf[0], ...rest } : { ...rest, allOf }
  }
  return whole({ $ref: `${name}.json` }, name)
}
