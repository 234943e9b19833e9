import type { JsonObject } from '../../src/json/value.js'

/** A document, and all that come of it when one value is left out or becomes another one. */
export function* variantsOf(document: JsonObject): Generator<JsonObject> {
  yield document
  const paths: string[][] = []
  const visit = (value: unknown, path: string[]) => {
    if (path.length > 0) paths.push(path)
    if (typeof value === 'object' && value !== null)
      for (const [key, below] of Object.entries(value)) visit(below, [...path, key])
  }
  visit(document, [])
  for (const path of paths) {
    for (const other of [undefined, 1, 'text', {}, [], true]) {
      const copy = structuredClone(document)
      const last = path.at(-1) as string
      const parent = path
        .slice(0, -1)
        .reduce<Record<string, unknown>>((value, key) => value[key] as never, copy)
      if (other === undefined && !Array.isArray(parent)) delete parent[last]
      else parent[last] = other ?? null
      yield copy
    }
  }
}
