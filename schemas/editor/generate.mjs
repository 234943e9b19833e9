// Generates the schemas for editors, schemas/*.json, from those in themes, the tokens of the targets and the version of
// the package. They accept the same files as those in themes. Each target also has a strict one.
import { existsSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { formatHex, formatHex8, parse } from 'culori'
import { loadSource } from '../load-source.mjs'
import { withoutPlaces } from '../places.mjs'
import { mapBelow, mapSchema, readSchemas, rootNames } from '../read.mjs'
import { fold } from './fold.mjs'
import { alike, goneKey, withKeysOfOthers } from './other-releases.mjs'
import { withSnippets } from './snippets.mjs'
import { strictTree } from './strict.mjs'
import { tokensOf, tokensOfStock } from './tokens.mjs'
import { treeOf } from './tree.mjs'

/** The schemas of files other than themes. */
const othersFolder = fileURLToPath(new URL('../others', import.meta.url))
const folder = fileURLToPath(new URL('..', import.meta.url))
const draft = 'http://json-schema.org/draft-07/schema#'

const sources = `
export { targets } from './targets/index.js'
export { schemaAddress, strictAddress } from './targets/schema-addresses.js'
export { tokenValue } from './targets/design-tokens.js'
export { regionsOfOwnCloud } from './targets/painted-owncloud.js'
export { regionsOfOpenCloud } from './targets/painted-opencloud.js'
export { shippedThemes } from './shipped/shipped-themes.js'
export { kebabCase } from './resolve/kebab-case.js'
`

/** Editors show `description` as plain text; those that know `markdownDescription` render that one. */
function withMarkdown({ description, markdownDescription: _, ...schema }) {
  if (description === undefined) return schema
  const plain = description.replaceAll('`', '')
  return { ...schema, description: plain, ...(plain !== description && { markdownDescription: description }) }
}

/** A schema with the keywords that editors read, and without ours. */
function annotated(schema, addresses) {
  const { 'x-place': place, 'x-kind': kind, deprecationMessage } = schema
  return withSnippets(
    withMarkdown(
      withoutPlaces({
        ...schema,
        ...(place === 'schema' && { examples: addresses }),
        ...(kind === 'color' && { format: 'color' }),
        ...(deprecationMessage !== undefined && { deprecated: true }),
      }),
    ),
  )
}

/** The tree of a schema for editors. */
function forEditors(root, { addresses, target, others, withTokens }) {
  const write = (schema, releases) => {
    if (typeof schema !== 'object') return schema
    const group = /^tokens\.(\w+)$/.exec(schema['x-place'] ?? '')?.[1]
    const complete = (tree, release) => withTokens(tree, group, release)
    const whole =
      target === undefined
        ? schema
        : withKeysOfOthers(
            goneKey(complete(schema, target), target),
            releases.map((other) => ({ ...other, tree: complete(other.tree, other.target) })),
            target,
          )
    const below = mapBelow(whole, (value, keyword, name) => {
      const step = (tree) => (name === undefined ? tree[keyword] : tree[keyword]?.[name])
      return write(value, alike(releases, step))
    })
    return annotated(below, addresses)
  }
  return write(root, others)
}

/** A colour in a notation that the colour pickers of editors understand. */
function colorOf(value) {
  const color = parse(value)
  if (color === undefined || color.alpha === 0) return value
  return (color.alpha ?? 1) < 1 ? formatHex8(color) : formatHex(color)
}

/** The other releases of a target's product, oldest first. */
function othersOf(target, targets, trees) {
  const family = Object.values(targets).filter((each) => each.family.product === target.family.product)
  return family
    .filter((each) => each !== target)
    .map((each) => ({
      target: each,
      title: each.title,
      isLater: family.indexOf(each) > family.indexOf(target),
      tree: trees.get(each.id),
    }))
}

/**
 * The schemas for editors by the names of their files, without the ending.
 *
 * @returns {Promise<Map<string, object>>}
 */
export async function editorSchemas() {
  const { targets, schemaAddress, strictAddress, regionsOfOwnCloud, regionsOfOpenCloud, ...source } =
    await loadSource(sources)
  const stock = tokensOfStock(source.shippedThemes().map(({ document }) => document))
  const themes = await readSchemas()
  const trees = new Map(rootNames(themes).map((name) => [name, treeOf(themes, name)]))
  const withTokens = tokensOf({
    ...source,
    colorOf,
    stock,
    regions: [
      {
        product: targets['ocis-8'].family.product,
        group: 'colorPalette',
        byName: regionsOfOwnCloud,
        release: 'ownCloud Web 12.5.0',
      },
      {
        product: targets['opencloud-4'].family.product,
        group: 'roles',
        byName: regionsOfOpenCloud,
        release: 'OpenCloud Web 7.3.0',
      },
    ],
  })
  const plain = new Map()
  for (const [name, tree] of trees) {
    const target = targets[name]
    const address = schemaAddress(name)
    const addresses = target === undefined ? [address] : [strictAddress(address), address]
    const others = target === undefined ? [] : othersOf(target, targets, trees)
    // The snippet for a new file refers to its schema.
    const examples = tree.examples.map((example) => ({ $schema: addresses[0], ...example }))
    plain.set(name, forEditors({ ...tree, examples }, { addresses, target, others, withTokens }))
  }
  const { schemas, definitions } = fold(plain, 'shared')
  const shared = themes.get('shared')
  schemas.set('shared', { title: shared.title, description: shared.description, definitions })
  const ofLegacy = [...trees].filter(([name]) => name.startsWith('legacy-'))
  const former = [...new Set(ofLegacy.flatMap(([, tree]) => Object.keys(tree.properties)))]
  for (const target of Object.values(targets)) {
    const name = `${target.id}.strict`
    const tree = strictTree(`${target.id}.json`, plain.get(target.id), target, former)
    schemas.set(name, fold(new Map([[name, tree]])).schemas.get(name))
  }
  const others = existsSync(othersFolder) ? await readSchemas(othersFolder) : new Map()
  for (const [name, schema] of others) schemas.set(name, mapSchema(schema, withMarkdown))
  return new Map(
    [...schemas].map(([name, { $schema, $id, ...schema }]) => [
      name,
      { $schema: draft, $id: schemaAddress(name), ...schema },
    ]),
  )
}

async function writeSchemas() {
  const schemas = await editorSchemas()
  const present = (await readdir(folder)).filter((file) => file.endsWith('.json'))
  const stale = present.filter((file) => !schemas.has(path.basename(file, '.json')))
  for (const file of stale) await rm(path.join(folder, file))
  for (const [name, schema] of schemas)
    await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(schema)}\n`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await writeSchemas()
