import { readFileSync } from 'node:fs'
import { child, type Pointer, parsePointer } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import type { TargetId } from '../../src/targets/index.js'

/**
 * The check of a client when it loads a file, from test/fixtures/release-checks, where it is written by hand and independent
 * of the schema: a type, the name of another shape, an object whose keys may end in `?` (not required) or be `*` (any key),
 * or a list.
 */
type Shape = string | readonly [Shape] | { readonly [key: string]: Shape }
type Shapes = Readonly<Record<string, Shape>>

/** A key of a whole file. */
export interface CheckedKey {
  readonly pointer: Pointer
  /** The pointer with `*` for the keys of a map and the items of a list. */
  readonly name: string
  /** The type; `any` where the client doesn't check it, and allowed words separated by `|`. */
  readonly type: string
  readonly isRequired: boolean
  /** Whether the object may have other keys. */
  readonly isOpen: boolean
}

/** Sample keys of maps: a role that servers know, and a token. */
const entryKeys: Readonly<Record<string, string>> = {
  shareRoles: 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5',
  colorPalette: 'border',
}

/** A value of each type, and one of another type. */
const valuesOf: Readonly<Record<string, readonly [Json, Json]>> = {
  text: ['Acme', 5],
  boolean: [false, 'false'],
  list: [[], 'x'],
  object: [{}, []],
  any: [{}, {}],
}

/** A whole file for a release with every key that its client checks, and the checks. */
export function wholeFile(target: TargetId): { document: JsonObject; keys: readonly CheckedKey[] } {
  const file = new URL(`../fixtures/release-checks/${target}.json`, import.meta.url)
  const shapes = JSON.parse(readFileSync(file, 'utf8')) as Shapes
  const keys: CheckedKey[] = []

  const fill = (given: Shape, pointer: Pointer, name: string, isRequired: boolean): Json => {
    const shape = typeof given === 'string' ? (shapes[given] ?? given) : given
    const isMap = typeof shape === 'object' && '*' in shape
    const type = typeof shape === 'string' ? shape : Array.isArray(shape) ? 'list' : 'object'
    keys.push({ pointer, name, type, isRequired, isOpen: type === 'object' && !isMap })
    if (typeof shape === 'string') return sampleOf(type)
    if (Array.isArray(shape)) return [fill(shape[0], child(pointer, 0), `${name}/*`, false)]
    return Object.fromEntries(
      Object.entries(shape as Exclude<Shape, string>).map(([entry, below]) => {
        const key = entry.replace(/\?$/, '')
        const own = key === '*' ? (entryKeys[parsePointer(pointer).at(-1) as string] ?? 'zz') : key
        const isOptional = key !== entry || isMap
        return [own, fill(below as Shape, child(pointer, own), child(name, key), !isOptional)]
      }),
    )
  }
  return { document: fill('Document', '', '', true) as JsonObject, keys }
}

const sampleOf = (type: string): Json => valuesOf[type]?.[0] ?? (type.split(' | ')[0] as string)

/** A value that a type doesn't allow. */
export const wrongValue = (type: string): Json => valuesOf[type]?.[1] ?? 'none of these'
