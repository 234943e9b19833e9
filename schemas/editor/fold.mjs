// Moves parts that schemas repeat into definitions.
import { mapBelow } from '../read.mjs'

/** Shorter parts stay where they are. */
const MIN_LENGTH = 160

/**
 * A part that several schemas have in common becomes a definition of a shared schema; one that a single schema repeats
 * becomes a definition of that schema.
 *
 * @param {Map<string, object>} trees schemas without references
 * @param {string} shared the name of the schema for what several have in common
 * @returns {{ schemas: Map<string, object>, definitions: Record<string, object> }} the schemas, and the definitions of the shared one
 */
export function fold(trees, shared) {
  const parts = new Map()
  const count = (schema, root, isNew) => {
    if (typeof schema !== 'object') return schema
    const text = JSON.stringify(schema)
    if (!parts.has(text)) parts.set(text, { times: 0, roots: new Set() })
    const part = parts.get(text)
    part.roots.add(root)
    if (isNew) part.times += 1
    return mapBelow(schema, (below) => count(below, root, isNew && part.times === 1))
  }
  for (const [root, tree] of trees) count(tree, root, true)

  const definitions = {}
  const ofRoots = new Map([...trees.keys()].map((root) => [root, {}]))
  const references = new Map()
  const nameIn = (group, key) => {
    let name = key
    for (let number = 2; Object.hasOwn(group, name); number += 1) name = `${key}-${number}`
    return name
  }
  const write = (schema, root, key, isRoot = false) => {
    if (typeof schema !== 'object') return schema
    const text = JSON.stringify(schema)
    const { times, roots } = parts.get(text)
    const below = (home) =>
      mapBelow(schema, (value, keyword, name) => write(value, home, name ?? `${key}-${keyword}`))
    if (isRoot || times === 1 || text.length < MIN_LENGTH) return below(root)
    if (!references.has(text)) {
      const isShared = roots.size > 1
      const group = isShared ? definitions : ofRoots.get(root)
      const name = nameIn(group, key)
      references.set(text, { isShared, name })
      group[name] = undefined
      group[name] = below(isShared ? undefined : root)
    }
    const { isShared, name } = references.get(text)
    return { $ref: `${isShared && root !== undefined ? `${shared}.json` : ''}#/definitions/${name}` }
  }
  const schemas = new Map()
  for (const [root, tree] of trees) {
    const written = write(tree, root, root, true)
    const own = ofRoots.get(root)
    schemas.set(root, Object.keys(own).length > 0 ? { ...written, definitions: own } : written)
  }
  return { schemas, definitions }
}
