// Makes the schema that also reports keys that a release does not read.

/** A schema that allows only the known keys of an object and of those below it; `undefined` if any key is allowed. */
function closing(schema, errorMessage) {
  if (typeof schema !== 'object' || schema.deprecated) return undefined
  const { properties, patternProperties, additionalProperties, items } = schema
  const below = (value) => closing(value, errorMessage)
  // It only restricts the keys; the plain schema suggests them.
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
 * @param plain the name of the file of the plain schema
 * @param tree the plain schema as a tree
 * @param former the root keys of files before oCIS 5, which get the advice to convert the file
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
