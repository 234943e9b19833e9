import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { inRoot, requireBuild, root } from './built.js'
import { bundle } from './bundle.js'

beforeAll(requireBuild)

/** The text of a bundle that takes one thing from an entry of the library. */
async function bundled(name: string, entry: string): Promise<string> {
  const { text } = await bundle({
    stdin: { contents: `export { ${name} } from './dist/${entry}.js'`, resolveDir: root },
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
  })
  return text
}

/** The size of such a bundle, in kB after brotli. */
const sizeOf = async (name: string, entry: string) =>
  brotliCompressSync(await bundled(name, entry)).length / 1000

describe('the size of a bundle with one import', () => {
  // With all targets, and with those of ownCloud: the goal, or what is reached so far. A release adds about 0.4 kB to
  // each of the last three.
  it.each([
    ['defineTheme', 0.1, 0.1],
    ['brandingFor', 2.2, 2.2],
    ['parseText', 8.1, 8.1],
    ['detectGeneration', 3.7, 3.7],
    ['detect', 8.7, 8.7],
    ['resolve', 21.3, 17.1],
    ['convert', 49, 36.6],
    ['validate', 49.9, 46.5],
  ])('of %s is at most %s kB, and %s kB for ownCloud alone', async (name, most, forOwnCloud) => {
    expect(await sizeOf(name, 'index')).toBeLessThanOrEqual(most)
    expect(await sizeOf(name, 'owncloud')).toBeLessThanOrEqual(forOwnCloud)
  })
})

it('the sizes on the page of the library are those of the bundles', async () => {
  const page = readFileSync(inRoot('docs', 'library.md'), 'utf8')
  const [, own, all] = /\((\d+) instead of (\d+) kB with gzip\)/.exec(page) ?? []
  const [, ...ofTargets] =
    /`targets` alone is (\d+) kB \((\d+) with gzip\), here (\d+) \((\d+)\)/.exec(page) ?? []
  const sizes = async (name: string, entry: string) => {
    const text = await bundled(name, entry)
    return [Buffer.byteLength(text), gzipSync(text).length].map((bytes) => bytes / 1000)
  }
  const actual = [
    ...[(await sizes('convert', 'owncloud'))[1], (await sizes('convert', 'index'))[1]],
    ...[...(await sizes('targets', 'index')), ...(await sizes('targets', 'owncloud'))],
  ]
  const said = [own, all, ...ofTargets].map(Number)
  expect(said).toHaveLength(actual.length)
  said.forEach((size, index) => {
    expect(Math.abs(size - (actual[index] as number)), `${size} kB`).toBeLessThan(Math.max(1, size * 0.03))
  })
})

describe('the ES modules', () => {
  it('build nothing when they are loaded, but for tables of bundled packages', async () => {
    // Without "sideEffects": what a bundler would keep is what it can't tell to do nothing.
    const folder = mkdtempSync(path.join(os.tmpdir(), 'theme-convert-pure-'))
    cpSync(inRoot('dist'), folder, { recursive: true, filter: (file) => !/\.(cjs|ts|cts)$/.test(file) })
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
    const { text } = await bundle({
      stdin: { contents: "import './index.js'", resolveDir: folder },
      format: 'esm',
      minifySyntax: true,
    })
    const left = [...text.matchAll(/^\/\/ .*?([\w-]+\.js)$/gm)].map(([, file]) => file as string)
    const allowed = readdirSync(path.join(folder, 'bundled'))
      .map((file) => readFileSync(path.join(folder, 'bundled', file), 'utf8'))
      .join('\n')
    rmSync(folder, { recursive: true })
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter((file) => !allowed.includes(file))).toEqual([])
  })
})

describe('the CommonJS files', () => {
  /** The text of all files of the build that are loaded when a script has run. */
  function loadedBy(script: string): string {
    const list = `${script};console.log(JSON.stringify(Object.keys(require.cache)))`
    const { stdout } = spawnSync(process.execPath, ['-e', list], { cwd: root, encoding: 'utf8' })
    const files: string[] = JSON.parse(stdout)
    // The build breaks long lines, also within strings.
    return files.map((file) => readFileSync(file, 'utf8').replaceAll('\\\n', '')).join('\n')
  }

  it('load what is used, when it is used', () => {
    const nothing = loadedBy("require('./dist/index.cjs')")
    const converted = loadedBy("require('./dist/index.cjs').convert({ common: {}, clients: { web: {} } })")
    const other = loadedBy("require('./dist/index.cjs').convert({}, { target: 'opencloud-7.3' })")
    expect(nothing.length).toBeLessThan(10_000)
    expect(converted.length).toBeLessThan(300_000)
    // It is in what all targets of OpenCloud are made from.
    const ofOpenCloud = 'OpenCloud Web 4.0 and later have no such tokens'
    expect(converted.includes(ofOpenCloud)).toBe(false)
    expect(other.includes(ofOpenCloud)).toBe(true)
  })

  it('can be loaded in any order, though some load each other', () => {
    const script = `for (const file of process.argv.slice(1)) {
      for (const other of Object.keys(require.cache)) delete require.cache[other]
      const exported = require(file)
      for (const name of Object.keys(exported)) exported[name]
    }`
    const parts = readdirSync(inRoot('dist', 'parts')).map((file) => inRoot('dist', 'parts', file))
    expect(parts.length).toBeGreaterThan(20)
    expect(spawnSync(process.execPath, ['-e', script, ...parts], { encoding: 'utf8' })).toMatchObject({
      stderr: '',
      status: 0,
    })
  })
})

describe('the command', () => {
  // Each file costs some of the time that a call takes to start, and so does each kB.
  it.each([
    ['convert', 7, 204],
    ['detect', 7, 70],
  ])('%s loads at most %i files and %i kB', (verb, files, most) => {
    const script = 'process.on("exit", () => fs.writeSync(2, JSON.stringify(Object.keys(require.cache))))'
    const args = ['-e', `${script};require(process.argv[1])`, inRoot('dist', 'cli.cjs'), verb]
    const { stderr } = spawnSync(
      process.execPath,
      [...args, inRoot('examples', 'acme', 'legacy-theme.json')],
      {
        encoding: 'utf8',
      },
    )
    const loaded: string[] = JSON.parse(stderr.slice(stderr.lastIndexOf('[')))
    expect(loaded.length).toBeGreaterThan(1)
    expect(loaded.length).toBeLessThanOrEqual(files)
    expect(loaded.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(most * 1000)
  })
})

describe('the build', () => {
  it('has the code once as ES modules and once as CommonJS', () => {
    const total = (ending: string) =>
      readdirSync(inRoot('dist'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(ending))
        .reduce((sum, file) => sum + statSync(inRoot('dist', file)).size, 0)
    expect(total('.js')).toBeLessThan(1_660_000)
    expect(total('.cjs')).toBeLessThan(1_150_000)
  })
})
