// Generates the tables of targets: each schema of a release has its facts in "x-release", and a file of the same name in
// src/targets.

/** Whether a value has all facts of a release, and nothing else. */
export function isRelease({ title, changes, readsBranding, uploads, uploadSlots, ...rest }) {
  const hasTexts = [title, changes].every((text) => typeof text === 'string' && text !== '')
  return (
    hasTexts &&
    typeof readsBranding === 'boolean' &&
    typeof uploads === 'string' &&
    uploads.endsWith('/') &&
    Array.isArray(uploadSlots) &&
    Object.keys(rest).length === 0
  )
}

/** The schemas of releases by their names, oldest first; the state of development comes last. */
function releases(schemas) {
  const names = [...schemas.keys()].filter((name) => schemas.get(name)['x-release'] !== undefined)
  return names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
}

const isOwnCloud = (name) => name.startsWith('ocis-')

/** The ids, how uploaded logos are stored, and the changes; without schemas, for bundles that need only these. */
function facts(schemas, exportOf, notice) {
  const names = releases(schemas)
  const idType = (ids) => ids.map((id) => `'${id}'`).join(' | ')
  const release = (name) => schemas.get(name)['x-release']
  const lines = (of) => names.map((name) => `${of(name)}\n`).join('')
  const folders = [...new Set(names.map((name) => release(name).uploads))]
  const stored = (name) => {
    const { changes, ...uploads } = release(name)
    return `export const ${exportOf(name)}Uploads = ${JSON.stringify(uploads)} as const`
  }
  return `${notice}
/** The id of a target of ownCloud. */
export type OwnCloudTargetId = ${idType(names.filter(isOwnCloud))}

/** The id of a target. */
export type TargetId = OwnCloudTargetId | ${idType(names.filter((name) => !isOwnCloud(name)))}

${lines(stored)}
/** How each target stores an uploaded logo. */
export const uploadsOf = {
${lines((name) => `  '${name}': ${exportOf(name)}Uploads,`)}} as const

/** Where releases store uploaded logos, longest first, because of two nested folders the inner one counts. */
export const uploadFolders: readonly string[] = ${JSON.stringify(folders.sort((one, other) => other.length - one.length))}

/** The changes for themes in each target, in one line. */
export const changesOf: Readonly<Record<TargetId, string>> = {
${lines((name) => `  '${name}': ${JSON.stringify(release(name).changes)},`)}}
`
}

/** A table with getters, so that CommonJS loads the files of a target when it is first used. */
function table(name, about, ids, exportOf, notice) {
  const imports = ids.map((id) => `import { ${exportOf(id)} } from '../targets/${id}.js'\n`).join('')
  const getters = ids.map((id) => `  get '${id}'() {\n    return ${exportOf(id)}\n  },\n`).join('')
  return `${notice}${imports}
/** ${about} */
export const ${name} = {\n${getters}} as const
`
}

/** @returns {Record<string, string>} the generated files by their names */
export function releaseTables(schemas, camelCase, notice) {
  const exportOf = (id) => camelCase(id).replace(/^opencloud/, 'openCloud')
  const ids = releases(schemas)
  const ofOwnCloud = ids.filter(isOwnCloud)
  const consumerOf = (id) => `${exportOf(id)}Consumer`
  return {
    'target-facts.ts': facts(schemas, exportOf, notice),
    'all-targets.ts': table('targets', 'Every target by its id, oldest first.', ids, exportOf, notice),
    'all-consumers.ts': table(
      'consumers',
      'What reads files of each target, oldest first.',
      ids,
      consumerOf,
      notice,
    ),
    'all-painted.ts': table(
      'paintedPages',
      'What is known of the pages of each target, oldest first.',
      ids,
      (id) => `${exportOf(id)}Painted`,
      notice,
    ),
    'owncloud-targets.ts': table(
      'ownCloudTargets',
      'The targets of ownCloud by their ids, oldest first.',
      ofOwnCloud,
      exportOf,
      notice,
    ),
    'owncloud-consumers.ts': table(
      'ownCloudConsumers',
      'What reads files of each target of ownCloud, oldest first.',
      ofOwnCloud,
      consumerOf,
      notice,
    ),
  }
}
