/** What a terminal or a log acts on, what nobody sees, and a lone surrogate. */
export const raw =
  'p\u001b]0;w\u0007\u009b31m\r\n\u2028\u202e\u2066\u200b\u00ad\ufeff\u{e0001}\u007f\ud800 ##[error] ##vso[task]q'

const risky = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|##(?:\[|vso\[)/iu

/** Fields that have values, names and places as they are. All others are for people. */
const data = new Set(
  `at base branding content css document documents field file files folder from href html image images key keys match mount name own
   palette path paths pointer properties resolution sample service services shipped slots source sources subject svg text
   theme themes to token tokens value variable variables`.split(/\s+/),
)

/** The texts for people in a result that have such a character. */
export function rawTextsIn(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return risky.test(value) ? [`${field}: ${JSON.stringify(value)}`] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    data.has(key) ? [] : rawTextsIn(inner, Array.isArray(value) ? field : `${field}/${key}`),
  )
}
