/** A function or a constant. The functions of Ajv are not indented. */
const declaration =
  /^function (validate\d+)\([\s\S]*?^return \w+ === (?:0|null);\n\}$|^function (\w+)\([\s\S]*?^\}$|^const (\w+) = .*$/gm

/** Which function checks a schema. */
const root = /^export const (\w+) = (\w+);$/gm

/**
 * Splits the code of compiled schemas into files, so that only the needed schemas are loaded: code of one or two schemas
 * goes into a file named after them, the rest into `shared`.
 *
 * @param {string} code compact code of Ajv
 * @param {(exported: string) => string} fileOf the name of a schema's file by that of its constant
 * @returns the code by the names of files, without their ends
 */
export function splitValidators(code, fileOf) {
  const declarations = new Map()
  for (const [text, ...names] of code.matchAll(declaration))
    declarations.set(
      names.find((name) => name !== undefined),
      { text, users: new Set() },
    )
  const usedBy = (text) => [...new Set(text.match(/\b\w+\b/g))].filter((name) => declarations.has(name))
  const roots = [...code.matchAll(root)]
  const note = (name, user) => {
    const { text, users } = declarations.get(name)
    if (users.has(user)) return
    users.add(user)
    for (const other of usedBy(text)) note(other, user)
  }
  for (const [, exported, name] of roots) note(name, fileOf(exported))
  const files = new Map()
  const add = (file, text) => files.set(file, [...(files.get(file) ?? []), text])
  const homes = new Map()
  for (const [name, { text, users }] of declarations) {
    if (users.size === 0) continue
    const home = users.size > 2 ? 'shared' : [...users].join('-and-')
    homes.set(name, home)
    add(home, `export ${text}\n`)
  }
  for (const [, exported, name] of roots) add(fileOf(exported), `export const ${exported} = ${name};\n`)
  return new Map(
    [...files].map(([file, texts]) => {
      const body = texts.join('')
      const imports = usedBy(body).filter((name) => homes.get(name) !== file)
      return [
        file,
        imports.map((name) => `import { ${name} } from './${homes.get(name)}.js'\n`).join('') + body,
      ]
    }),
  )
}
