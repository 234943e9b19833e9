// Generates the list of codes, the index of rules and the list of descriptions in src/generated from the declarations in
// src/validate/rules/*.ts and src/*/codes.ts. A new rule is a new file there.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSource } from './load-source.mjs'

const source = fileURLToPath(new URL('../src', import.meta.url))
const notice =
  '// Generated from what rules and codes.ts declare, by schemas/generate-codes.mjs. Do not edit.\n'

const list = async (folder) => (await readdir(path.join(source, folder))).sort()

/** The files that declare codes, in the order of the list of codes. */
async function declaringFiles() {
  const folders = await list('.')
  const withCodes = await Promise.all(
    folders.map(async (folder) =>
      folder === 'generated' || folder.endsWith('.ts') || !(await list(folder)).includes('codes.ts')
        ? []
        : [`${folder}/codes`],
    ),
  )
  const rules = await list('validate/rules')
  return [...withCodes.flat(), ...rules.map((file) => `validate/rules/${path.basename(file, '.ts')}`)]
}

/** The declarations of each file. Only these are bundled, so nothing else in src has to exist or work. */
async function metasOf(files) {
  const contents = files
    .map((file, index) => `export { meta as meta${index} } from './${file}.ts'`)
    .join('\n')
  const metas = await loadSource(contents, {
    plugins: [
      {
        name: 'generated files may be missing',
        setup(setup) {
          setup.onResolve({ filter: /generated\// }, ({ path: file }) => ({
            path: file,
            namespace: 'missing',
          }))
          setup.onLoad({ filter: /.*/, namespace: 'missing' }, () => ({ contents: 'module.exports = {}' }))
        },
      },
    ],
  })
  return files.map((_, index) => metas[`meta${index}`])
}

function mergedMetas(metas) {
  const catalogue = {}
  for (const meta of metas) {
    for (const [code, kind] of Object.entries(meta)) {
      if (Object.hasOwn(catalogue, code)) throw new Error(`The code ${code} is declared twice.`)
      catalogue[code] = kind
    }
  }
  return catalogue
}

const catalogueOf = (catalogue, rules) => `${notice}
/** Every kind of finding. */
export const catalogue = ${JSON.stringify(catalogue, null, 2)} as const

/** The kinds of findings of the rules beyond the target's own check. */
export type RuleCode =
${rules.map((code) => `  | '${code}'`).join('\n')}
`

/** The severities that are rarer than a warning, apart from the catalogue: code that raises findings doesn't need the titles. */
function severitiesOf(catalogue) {
  const codes = (is) =>
    Object.keys(catalogue)
      .filter((code) => is(catalogue[code]))
      .join(' ')
  const ofSeverity = (name) =>
    `/** The codes of findings of this severity. */\nexport const ${name}Codes = '${codes(({ severity }) => severity === name)}'\n`
  return `${notice}
${['error', 'info'].map(ofSeverity).join('\n')}
/** The codes of findings that mean a key. */
export const codesOfKeys: string = '${codes(({ part }) => part === 'key')}'
`
}

async function rulesOf(files) {
  const rules = []
  for (const file of files.filter((name) => name.includes('/rules/'))) {
    const text = await readFile(path.join(source, `${file}.ts`), 'utf8')
    const match = /^export const (\w+): (DocumentRule|ValueRule) = /m.exec(text)
    if (match === null) throw new Error(`src/${file}.ts has no DocumentRule or ValueRule.`)
    rules.push({
      file,
      name: match[1],
      type: match[2],
      rank: Number(/^ {2}rank: (\d+),$/m.exec(text)?.[1] ?? 0),
    })
  }
  const indexOf = (type) =>
    rules
      .filter((rule) => rule.type === type)
      .sort((one, other) => one.rank - other.rank)
      .map(({ name }) => `  ${name},`)
      .join('\n')
  return `${notice}import type { DocumentRule, ValueRule } from '../validate/rule.js'
${rules.map(({ file, name }) => `import { ${name} } from '../${file}.js'`).join('\n')}

export const documentRules: readonly DocumentRule[] = [
${indexOf('DocumentRule')}
]

export const valueRules: readonly ValueRule[] = [
${indexOf('ValueRule')}
]
`
}

/**
 * The names of tokens as types, for completion and for errors about misspelt ones. A group with all tokens of an older
 * release refers to that one.
 */
function tokenTypesOf(targets) {
  const groups = new Map()
  const nameOf = (id, group, names) => {
    const all = names.join()
    if (!groups.has(all)) {
      const [older] = [...groups.values()]
        .filter((each) => each.group === group && each.names.every((name) => names.includes(name)))
        .sort((one, other) => other.names.length - one.names.length)
      const own = names.filter((name) => !older?.names.includes(name))
      const parts = older === undefined || older.names.length === 0 ? own : [older.name, ...own]
      const union = parts.length === 0 ? ' never' : parts.map((part) => `\n  | ${part}`).join('')
      const words = `${id}-${group}-token`.split(/[^A-Za-z0-9]+/)
      const name = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')
      const code = `/** The known tokens in ${group} of ${id}. */\nexport type ${name} =${union}\n`
      groups.set(all, { name, group, names, code })
    }
    return groups.get(all).name
  }
  const rows = Object.entries(targets).map(([id, { tokens }]) => {
    const members = Object.entries(tokens).map(([group, { read, unread, readPrefix }]) => {
      const names = [...new Set([...read, ...unread])].sort().map((name) => `'${name}'`)
      if (readPrefix !== undefined) names.push(`\`${readPrefix}\${string}\``)
      return `    ${group}: ${nameOf(id, group, names)}\n`
    })
    return `  '${id}': {\n${members.join('')}  }\n`
  })
  return `${notice}
${[...groups.values()].map(({ code }) => code).join('\n')}
/** The known tokens of each group, by target; a group that isn't listed may have any. */
export interface KnownTokens {
${rows.join('')}}
`
}

const descriptionsOf = (files) => `${notice}import type { DiagnosticCode } from '../findings/catalogue.js'
import type { Description } from '../descriptions/example.js'
${files.map((file, index) => `import { description as description${index} } from '../${file}.js'`).join('\n')}

/** The explanation of each kind of finding. */
export const descriptions: Readonly<Record<DiagnosticCode, Description>> = {
${files.map((_, index) => `  ...description${index}(),`).join('\n')}
}
`

const files = await declaringFiles()
// The targets import the validators, which generate.mjs writes before.
const { targets } = await loadSource(`export { targets } from './targets/index.js'`)
const metas = await metasOf(files)
const catalogue = mergedMetas(metas)
const rules = files.flatMap((file, index) => (file.includes('/rules/') ? Object.keys(metas[index]) : []))
const generated = {
  'codes.ts': catalogueOf(catalogue, rules),
  'severities.ts': severitiesOf(catalogue),
  'rule-index.ts': await rulesOf(files),
  'descriptions.ts': descriptionsOf(files),
  'token-types.ts': tokenTypesOf(targets),
}
await mkdir(path.join(source, 'generated'), { recursive: true })
for (const [file, text] of Object.entries(generated)) {
  const place = path.join(source, 'generated', file)
  if ((await readFile(place, 'utf8').catch(() => undefined)) !== text) await writeFile(place, text)
}
