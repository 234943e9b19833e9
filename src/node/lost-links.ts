import { existsSync, lstatSync } from 'node:fs'
import path from 'node:path'
import { readInput } from './read-file.js'

/** The longest path of a system. */
const MOST_BYTES = 4096

/**
 * The target of a link that was copied as a text file. A folder from a Kubernetes ConfigMap has such links: `theme.json`
 * contains `..data/theme.json`, and `..data` contains the name of a folder.
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
