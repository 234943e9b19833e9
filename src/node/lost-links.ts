import { existsSync, lstatSync } from 'node:fs'
import path from 'node:path'
import { readInput } from './read-file.js'

/** No path is longer. */
const MOST_BYTES = 4096

/**
 * Where the link of a ConfigMap led that a copy of its folder has as a file with the text of the link: `theme.json`
 * with `..data/theme.json` in it, beside `..data` with the name of a folder in it.
 *
 * @returns `undefined` for any other file
 */
export function lostLinkOf(file: string): string | undefined {
  const name = path.basename(file)
  const folder = path.dirname(file)
  if (textOf(file) !== `..data/${name}`) return undefined
  const real = textOf(path.join(folder, '..data'))
  if (real === undefined || !/^\.\.[^/\\]+$/.test(real)) return undefined
  const place = path.join(folder, real, name)
  return existsSync(place) ? place : undefined
}

function textOf(file: string): string | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false })
  if (stats?.isFile() !== true || stats.size > MOST_BYTES) return undefined
  const input = readInput(file)
  return 'text' in input ? input.text.trim() : undefined
}
