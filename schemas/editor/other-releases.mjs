// Adds the keys that only other releases of a product read.

/** The same node in the trees of the other releases. */
export const alike = (others, step) =>
  others.flatMap((other) => {
    const tree = step(other.tree)
    return typeof tree === 'object' ? [{ ...other, tree }] : []
  })

/** A key that is no longer read gets the advice to delete it. */
export function goneKey(schema, { title, gone }) {
  const reason = gone.find(({ place }) => place === schema['x-place'])?.reason
  return reason === undefined
    ? schema
    : { ...schema, deprecationMessage: `Not read by ${title}: ${reason}. Delete it.` }
}

/**
 * An object with the keys that only other releases read: editors neither suggest nor report those of later ones.
 *
 * @param others the releases of the product, oldest first, with the object as they read it
 */
export function withKeysOfOthers(schema, others, target) {
  const { properties, additionalProperties, deprecationMessage } = schema
  if (properties === undefined || deprecationMessage !== undefined) return schema
  const names = new Set(others.flatMap(({ tree }) => Object.keys(tree.properties ?? {})))
  const missing = [...names].filter((name) => !Object.hasOwn(properties, name))
  const added = missing.map((name) => {
    const reading = others.filter(({ tree }) => Object.hasOwn(tree.properties ?? {}, name))
    const { title, 'x-place': place } = reading[0].tree.properties[name]
    // In a map, they have the type of all its values.
    const { type, 'x-kind': kind } = additionalProperties ?? {}
    const key = { title, type, 'x-kind': kind }
    const later = reading.find(({ isLater }) => isLater)
    if (later !== undefined)
      return [
        name,
        { ...key, description: `Not read by ${target.title}, but by ${later.title}.`, doNotSuggest: true },
      ]
    const last = `Not read by ${target.title}; last in ${reading.at(-1).title}. Delete it.`
    const gone = goneKey({ 'x-place': place, deprecationMessage: last }, target)
    return [
      name,
      { ...key, description: gone.deprecationMessage, deprecationMessage: gone.deprecationMessage },
    ]
  })
  return { ...schema, properties: { ...properties, ...Object.fromEntries(added) } }
}
