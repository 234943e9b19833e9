const NUMBER = '[+-]?(?:\\d*\\.)?\\d+(?:e[+-]?\\d+)?'
const UNITS =
  'px|r?em|%|[sld]?v(?:w|h|i|b|min|max)|r?ch|r?ex|r?cap|r?ic|r?lh|cm|mm|q|in|pt|pc|cq(?:w|h|i|b|min|max)'

const LENGTH = /* @__PURE__ */ (() => new RegExp(`^(?:${NUMBER}(?:${UNITS})|[+-]?0+(?:\\.0+)?)$`))()
const FUNCTIONS = /^(?:calc|min|max|clamp|var|env|round|mod|rem|abs|fit-content|calc-size|minmax)\(.*\)$/s
const KEYWORDS =
  /^(?:auto|none|inherit|initial|unset|revert|revert-layer|normal|(?:min|max|fit)-content|(?:xx?-)?small|(?:x{1,3}-)?large|medium|smaller|larger|math)$/

/** Whether a browser accepts a text as a length, or where it may result in one (`calc(…)`, `var(…)`). */
export function isLength(text: string): boolean {
  const value = text.trim().toLowerCase()
  return LENGTH.test(value) || FUNCTIONS.test(value) || KEYWORDS.test(value)
}

/** Whether a text is a number without a unit. */
export function lacksUnit(text: string): boolean {
  return new RegExp(`^${NUMBER}$`).test(text.trim()) && !isLength(text)
}
