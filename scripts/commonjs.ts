import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// Most of the time of a call of the command is the loading of files, so a file loads what it uses when it first uses it.

/** How Rollup asks for another file of the build: under a name that nothing else in the file has. */
const neighbor = /\b(\w+_cjs(?:\$\d+)?)=require\('\.\/([\w-]+\.cjs)'\)([,;])/g

/** How it asks for one that is loaded later. Node would parse the text of the file for its exports. */
const imported = /\bimport\('\.\/([\w-]+\.cjs)'\)/g

/**
 * Makes the CommonJS files of a folder load each other on first use. Loading a file has no effect but making its own
 * tables, so nothing else changes.
 */
export function loadLazily(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.cjs')) continue
    const file = path.join(folder, name)
    writeFileSync(file, lazy(readFileSync(file, 'utf8')))
  }
}

function lazy(code: string): string {
  const loaders: string[] = []
  const names: string[] = []
  const head = code.replace(neighbor, (_, name: string, file: string, end: string) => {
    names.push(name.replace('$', '\\$'))
    // The getter replaces itself by the module.
    loaders.push(
      `var ${name}={get $(){var value=require('./${file}');Object.defineProperty(this,'$',{value});return value}};`,
    )
    return end === ';' ? ';' : ''
  })
  const uses = new RegExp(`(?<![\\w$])(${names.join('|')})\\.`, 'g')
  const body = names.length === 0 ? head : head.replace(uses, '$1.$.').replace('var ;', '')
  return body
    .replace(imported, (_, file: string) => `Promise.resolve().then(()=>require('./${file}'))`)
    .replace(/^(?:#!.*\n)?'use strict';/, (start) => start + loaders.join(''))
}
