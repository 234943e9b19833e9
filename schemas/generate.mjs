// Generates src/generated: from the schemas in themes the validators, the types and the tables of keys; from the tables of
// painted regions the colours to compare. `node schemas/generate.mjs` writes the files, `--check` only compares them.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import Ajv from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { compile } from 'json-schema-to-typescript'
import { compactValidators } from './compact.mjs'
import { paintedPairsCode } from './painted-pairs.mjs'
import { placesFiles, placeTrees, shippedTexts, withoutPlaces } from './places.mjs'
import {
  listsOfSchemas,
  lookUp,
  mapSchema,
  readSchemas,
  rootNames,
  singleSchemas,
  themeFolder,
} from './read.mjs'
import { releaseTables } from './releases.mjs'
import { shareMembers } from './share-members.mjs'
import { splitValidators } from './split-validators.mjs'

const generatedFolder = fileURLToPath(new URL('../src/generated', import.meta.url))
const notice = '// Generated from the JSON Schemas by schemas/generate.mjs. Do not edit.\n'
const regionNotice = '// Generated from src/targets/painted-*.ts by schemas/painted-pairs.mjs. Do not edit.\n'

const pascalCase = (name) =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
const camelCase = (name) => pascalCase(name).replace(/^./, (letter) => letter.toLowerCase())

/** A schema without the texts for readers and editors. */
const withoutAnnotations = ({
  title,
  description,
  examples,
  enumDescriptions,
  deprecationMessage,
  $schema,
  ...rest
}) => withoutPlaces(rest)

/**
 * The schemas without annotations. Leaves are inlined, because a call for each costs time and size; so are the objects of
 * a map, because the pointer of each would be joined before the call.
 */
function bareSchemas(schemas) {
  const isLeaf = (schema) => Object.keys(schema).every((keyword) => keyword === 'type' || keyword === 'enum')
  const isFlat = (schema) => Object.values(schema.properties ?? {}).every(isLeaf)
  const leavesInPlace = mapAll(schemas, (part, home) => {
    if (part.$ref === undefined) return withoutAnnotations(part)
    const found = withoutAnnotations(lookUp(schemas, part.$ref, home).schema)
    return isLeaf(found) ? found : withoutPlaces(part)
  })
  const flatInPlace = mapAll(leavesInPlace, (part, home) => {
    const reference = part.additionalProperties?.$ref
    if (reference === undefined) return part
    const found = lookUp(leavesInPlace, reference, home).schema
    return isFlat(found) ? { ...part, additionalProperties: found } : part
  })
  // Definitions that differ only in their texts get one function.
  const first = new Map()
  for (const [name, definition] of Object.entries(flatInPlace.get('shared').definitions)) {
    const content = JSON.stringify(definition)
    if (!first.has(content)) first.set(content, `shared.json#/definitions/${name}`)
  }
  return mapAll(flatInPlace, (part, home) =>
    part.$ref?.startsWith('shared.json#')
      ? { ...part, $ref: first.get(JSON.stringify(lookUp(flatInPlace, part.$ref, home).schema)) }
      : part,
  )
}

function mapAll(schemas, change) {
  return new Map(
    [...schemas].map(([home, schema]) => [home, mapSchema(schema, (part) => change(part, home))]),
  )
}

/** Schemas without a validator: a branding file is checked as merged into a theme, a named file as a wrapped one. */
const checkedOtherwise = new Set(['branding', 'legacy-named'])

function compileValidators(schemas) {
  const ajv = new Ajv({
    schemas: [...bareSchemas(schemas).values()],
    allErrors: true,
    messages: false,
    inlineRefs: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  })
  const names = rootNames(schemas).filter((name) => !checkedOtherwise.has(name))
  const ids = Object.fromEntries(names.map((name) => [camelCase(name), schemas.get(name).$id]))
  const code = compactValidators(standaloneCode(ajv, ids))
  if (/\brequire\(/.test(code)) throw new Error('The compiled validators ask for a module at run time.')
  const split = splitValidators(code, (exported) => names.find((name) => camelCase(name) === exported))
  const declared = (name) =>
    `${notice}import type { Validator } from '../../formats/schema-findings.js'\nexport declare const ${camelCase(name)}: Validator\n`
  return Object.fromEntries([
    ...[...split].map(([file, text]) => [`validators/${file}.js`, `${notice}${text}`]),
    ...names.map((name) => [`validators/${name}.d.ts`, declared(name)]),
  ])
}

/** Replaces every reference by its schema; equal references become the same object. */
function dereference(schemas) {
  const resolved = new Map()
  const byContent = new Map()
  /** Types with the same content become one, named after the first release that has it. */
  const shared = (schema) => {
    const { title, ...content } = schema
    const text = JSON.stringify(content)
    if (!byContent.has(text)) byContent.set(text, schema)
    return byContent.get(text)
  }
  const resolve = (schema, home) => {
    if (typeof schema !== 'object' || schema === null) return schema
    if (schema.$ref !== undefined) {
      const found = lookUp(schemas, schema.$ref, home)
      const key = `${found.name}#${found.pointer}`
      if (!resolved.has(key)) {
        const typeName =
          found.definition === undefined
            ? rootTypeName(found.name)
            : definitionTypeName(found.name, found.definition)
        const type = named(resolve(found.schema, found.name), typeName)
        resolved.set(key, found.definition === undefined ? type : shared(type))
      }
      return resolved.get(key)
    }
    const { definitions, ...copy } = schema
    if (copy.properties !== undefined) {
      copy.properties = Object.fromEntries(
        Object.entries(copy.properties).map(([key, value]) => [key, resolve(value, home)]),
      )
    }
    for (const keyword of singleSchemas) {
      if (copy[keyword] !== undefined) copy[keyword] = resolve(copy[keyword], home)
    }
    for (const keyword of listsOfSchemas) {
      if (copy[keyword] !== undefined) copy[keyword] = copy[keyword].map((value) => resolve(value, home))
    }
    return describe(copy)
  }
  return new Map(rootNames(schemas).map((name) => [name, resolve({ $ref: `${name}.json` }, name)]))
}

const rootTypeName = (name) => (name === 'branding' ? 'Branding' : `${pascalCase(name)}Theme`)
const definitionTypeName = (name, definition) => {
  if (name === 'shared') return pascalCase(definition)
  return pascalCase(definition === 'theme' ? `${name}-theme-entry` : `${name}-${definition}`)
}

/** Gives objects with keys a named type. Leaves have none, because their comment would move to it. */
function named(schema, typeName) {
  return schema.properties !== undefined || schema.allOf !== undefined
    ? { ...schema, title: typeName }
    : schema
}

/** Adds the examples to the comment, because the generator of types drops them. */
function describe({
  title,
  description,
  examples,
  enumDescriptions,
  deprecationMessage,
  $id,
  $schema,
  ...annotated
}) {
  const schema = withoutPlaces(annotated)
  const shown = (examples ?? [])
    .map((example) => JSON.stringify(example))
    .filter((example) => example.length <= 80 && !example.includes('*/'))
  const comment = [
    description,
    shown.length > 0 ? `Examples: ${shown.map((text) => `\`${text}\``).join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')
  const isUntyped = Object.keys(schema).length === 0
  return {
    ...schema,
    ...(isUntyped && { tsType: 'unknown' }),
    ...(deprecationMessage !== undefined && { deprecated: true }),
    ...(comment !== '' && { description: comment }),
  }
}

async function compileTypes(schemas) {
  const roots = dereference(schemas)
  const wrapper = {
    title: 'ThemeFiles',
    description: 'Every kind of theme file by the name of its JSON Schema.',
    type: 'object',
    additionalProperties: false,
    required: [...roots.keys()],
    properties: Object.fromEntries(roots),
  }
  const types = await compile(wrapper, 'ThemeFiles', {
    bannerComment: notice.trim(),
    additionalProperties: true,
    style: { semi: false, singleQuote: true, printWidth: 110 },
    unknownAny: true,
  })
  const names = [...types.matchAll(/^export (?:interface|type) (\w+)/gm)]
    .map(([, name]) => `  ${name},\n`)
    .sort()
  const exported = `${notice}\nexport type {\n${names.join('')}} from './theme-types.js'\n`
  return { 'theme-types.ts': shareMembers(types), 'file-types.ts': exported }
}

function compilePlaces(schemas) {
  const lookUpIn = (reference, home) => lookUp(schemas, reference, home)
  const trees = placeTrees(rootNames(schemas), lookUpIn)
  const files = { ...placesFiles(trees, camelCase), 'shipped-texts.ts': shippedTexts(trees.get('ocis-5')) }
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, `${notice}\n${text}`]))
}

/**
 * The generated code by the name of its file.
 * @returns {Promise<Record<string, string>>}
 */
export async function generate(folder = themeFolder) {
  const schemas = await readSchemas(folder)
  return {
    ...compileValidators(schemas),
    ...(await compileTypes(schemas)),
    ...compilePlaces(schemas),
    ...releaseTables(schemas, camelCase, notice),
    'painted-pairs.ts': await paintedPairsCode(regionNotice),
  }
}

/** The names of the files that differ from the generated code. */
export async function staleFiles(generated, folder = generatedFolder) {
  const stale = []
  for (const [file, text] of Object.entries(generated)) {
    const present = await readFile(path.join(folder, file), 'utf8').catch((error) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (present !== text) stale.push(file)
  }
  return stale
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const generated = await generate()
  const stale = await staleFiles(generated)
  if (process.argv.includes('--check')) {
    if (stale.length > 0) {
      console.error(
        `Stale: ${stale.map((file) => `src/generated/${file}`).join(', ')}. Run "npm run generate".`,
      )
      process.exitCode = 1
    }
  } else {
    for (const file of stale) {
      const name = path.join(generatedFolder, file)
      await mkdir(path.dirname(name), { recursive: true })
      await writeFile(name, generated[file])
    }
    console.log(stale.length > 0 ? `Generated ${stale.join(', ')}.` : 'Generated code is up to date.')
  }
}
