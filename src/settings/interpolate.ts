/** A text can't be interpolated. The message doesn't have the text, which may be a secret. */
export class InterpolationError extends Error {
  constructor(
    message: string,
    /** The required variable that isn't set; `undefined` for a mistake in the text. */
    readonly variable?: string,
  ) {
    super(message)
  }
}

/** The source of values for interpolation. */
export interface Variables {
  /** The value of a variable; `undefined` when it isn't set. */
  get(name: string): string | undefined
  /**
   * Called for a variable without value and default, for which Compose uses an empty string. Without braces it may be a
   * part of a password with a dollar sign.
   */
  missing?(name: string, hasBraces: boolean): void
}

/** The longest value on Linux. A limit is needed, because values that refer to one another can grow without end. */
const MOST_CHARACTERS = 128 * 1024

/** The maximum depth of nested defaults. */
const DEEPEST = 100

/**
 * Puts the values of variables into a text as Docker Compose does: `$NAME`, `${NAME}`, with a default (`:-`, `-`), an
 * error (`:?`, `?`) or a replacement (`:+`, `+`); with a colon an empty value counts as none. `$$` is a dollar sign.
 *
 * @throws InterpolationError for a required variable that isn't set, and for a text that Compose refuses
 *
 * @example
 * interpolate('${HOST:-localhost}:9200', { get: () => undefined }) // 'localhost:9200'
 */
export function interpolate(text: string, variables: Variables): string {
  return interpolateBelow(text, variables, 0)
}

/** Interpolates a text; one with a mistake, or with a required variable that isn't set, stays as it is. */
export function interpolateIfPossible(text: string, variables: Variables): string {
  try {
    return interpolate(text, variables)
  } catch (error) {
    if (error instanceof InterpolationError) return text
    throw error
  }
}

function interpolateBelow(text: string, variables: Variables, depth: number): string {
  if (depth > DEEPEST) throw new InterpolationError(`more than ${DEEPEST} defaults in one another`)
  let result = ''
  let at = 0
  while (at < text.length) {
    if (result.length > MOST_CHARACTERS)
      throw new InterpolationError(`a value of more than ${MOST_CHARACTERS / 1024} kB, which no system takes`)
    const next = text.indexOf('$', at)
    if (next === -1) return result + text.slice(at)
    result += text.slice(at, next)
    const rest = text.slice(next + 1)
    const plain = /^[A-Za-z_]\w*/.exec(rest)?.[0]
    if (rest.startsWith('$')) {
      result += '$'
      at = next + 2
    } else if (plain !== undefined) {
      result += valueFor(plain, variables, false)
      at = next + 1 + plain.length
    } else if (rest.startsWith('{')) {
      const end = closingBrace(text, next + 1)
      result += expand(text.slice(next + 2, end), variables, depth + 1)
      at = end + 1
    } else {
      throw new InterpolationError('a $ without a variable. Write $$ for a dollar sign')
    }
  }
  return result
}

function valueFor(name: string, variables: Variables, hasBraces: boolean): string {
  const value = variables.get(name)
  if (value === undefined) variables.missing?.(name, hasBraces)
  return value ?? ''
}

/** The index of the brace that closes the one at an index. */
function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{' && text[at - 1] === '$') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  throw new InterpolationError('a variable without a closing brace')
}

function expand(inside: string, variables: Variables, depth: number): string {
  const [, name, colon, operator, rest = ''] = /^([A-Za-z_]\w*)(?:(:?)([-?+])([\s\S]*))?$/.exec(inside) ?? []
  if (name === undefined) throw new InterpolationError('a ${…} without a valid variable')
  if (operator === undefined) return valueFor(name, variables, true)
  const value = variables.get(name)
  const isSet = value !== undefined && !(colon === ':' && value === '')
  if (operator === '+') return isSet ? interpolateBelow(rest, variables, depth) : ''
  if (isSet) return value
  if (operator === '-') return interpolateBelow(rest, variables, depth)
  const reason = interpolateBelow(rest, variables, depth).trim()
  throw new InterpolationError(`${name} is not set${reason === '' ? '' : ` (${reason})`}`, name)
}
