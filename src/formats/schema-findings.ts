import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { child, isAtOrBelow, type Pointer, parsePointer, valueAt, valueBelow } from '../json/pointer.js'
import { brief, quoted } from '../json/quoted.js'
import { clone, isObject, type Json, type JsonObject, own } from '../json/value.js'

/** One error of a compiled schema, as Ajv reports it, without unused properties. */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A schema compiled at build time. */
export interface Validator {
  (data: unknown): boolean
  errors?: SchemaError[] | null
}

/** The names of the types of JSON Schema in messages. */
const typeTitles: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  number: 'a number',
  integer: 'a whole number',
}

/**
 * Checks a document against a compiled schema.
 *
 * @param supplied values that the server or a theme adds before the document is used: their keys aren't missing
 * @param onMissing called for each missing key, with the finding, the pointer of the key, and the message without advice
 * @returns one finding for each mistake, created on demand: `wrong-type`, `missing-key`, `value-not-allowed`,
 *   `too-many-items`; none if the document is accepted
 */
export function* schemaDiagnostics(
  check: Validator,
  document: Json,
  supplied: JsonObject = {},
  onMissing: (finding: Diagnostic, place: Pointer, what: string) => void = () => {},
): Generator<Diagnostic> {
  const errors = errorsOf(check, document).filter((error) => !isSupplied(supplied, error))
  // If every alternative failed, the errors of each are noise.
  const alternatives = placesOf('anyOf', errors)
  const mistyped = placesOf('type', errors)
  const isNoise = ({ keyword, instancePath }: SchemaError) =>
    (keyword === 'enum' && mistyped.has(instancePath)) ||
    (keyword !== 'anyOf' && isAtOrBelow(instancePath, alternatives))
  let optional: ReadonlySet<Pointer> | undefined
  const mayBeLeftOut = (pointer: Pointer) => {
    optional ??= optionalNulls(check, document, errors)
    return optional.has(pointer)
  }
  for (const error of errors) {
    if (isNoise(error)) continue
    const finding = toDiagnostic(error, document, mayBeLeftOut)
    yield finding
    const { key } = finding
    if (key !== undefined) onMissing(finding, child(error.instancePath, key), lackOf(error.instancePath, key))
  }
}

/** The errors of a compiled schema for a document. They are removed from its function, which would keep them in memory. */
function errorsOf(check: Validator, document: Json): SchemaError[] {
  if (check(document)) return []
  const found = check.errors ?? []
  check.errors = null
  return found.splice(0)
}

function placesOf(keyword: string, errors: readonly SchemaError[]): ReadonlySet<Pointer> {
  return new Set(errors.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath))
}

/** The places with `null` whose keys the schema doesn't require: it accepts a copy without them. */
function optionalNulls(
  check: Validator,
  document: Json,
  errors: readonly SchemaError[],
): ReadonlySet<Pointer> {
  const copy = clone(document)
  const optional = new Set<Pointer>()
  for (const { keyword, instancePath } of errors) {
    const keys = parsePointer(instancePath)
    const last = keys.pop()
    const holder = valueBelow(copy, ...keys)
    if (keyword !== 'type' || last === undefined || !isObject(holder) || own(holder, last) !== null) continue
    delete holder[last]
    optional.add(instancePath)
  }
  for (const { keyword, instancePath, params } of errorsOf(check, copy)) {
    if (keyword === 'required') optional.delete(child(instancePath, String(params['missingProperty'])))
  }
  return optional
}

function toDiagnostic(
  error: SchemaError,
  document: Json,
  mayBeLeftOut: (pointer: Pointer) => boolean,
): Diagnostic {
  const { keyword, instancePath, params } = error
  const value = valueAt(document, instancePath)
  switch (keyword) {
    case 'required': {
      const key = String(params['missingProperty'])
      return { ...diagnostic('missing-key', instancePath, `${lackOf(instancePath, key)} Add it.`), key }
    }
    case 'type':
      return wrongType(
        instancePath,
        value,
        [params['type']].flat().map(String),
        value === null && mayBeLeftOut(instancePath),
      )
    case 'enum': {
      const allowed = (params['allowedValues'] as Json[]).map((item) => quoted(item))
      return diagnostic(
        'value-not-allowed',
        instancePath,
        `This is ${shorten(value)}, which is not allowed here. Use one of ${allowed.join(', ')}, or leave the key out.`,
      )
    }
    case 'maxItems':
      return diagnostic(
        'too-many-items',
        instancePath,
        `The list has more than ${String(params['limit'])} items. Remove the others.`,
      )
    case 'anyOf':
      return diagnostic(
        'wrong-type',
        instancePath,
        `This is ${shorten(value)}, which is not allowed here. See the description of the key in the schema.`,
      )
    default:
      throw new Error(`The schemas use the keyword "${keyword}", which has no message yet.`)
  }
}

/** The message about a missing key, without advice. */
function lackOf(pointer: string, key: string): string {
  return `The key ${quoted(key)} is missing in ${place(pointer)}.`
}

function wrongType(
  pointer: string,
  value: Json | undefined,
  types: readonly string[],
  mayBeLeftOut: boolean,
): Diagnostic {
  const expected = types.map((type) => typeTitles[type] ?? type).join(' or ')
  const cure = mayBeLeftOut
    ? 'Leave the key out instead.'
    : types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')
      ? `Put it in quotes: ${quoted(String(value))}.`
      : types.includes('boolean') && (value === 'true' || value === 'false')
        ? `Write ${value} without the quotes.`
        : `Write ${expected}.`
  return diagnostic('wrong-type', pointer, `This must be ${expected}, but is ${shorten(value)}. ${cure}`)
}

/** Whether an error is about a missing key that is among the supplied values. */
function isSupplied(values: JsonObject, { keyword, instancePath, params }: SchemaError): boolean {
  if (keyword !== 'required') return false
  const object = valueAt(values, instancePath)
  return (
    typeof object === 'object' && object !== null && Object.hasOwn(object, String(params['missingProperty']))
  )
}

/** A pointer for a message. */
function place(pointer: string): string {
  return pointer === '' ? 'the document' : brief(pointer)
}

function shorten(value: Json | undefined): string {
  if (typeof value !== 'object' || value === null) return quoted(value ?? null)
  return Array.isArray(value) ? 'a list' : 'an object'
}
