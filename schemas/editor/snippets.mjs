// Makes what editors insert from the examples of a schema.

/** What has a meaning in a snippet. */
const escaped = (text) => text.replace(/[\\$}]/g, '\\$&')

/** An example whose texts and switches can be typed over one after the other. */
function withStops(example) {
  let stops = 0
  const write = (value, key) => {
    if (Array.isArray(value)) return value.map((item) => write(item))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, write(item, name)]))
    if (key === '$schema') return value
    stops += 1
    if (typeof value === 'string') return `\${${stops}:${escaped(value)}}`
    // Editors insert a text that starts with "^" without quotes.
    return typeof value === 'boolean' ? `^\${${stops}|${value},${!value}|}` : `^\${${stops}:${value}}`
  }
  return write(example)
}

const isWhole = (example) =>
  typeof example === 'object' && example !== null && Object.keys(example).length > 0

/** Objects and lists as snippets with a name; the other examples stay what they are. */
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
