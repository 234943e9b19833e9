import { onOneLine } from '../json/escaped.js'
import { brief, quoted } from '../json/quoted.js'
import { foreignDocument, isTooDeep, MAX_DEPTH, typeOf } from '../json/structure.js'
import { hasOwn, isObject } from '../json/value.js'
import { nearest } from './nearest.js'

/** The expected value of an option, in words; `undefined` for a valid one. */
export type OptionCheck = (value: unknown) => string | undefined

/** The check of each option of a function. */
export type OptionChecks<Options> = { readonly [Name in keyof Options]-?: OptionCheck }

/**
 * Rejects options of the wrong type, and unknown ones: a misspelt option would go unnoticed.
 *
 * @throws TypeError with what is wrong and what is possible
 */
export function assertOptions<Options>(options: Options, checks: OptionChecks<Options>): void {
  if (!isObject(options) || foreignDocument(options) !== undefined) {
    throw new TypeError(
      `The options must be an object with ${list(Object.keys(checks))}, not ${show(options)}.`,
    )
  }
  // Runs in every call, so lists are made for errors only.
  for (const name in options) {
    if (!hasOwn(options, name)) continue
    if (!hasOwn(checks, name)) throw unknownOption(name, Object.keys(checks))
    const value: unknown = options[name]
    const needed = value === undefined ? undefined : checks[name as unknown as keyof Options](value)
    if (needed !== undefined)
      throw new TypeError(`The option "${name}" must be ${needed}, not ${show(value)}.`)
  }
}

function unknownOption(name: string, names: readonly string[]): TypeError {
  const guess = nearestOrLonger(name, names)
  const cure = guess === undefined ? `The options are ${list(names)}.` : `Did you mean "${guess}"?`
  return new TypeError(`Unknown option ${show(name)}. ${cure}`)
}

/** The nearest name, else one that contains the word: `live` for `isLive`, `LOW-CONTRAST`. */
function nearestOrLonger(word: string, names: readonly string[]): string | undefined {
  const isIn = (name: string) => word.length > 2 && name.toLowerCase().includes(word.toLowerCase())
  return nearest(word, names) ?? names.find(isIn)
}

/** One of a few values. */
export function oneOf(...allowed: readonly (string | boolean)[]): OptionCheck {
  return (value) => (allowed.includes(value as string) ? undefined : allowed.map(show).join(' or '))
}

export const aBoolean: OptionCheck = /* @__PURE__ */ oneOf(true, false)

/** A check by a condition, with the expected value in words. */
export function checkThat(isValid: (value: unknown) => boolean, expected: string): OptionCheck {
  return (value) => (isValid(value) ? undefined : expected)
}

/** A check of each item of a list. */
export function aListOf(isItem: (value: unknown) => boolean, items: string): OptionCheck {
  return (list) => {
    if (!Array.isArray(list)) return `a list of ${items}`
    const wrong = list.findIndex((item) => !isItem(item))
    if (wrong === -1) return undefined
    throw new TypeError(`A list of ${items} can't have ${show(list[wrong])}.`)
  }
}

/**
 * A check for a parsed document: a promise of one, or its bytes, would count as an empty object.
 *
 * @throws TypeError for what JSON can't hold
 */
export function aDocument(expected: string): OptionCheck {
  return (value) => {
    if (!isObject(value) || foreignDocument(value) !== undefined) return expected
    return isTooDeep(value) ? `${expected}, at most ${MAX_DEPTH} levels deep` : undefined
  }
}

export const aString: OptionCheck = /* @__PURE__ */ checkThat(
  (value) => typeof value === 'string',
  'a string',
)

/** No system takes a path with a NUL character. */
export const isPath = (value: unknown) => typeof value === 'string' && value !== '' && !value.includes('\0')

/** A check for a path. An empty one would be the current folder, which nobody means who passes a variable without a value. */
export const aPath = (expected: string): OptionCheck => checkThat(isPath, expected)

export const aFolder: OptionCheck = /* @__PURE__ */ aPath('the path of a folder')

/**
 * The entry of a table by its name.
 *
 * @param what the kind of name, for the message
 * @param guessOf finds the name that is probably meant
 * @param more a sentence for the end of the message
 * @throws RangeError for an unknown name, with the nearest one and a list of all
 */
export function entryOf<Table extends object>(
  table: Table,
  name: unknown,
  what: string,
  guessOf: (word: string, names: readonly string[]) => string | undefined = nearestOrLonger,
  more = '',
): Table[keyof Table] {
  if (typeof name === 'string' && Object.hasOwn(table, name)) return table[name as keyof Table]
  const names = Object.keys(table)
  const guess = typeof name === 'string' ? guessOf(name, names) : undefined
  const cure = guess === undefined ? '' : ` Did you mean "${guess}"?`
  const end = more && ` ${more}`
  throw new RangeError(`Unknown ${what} ${show(name)}.${cure} Possible: ${names.join(', ')}.${end}`)
}

/**
 * Rejects everything but a path.
 *
 * @param what the name of the argument
 * @throws TypeError with what was given, and an example
 */
export function assertPath(value: unknown, what: string, example: string): void {
  if (isPath(value)) return
  throw new TypeError(`${what} must be a path as a string, such as "${example}", not ${show(value)}.`)
}

/** A value for the message of an error: short, and possible for every value. */
export function show(value: unknown): string {
  if (typeof value === 'string') return quoted(brief(value, 60))
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) {
    const type = typeOf(value)
    return type === 'Object' ? 'an object' : `an object of the type ${onOneLine(brief(type))}`
  }
  return typeof value === 'function' ? 'a function' : String(value)
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}
