/** A text that runs a script if it is parsed as HTML. */
const hostileText = `"><script>window.ran = 1</script><img src=x onerror="window.ran = 1">`

/** Appends such a text to each text of a document. */
export function hostile(value: unknown): unknown {
  if (typeof value === 'string') return value + hostileText
  if (Array.isArray(value)) return value.map(hostile)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hostile(inner)]))
}
