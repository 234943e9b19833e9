// Makes snippets for editors from the examples of a schema.

/** A text with the special characters of snippets escaped. */
const escaped = (text) => text.replace(/[\\$}]/g, '\\$&')

/** An example as a snippet: the user steps through its values and types over them. */
function withStops(example) {
  let stops = 0
  const write = (value, key) => {
    if (Array.isArray(value)) return value.map((item) => write(item))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, write(item, name)]))
    if (key === '$schema') return value
    stops += 1
    if (typeof value === 'string') return `\${${stops}:${escaped(value)}}`
    // Editors insert a string that starts with "^" without quotes.
    return typeof value === 'boolean' ? `^\${${stops}|${value},${!value}|}` : `^\${${stops}:${value}}`
  }
  return write(example)
}

const isWhole = (example) =>
  typeof example === 'object' && example !== null && Object.keys(example).length > 0

/** Turns objects and lists among the examples into named snippets. */
export function withSnippets({ examples, ...schema }) {
  if (examples === undefined) return schema
  const whole = examples.filter(isWhole)
  const simple = examples.filter((example) => typeof example !== 'object')
  const labelOf = ({ name = '', label = name }) =>
    whole.length > 1 && label !== '' ? `${schema.title}: ${label}` : schema.title
  return {
    ...schema,
    ...(simple.length > 0 && { examples: simple }),
    ...(whole.length > 0 && {
      defaultSnippets: whole.map((example) => ({ label: labelOf(example), body: withStops(example) })),
    }),
  }
}
