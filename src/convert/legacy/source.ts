import { isObject, type Json, type JsonObject } from '../../document/json.js'
import { child, type Pointer } from '../../document/pointer.js'
import { isNamedTheme } from '../../formats/detect.js'
import type { LegacyGeneration } from '../../formats/generations.js'
import { DARK_KEY, LIGHT_KEY } from '../../formats/named-clients.js'

/** The generations whose themes have the old groups. */
export type OldGeneration = Exclude<LegacyGeneration, 'unwrapped'>

/** A value of the input with the place it stands at. */
export interface Placed<Value extends Json = Json> {
  readonly key: string
  readonly pointer: Pointer
  readonly value: Value
}

/** A legacy file of whatever generation, in one shape; nothing is copied and nothing left out. */
export interface LegacySource {
  readonly generation: OldGeneration
  /** The themes in the order of the output: `default`, `default-dark`, then the others as they stood. */
  readonly themes: readonly Placed<JsonObject>[]
  /** The root `common`. */
  readonly common: Placed<JsonObject> | undefined
  /** The root `ios`, `android` and `desktop`. */
  readonly clients: readonly Placed[]
  /** Everything else at the root. */
  readonly rest: readonly Placed[]
}

const clientSections: ReadonlySet<string> = new Set(['ios', 'android', 'desktop'])

/** Groups of a flat file's one theme; its other root keys belong to the theme object as well. */
const readers: Record<OldGeneration, (document: JsonObject) => LegacySource> = {
  flat: (document) => ({
    generation: 'flat',
    themes: [{ key: LIGHT_KEY, pointer: '', value: document }],
    common: undefined,
    clients: [],
    rest: [],
  }),
  named: (document) => split('named', document, '', document),
  wrapped: (document) => split('wrapped', document, '/web', document['web'] as JsonObject),
}

/** Reads a legacy document that its schema accepts. */
export function readSource(document: JsonObject, generation: OldGeneration): LegacySource {
  return readers[generation](document)
}

function split(
  generation: OldGeneration,
  document: JsonObject,
  themesPointer: Pointer,
  container: JsonObject,
): LegacySource {
  const themes: Placed<JsonObject>[] = []
  const clients: Placed[] = []
  const rest: Placed[] = []
  let common: Placed<JsonObject> | undefined
  const isTheme = (key: string, value: Json): value is JsonObject =>
    container === document ? isNamedTheme(key, value) : isObject(value)
  for (const key of Object.keys(container)) {
    const value = container[key] as Json
    if (isTheme(key, value)) themes.push({ key, pointer: child(themesPointer, key), value })
  }
  for (const key of Object.keys(document)) {
    const value = document[key] as Json
    if (container === document ? isTheme(key, value) : key === 'web') continue
    const placed = { key, pointer: child('', key), value }
    if (key === 'common' && isObject(value)) common = { key, pointer: placed.pointer, value }
    else if (clientSections.has(key)) clients.push(placed)
    else rest.push(placed)
  }
  return { generation, themes: inOrder(themes), common, clients, rest }
}

/** The client falls back to the first theme, so that one has to be what the old client fell back to. */
function inOrder(themes: readonly Placed<JsonObject>[]): Placed<JsonObject>[] {
  const rank = ({ key }: Placed) => (key === LIGHT_KEY ? 0 : key === DARK_KEY ? 1 : 2)
  return [...themes].sort((a, b) => rank(a) - rank(b))
}
