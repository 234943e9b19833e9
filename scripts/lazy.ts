/** The suffix of every file that Rollup reads, so that its variables for these files differ from all others. */
export const MARK = '_cjs'

const loaded = String.raw`\w+${MARK}(?:\$\d+)?|node_\w+`

/** How Rollup loads another file of the build, or a module of Node. */
const declaration = new RegExp(String.raw`^var (${loaded}) = (require\('.+'\));\n`, 'gm')

/** How it re-exports from another file. */
const passedOn = new RegExp(String.raw`^exports\.(\w+) = ((?:${loaded})\.\w+);$`, 'gm')

/** How it loads a file only for its side effects, which no file has. */
const unused = /^require\('\..+'\);\n/gm

/**
 * Makes a CommonJS file of Rollup load other files on first use. Loading has no side effects, so the behaviour is the same.
 */
export function lazy(code: string): string {
  const loaders: string[] = []
  const names: string[] = []
  const body = code
    .replace(unused, '')
    .replace(declaration, (_, name: string, load: string) => {
      names.push(name.replace('$', '\\$'))
      // On first use, the getter is replaced by the module.
      loaders.push(
        `var ${name} = { get $() { var value = ${load}; Object.defineProperty(this, '$', { value }); return value } };\n`,
      )
      return ''
    })
    .replace(passedOn, "Object.defineProperty(exports, '$1', { enumerable: true, get: () => $2 });")
  if (names.length === 0) return body
  const use = new RegExp(String.raw`(?<![\w$]|(?<!\.\.)\.)(${names.join('|')})(?![\w$])(\.?)`, 'g')
  const rewritten = body.replace(use, (_, name: string, access: string) => {
    if (access === '') throw new Error(`${name} is used as a whole, which can't be loaded later.`)
    return `${name}.$.`
  })
  return rewritten.replace(/^(?:#!.*\n)?'use strict';\n/, (start) => start + loaders.join(''))
}
