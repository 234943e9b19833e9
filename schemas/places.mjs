// Generates the tables of places from the annotations of the schemas: for every key what it is (`x-place`), the kind of
// its text (`x-kind`), where an image shows (`x-shown-as`), its shipped value (`x-fallback`), and the layer of the file
// that it belongs to (`x-scope`).
import { isRelease } from './releases.mjs'

const kinds = 'text image common-logo background banner-icon link app-scheme color length font'.split(' ')
const shownAs = 'topbar login favicon background banner other'.split(' ')
const scopes = ['common', 'defaults', 'theme']

/** The check of each annotation. */
const annotations = {
  'x-place': (value) => /^[a-z][A-Za-z]*(\.([a-z][A-Za-z]*|\*))*$/.test(value),
  'x-no-place': (value) => typeof value === 'string' && value.length > 10,
  'x-carried': (value) => typeof value === 'string' && value.length > 10,
  'x-scope': (value) => scopes.includes(value),
  'x-kind': (value) => kinds.includes(value),
  'x-shown-as': (value) => shownAs.includes(value),
  'x-fallback': (value) => value !== undefined,
  'x-release': isRelease,
}

const isAnnotation = (keyword) => keyword.startsWith('x-')

/** A schema without its annotations, which only this file reads. */
export const withoutPlaces = (schema) =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword)))

/** The schema of a reference, overridden by the annotations beside that. */
function follow(schema, home, lookUp) {
  if (schema.$ref === undefined) return { schema, home }
  const { $ref, ...beside } = schema
  const found = lookUp($ref, home)
  const below = follow(found.schema, found.name, lookUp)
  return { schema: { ...below.schema, ...beside }, home: below.home }
}

/**
 * The tree of keys of a schema.
 *
 * @param trail the path of the schema, for messages
 * @returns `undefined` for a key that is carried over without a place
 */
function treeOf(schemaOrReference, givenHome, trail, lookUp) {
  const { schema, home } = follow(schemaOrReference, givenHome, lookUp)
  for (const keyword of Object.keys(schema).filter(isAnnotation)) {
    if (annotations[keyword]?.(schema[keyword]) !== true)
      throw new Error(`${trail}: ${keyword} can't be ${JSON.stringify(schema[keyword])}.`)
  }
  if (schema['x-carried'] !== undefined) return undefined
  const node = {
    place: schema['x-place'],
    scope: schema['x-scope'],
    kind: schema['x-kind'],
    shownAs: schema['x-shown-as'],
    fallback: schema['x-fallback'],
    noPlace: schema['x-no-place'],
  }
  if (node.noPlace !== undefined) return node
  const keys = {}
  const parts = [schema, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])]
  for (const part of parts.map((each) => follow(each, home, lookUp))) {
    for (const [key, value] of Object.entries(part.schema.properties ?? {})) {
      const below = treeOf(value, part.home, `${trail}/${key}`, lookUp)
      if (below !== undefined) keys[key] = below
    }
    if (part.schema.items !== undefined)
      node.items = treeOf(part.schema.items, part.home, `${trail}/*`, lookUp)
    if (typeof part.schema.additionalProperties === 'object') {
      const { anyOf } = follow(part.schema.additionalProperties, part.home, lookUp).schema
      const entries = (anyOf ?? [part.schema.additionalProperties])
        .map((each) => treeOf(each, part.home, `${trail}/*`, lookUp))
        .filter((each) => each !== undefined)
      if (entries.length > 1) throw new Error(`${trail}: only one kind of entries may have places.`)
      node.entries = entries[0]
    }
    if (part.schema.required !== undefined) node.required = part.schema.required
    for (const more of part.schema === schema ? [] : (part.schema.allOf ?? [])) {
      const below = treeOf(more, part.home, trail, lookUp)
      Object.assign(keys, below?.keys)
    }
  }
  if (Object.keys(keys).length > 0) node.keys = keys
  const isUntyped = ['type', 'anyOf', 'allOf', 'properties'].every((keyword) => schema[keyword] === undefined)
  if (isUntyped) node.unread = true
  const isLeaf = node.keys === undefined && node.entries === undefined && node.items === undefined
  if (isLeaf && node.place === undefined)
    throw new Error(`${trail} needs "x-place", or "x-no-place" or "x-carried" with the reason.`)
  return node
}

/** @returns the trees of keys by the name of the schema */
export function placeTrees(names, lookUp) {
  return new Map(names.map((name) => [name, treeOf({ $ref: `${name}.json` }, name, `${name}.json#`, lookUp)]))
}

/** Calls back for each node of a tree, from the leaves up. */
function eachNode(node, visit) {
  const below = [...Object.values(node.keys ?? {}), node.entries, node.items]
  for (const each of below) if (each !== undefined) eachNode(each, visit)
  visit(node)
}

/**
 * The trees as code, each in its own file, so that only the needed ones are loaded. Nodes that are equal in several trees
 * are written once, in `shared`, to keep bundles small.
 *
 * @param nameOf the name of a schema's constant
 * @returns the code by the names of files
 */
export function placesFiles(trees, nameOf) {
  const places = new Set()
  /** The trees that each part occurs in, as often as it does. */
  const homes = new Map()
  for (const [name, tree] of trees) {
    eachNode(tree, (node) => {
      const text = JSON.stringify(node)
      homes.set(text, [...(homes.get(text) ?? []), name])
      if (node.place !== undefined) places.add(node.place)
    })
  }
  const names = new Map()
  const files = new Map([['shared', []], ...[...trees.keys()].map((name) => [name, []])])
  const used = new Set([...trees.keys()].map(nameOf))
  const nameFor = ({ place = 'node', scope = '' }) => {
    const words = `${scope}.${place}`.split(/[^A-Za-z0-9]+/).filter(Boolean)
    const base = words
      .map((word, index) => (index === 0 ? word : word[0].toUpperCase() + word.slice(1)))
      .join('')
    let name = `${base}Key`
    for (let number = 2; used.has(name); number += 1) name = `${base}Key${number}`
    used.add(name)
    return name
  }
  const write = (node) => {
    const text = JSON.stringify(node)
    const [home, ...others] = homes.get(text)
    if (others.length === 0) return literal(node)
    if (!names.has(text)) {
      const code = literal(node)
      names.set(text, nameFor(node))
      const file = others.every((other) => other === home) ? home : 'shared'
      files.get(file).push(`export const ${names.get(text)}: KeyNode = ${code}\n`)
    }
    return names.get(text)
  }
  const literal = ({ keys, entries, items, ...rest }) => {
    const parts = Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    if (keys !== undefined) {
      const rows = Object.entries(keys).map(([key, node]) => `${JSON.stringify(key)}: ${write(node)},`)
      parts.push(`keys: {\n${rows.join('\n').replace(/^/gm, '  ')}\n}`)
    }
    if (entries !== undefined) parts.push(`entries: ${write(entries)}`)
    if (items !== undefined) parts.push(`items: ${write(items)}`)
    return `{ ${parts.join(', ')} }`
  }
  for (const [name, tree] of trees)
    files.get(name).push(`export const ${nameOf(name)}: KeyNode = ${literal(tree)}\n`)
  const type = "import type { KeyNode } from '../places.js'\n"
  const code = ([name, texts]) => {
    const body = texts.join('\n')
    const shared = [...new Set(body.match(/\b\w+Key\d*\b/g))].filter((key) => !body.includes(`const ${key}:`))
    const imports = name === 'shared' ? '' : `import {\n  ${shared.join(',\n  ')},\n} from './shared.js'\n`
    return [`places/${name}.ts`, `${type}${imports}\n${body}`]
  }
  return { 'places.ts': typesOf(places), ...Object.fromEntries([...files].map(code)) }
}

function typesOf(places) {
  const union = (name, comment, values) =>
    `/** ${comment} */\nexport type ${name} =\n${values.map((value) => `  | '${value}'`).join('\n')}\n`
  return [
    "import type { Json } from '../json/value.js'\n",
    union('Place', 'What a value is, independent of the name of its key in a release.', [...places].sort()),
    union('Scope', 'The layer of a file that a value belongs to.', scopes),
    union('ValueKind', 'What the text of a value is used for.', kinds),
    union('ShownAs', 'Where an image shows.', shownAs),
    nodeType,
  ].join('\n')
}

/** The shipped strings of oCIS 5 as a table of their own, for code that doesn't need the trees. */
export function shippedTexts(tree) {
  const rows = []
  eachNode(tree, ({ place, fallback }) => {
    if (place !== undefined && typeof fallback === 'string')
      rows.push(`  '${place}': ${JSON.stringify(fallback)},`)
  })
  return `/** The texts that oCIS 5 ships. */\nexport const textsOfOcis5 = {\n${[...new Set(rows)].join('\n')}\n} as const\n`
}

const nodeType = `/** A key as a schema describes it, with all keys below it. */
export interface KeyNode {
  readonly place?: Place
  /** The layer that the object is, with everything below it. */
  readonly scope?: Scope
  readonly kind?: ValueKind
  readonly shownAs?: ShownAs
  /** The shipped value, if a target requires one. */
  readonly fallback?: Json
  /** Why the value has no successor. */
  readonly noPlace?: string
  /** Whether clients ignore the key, although the schema has it. */
  readonly unread?: true
  /** The keys that clients require in the object. */
  readonly required?: readonly string[]
  /** The keys of an object in the order of written files. */
  readonly keys?: Readonly<Record<string, KeyNode>>
  /** The other values of an object, whose keys can have any name. */
  readonly entries?: KeyNode
  /** Each item of a list. */
  readonly items?: KeyNode
}
`
