// Reads the schemas of theme files, and resolves their references.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the schemas of theme files: the source of truth for keys, places, types and checks. */
export const themeFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'themes')

/** Keywords that hold a map from names to schemas, one schema, or a list of schemas. */
const mapsOfSchemas = ['properties', 'definitions', 'patternProperties']
export const singleSchemas = ['items', 'additionalProperties']
export const listsOfSchemas = ['allOf', 'anyOf', 'oneOf']

/**
 * A copy of a schema in which the schemas directly below it are changed.
 *
 * @param change called with the schema, its keyword, and its name if the keyword holds a map
 */
export function mapBelow(schema, change) {
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = { ...schema }
  for (const keyword of mapsOfSchemas) {
    if (copy[keyword] === undefined) continue
    copy[keyword] = Object.fromEntries(
      Object.entries(copy[keyword]).map(([name, value]) => [name, change(value, keyword, name)]),
    )
  }
  for (const keyword of singleSchemas)
    if (copy[keyword] !== undefined) copy[keyword] = change(copy[keyword], keyword)
  for (const keyword of listsOfSchemas) {
    if (copy[keyword] !== undefined) copy[keyword] = copy[keyword].map((value) => change(value, keyword))
  }
  return copy
}

/** Applies a change to a schema and to every schema in it, on a copy. */
export function mapSchema(schema, change) {
  if (typeof schema !== 'object' || schema === null) return schema
  return change(mapBelow(schema, (value) => mapSchema(value, change)))
}

/** @returns {Promise<Map<string, object>>} each schema by the name of its file, without the ending */
export async function readSchemas(folder = themeFolder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const schemas = new Map()
  for (const file of files) {
    schemas.set(path.basename(file, '.json'), JSON.parse(await readFile(path.join(folder, file), 'utf8')))
  }
  return schemas
}

/** The schemas of whole files; the other one only has shared definitions. */
export const rootNames = (schemas) => [...schemas.keys()].filter((name) => name !== 'shared')

/** The schema of a reference, and the name of its file. */
export function lookUp(schemas, reference, home) {
  const [file, pointer = ''] = reference.split('#')
  const name = file === '' ? home : path.basename(file, '.json')
  const steps = pointer.split('/').filter(Boolean)
  const schema = steps.reduce((value, step) => value?.[step], schemas.get(name))
  if (schema === undefined) throw new Error(`${home}.json refers to ${reference}, which does not exist.`)
  return { name, pointer, schema, definition: steps[steps.length - 1] }
}
