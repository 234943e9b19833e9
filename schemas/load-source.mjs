// Loads modules of src for the generators.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** @param {string} contents exports, with paths relative to src */
export async function loadSource(contents, options = {}) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: source },
    bundle: true,
    format: 'esm',
    write: false,
    treeShaking: true,
    logLevel: 'error',
    mainFields: ['module', 'main'],
    ...options,
  })
  const [{ text }] = outputFiles
  return import(`data:text/javascript,${encodeURIComponent(text)}`)
}
