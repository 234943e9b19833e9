// Makes the schema that also reports keys that a release does not read, and colours with misspelt digits.

/**
 * What is no CSS colour for certain: `#` with a wrong number of digits or with other letters, and digits without `#`. Values with
 * comments or escapes, which may be colours, are none of these. Without a lookahead, which validators in Go lack.
 */
const misspeltColor =
  '^\\s*(#([\\w-]{0,2}|[\\w-]{5}|[\\w-]{7}|[\\w-]{9,}|[0-9a-fA-F]*[g-zG-Z_-][\\w-]*)|[0-9a-fA-F]{3,8})\\s*$'

const coloring = {
  not: { type: 'string', pattern: misspeltColor },
  errorMessage:
    'Not a CSS colour, so styles that use it have no effect. Write # and 3, 4, 6 or 8 hexadecimal digits.',
}

/** A schema that allows only the known keys of an object and of those below it; `undefined` if anything is allowed. */
function closing(schema, errorMessage) {
  if (typeof schema !== 'object' || schema.deprecated) return undefined
  if (schema.format === 'color') return coloring
  const { properties, patternProperties, additionalProperties, items } = schema
  const below = (value) => closing(value, errorMessage)
  // It only restricts the keys; the plain schema suggests them.
  const closed = { doNotSuggest: true }
  if (properties !== undefined) {
    // In a group of colours the rest is said once, for all of them.
    const values = [properties, patternProperties ?? {}].flatMap(Object.values)
    const areColors = values.length > 0 && values.every(({ format }) => format === 'color')
    const known = (value) => (areColors ? true : (below(value) ?? true))
    const keys = Object.entries(properties).map(([key, value]) => [key, known(value)])
    const patterns = Object.keys(patternProperties ?? {}).map((pattern) => [pattern, true])
    return {
      ...closed,
      properties: Object.fromEntries(keys),
      ...(patterns.length > 0 && { patternProperties: Object.fromEntries(patterns) }),
      additionalProperties: false,
      errorMessage,
      ...(areColors && { allOf: [{ ...closed, additionalProperties: coloring }] }),
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
