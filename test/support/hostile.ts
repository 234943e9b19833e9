/** A text that would run something if it were read as HTML. */
const hostileText = `"><script>window.ran = 1</script><img src=x onerror="window.ran = 1">`

/** A document with such a text after each of its texts. */
export function hostile(value: unknown): unknown {
  if (typeof value === 'string') return value + hostileText
  if (Array.isArray(value)) return value.map(hostile)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hostile(inner)]))
}
