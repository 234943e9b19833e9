/** A part of a CSS value: a token, or a function or parentheses with what is in them. */
export interface Part {
  /** The whole text; one space for any white space. */
  readonly text: string
  /** The name of a function; empty for plain parentheses. */
  readonly name?: string
  /** The parts between the commas of a function. */
  readonly args?: readonly Part[][]
}

const NUMBER = '[+-]?(?:\\d*\\.)?\\d+(?:e[+-]?\\d+)?'
const NAME = '(?:--|-?(?:[a-z_\\u0080-\\u{10ffff}]|\\\\.))(?:[\\w\\u0080-\\u{10ffff}-]|\\\\.)*'

/** The tokens of CSS. A sign belongs to the number behind it, so `1rem+2px` has no operator, as in browsers. */
const tokens = /* @__PURE__ */ (() =>
  new RegExp(`\\s+|"[^"]*"|'[^']*'|${NUMBER}(?:%|${NAME})?|(?:${NAME})?\\(|${NAME}|#[\\w-]+|.`, 'gisu'))()

/** Values with more are of no use, and would take many calls. */
const MAX_DEPTH = 50

/**
 * The parts of a CSS value between its commas.
 *
 * @returns `undefined` for a value with unmatched parentheses
 */
export function partsOf(value: string): readonly Part[][] | undefined {
  const open = [{ start: 0, name: '', args: [[]] as Part[][] }]
  for (const { 0: token, index } of value.matchAll(tokens)) {
    let part: Part = { text: token.trim() === '' ? ' ' : token }
    if (token.endsWith('(')) {
      if (open.length > MAX_DEPTH) return undefined
      open.push({ start: index, name: token.slice(0, -1), args: [[]] })
      continue
    }
    if (token === ')') {
      const { start, name, args } = open.pop() as (typeof open)[0]
      part = { text: value.slice(start, index + 1), name, args }
    }
    const around = open.at(-1)
    if (around === undefined) return undefined
    if (token === ',') around.args.push([])
    else around.args.at(-1)?.push(part)
  }
  return open.length === 1 ? open[0]?.args : undefined
}

/** The part that a value consists of; `undefined` for several. */
export function onlyPart(value: string): Part | undefined {
  const [[part, more] = [], others] = partsOf(value) ?? []
  return more === undefined && others === undefined ? part : undefined
}

/** Parts without the white space between them. */
export const wordsOf = (parts: readonly Part[]): Part[] => parts.filter(({ text }) => text !== ' ')

/** Whether a token is a name, such as a keyword. */
export const isName = (token: string) => new RegExp(`^${NAME}$`, 'iu').test(token)

/** The unit of a number, empty for none; `undefined` for other tokens. */
export const unitOf = (token: string) => /^[+-]?\.?\d[\d.e+-]*?([a-z%]*)$/.exec(token)?.[1]

/** Whether a browser replaces a part by a value that only it knows, such as `var(--x)`. */
export function isSubstitution({ name = '', args: [first = [], ...fallback] = [] }: Part): boolean {
  const known = { var: /^--./, env: /^[a-z-]/, attr: /^[a-z-]/ }[name]
  const words = wordsOf(first)
  // Only attr() has more than a name before the comma.
  if (known === undefined || (words.length !== 1 && name !== 'attr')) return false
  return (
    known.test(words[0]?.text ?? '') &&
    fallback.flat().every((part) => part.name !== 'var' || isSubstitution(part))
  )
}
