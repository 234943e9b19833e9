// Makes the schema that also reports keys which a release does not read.

/** The keys that an object of a schema may have, and those of the objects below it; `undefined` if any. */
function closing(schema, errorMessage) {
  if (typeof schema !== 'object' || schema.deprecated) return undefined
  const { properties, patternProperties, additionalProperties, items } = schema
  const below = (value) => closing(value, errorMessage)
  // What only says which keys there are has nothing to suggest.
  const closed = { doNotSuggest: true }
  if (properties !== undefined) {
    const keys = Object.entries(properties).map(([key, value]) => [key, below(value) ?? true])
    const patterns = Object.keys(patternProperties ?? {}).map((pattern) => [pattern, true])
    return {
      ...closed,
      properties: Object.fromEntries(keys),
      ...(patterns.length > 0 && { patternProperties: Object.fromEntries(patterns) }),
      additionalProperties: false,
      errorMessage,
    }
  }
  if (items !== undefined && below(items) !== undefined) return { ...closed, items: below(items) }
  const entries = additionalProperties === undefined ? undefined : below(additionalProperties)
  return entries === undefined ? undefined : { ...closed, additionalProperties: entries }
}

/**
 * @param plain the name of the file of the schema that does not report them
 * @param tree that schema as a tree
 * @param former the keys at the root of files before oCIS 5: there nothing is misspelt
 */
export function strictTree(plain, tree, { id, title }, former) {
  const errorMessage = `Not read by ${title}: misspelt, or of your own. Correct or delete it; to keep what is of your own, take ".strict" out of the address in "$schema".`
  const closed = closing(tree, errorMessage)
  const deprecationMessage = `Not read by ${title}: this is the shape of files before oCIS 5. Convert the file: theme-convert convert --target ${id} FILE.`
  const ofFormer = former
    .filter((key) => !Object.hasOwn(tree.properties, key))
    .map((key) => [key, { doNotSuggest: true, deprecationMessage }])
  return {
    title: `${tree.title}, with no keys but those that it reads`,
    allOf: [
      { $ref: plain },
      { ...closed, properties: { ...closed.properties, ...Object.fromEntries(ofFormer) } },
    ],
  }
}
