import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// Most of the time of a call of the command is the loading of files: by their number and by their size. So a file
// loads what it first uses, when it first uses it, and small files stand in one.

/** How Rollup asks for another file of the build: under a name that nothing else in the file has. */
const neighbor = /\b(\w+_cjs(?:\$\d+)?)=require\('\.\/([\w-]+\.cjs)'\)([,;])/g

/** How it asks for one that is loaded later. Node would look through the text of the file for what it exports. */
const imported = /\bimport\('\.\/([\w-]+\.cjs)'\)/g

/** The file that the small ones stand in, and the most characters that these have. */
const SHARED = 'shared.cjs'
const SMALL = 1500

/**
 * Makes the CommonJS files of a folder load each other when they first need something of each other. No file does
 * anything when it is loaded but make its own tables, so nothing else changes.
 */
export function tuneCommonJs(folder: string): void {
  const files = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.cjs'))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  )
  const small = [...files].filter(([name, code]) => name.startsWith('chunk-') && code.length < SMALL)
  const isSmall = new Set(small.map(([name]) => name))
  const requireOf = (name: string) =>
    isSmall.has(name) ? `require('./${SHARED}')['${name}']()` : `require('./${name}')`
  const parts = small.map(([name, code]) => `'${name}':part((module,exports)=>{${tuned(code, requireOf)}})`)
  for (const name of isSmall) {
    files.delete(name)
    rmSync(path.join(folder, name))
  }
  for (const [name, code] of files) writeFileSync(path.join(folder, name), tuned(code, requireOf))
  writeFileSync(
    path.join(folder, SHARED),
    `'use strict';function part(make){var module;return()=>{if(!module){module={exports:{}};make(module,module.exports)}return module.exports}}module.exports={${parts.join(',\n')}}\n`,
  )
}

function tuned(code: string, requireOf: (name: string) => string): string {
  const loaders: string[] = []
  const names: string[] = []
  const head = code.replace(neighbor, (_, name: string, file: string, end: string) => {
    names.push(name.replace('$', '\\$'))
    // The getter puts what it gives into its own place.
    loaders.push(
      `var ${name}={get $(){var value=${requireOf(file)};Object.defineProperty(this,'$',{value});return value}};`,
    )
    return end === ';' ? ';' : ''
  })
  const uses = new RegExp(`(?<![\\w$])(${names.join('|')})\\.`, 'g')
  const lazy = names.length === 0 ? head : head.replace(uses, '$1.$.').replace('var ;', '')
  return lazy
    .replace(imported, (_, file: string) => `Promise.resolve().then(()=>${requireOf(file)})`)
    .replace(/^(?:#!.*\n)?'use strict';/, (start) => start + loaders.join(''))
}
