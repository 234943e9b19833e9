import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'
import { type OutputChunk, type RollupBuild, rollup } from 'rollup'
import { lazy, MARK } from './lazy.js'

const [legacy, current, openCloud] = ['legacy-theme', 'theme', 'opencloud-theme'].map((name) =>
  path.resolve('examples', 'acme', `${name}.json`),
) as [string, string, string]

/**
 * The calls of the command that have to start fast. Most of their time is spent on loading: each file costs some, and each
 * kilobyte. So the modules that the same calls load are in one file.
 */
const frequentCalls = {
  convert: [
    ['convert', legacy],
    ['convert', current, '--target', 'ocis-7'],
  ],
  detect: [['detect', legacy]],
  validate: [['validate', current]],
  opencloud: [
    ['convert', legacy, '--target', 'opencloud-7.3'],
    ['convert', current, '--target', 'opencloud-7.3'],
  ],
}

/** Other calls: the modules that the first of them loads, and no frequent one, are in a file of their own. */
const otherCalls = {
  output: [
    ['convert', legacy, '--output', 'theme.json'],
    ['validate', 'theme.json'],
  ],
  'validate-legacy': [['validate', legacy]],
  'validate-opencloud': [['validate', openCloud]],
  resolve: [['resolve', current]],
}

/** The folder, below that of the build, of the files that only other files of the build load. */
const PARTS = 'parts'

/**
 * Bundles the package as CommonJS. A file loads another one on first use.
 *
 * @param entries the entry modules by the names of their files; `cli` is the command
 * @param folder the folder of the build
 * @param options the options for esbuild, which bundles packages
 */
export async function bundleCommonjs(
  entries: Readonly<Record<string, string>>,
  folder: string,
  options: BuildOptions,
): Promise<void> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'commonjs-'))
  try {
    await writeModules(scratch, options)
    const inScratch = (file: string) => path.join(scratch, path.relative('src', moduleName(file)))
    const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, inScratch(file)]))
    const bundle = await bundleOf(input)
    const isEntry = new Set(Object.values(input))
    const nameOf = (id: string) =>
      isEntry.has(id)
        ? undefined
        : path.relative(scratch, id).replace(`${MARK}.js`, '').replaceAll(path.sep, '-')
    // First each module is a file of its own, to see which ones the calls load.
    await write(bundle, path.join(scratch, 'apart'), nameOf)
    const groups = groupsOf(path.join(scratch, 'apart'))
    await write(bundle, folder, (id) => groups.get(nameOf(id) ?? ''), options)
    await bundle.close()
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** The group of each module that the calls load, by the name of the module: the names of those calls. */
function groupsOf(folder: string): Map<string, string> {
  const groups = new Map<string, string>()
  for (const calls of [frequentCalls, otherCalls]) {
    for (const [call, variants] of Object.entries(calls)) {
      const names = variants.flatMap((args) => partsLoadedBy(path.join(folder, 'cli.cjs'), args))
      for (const name of new Set(names)) {
        const group = groups.get(name)
        if (group === undefined) groups.set(name, needsNode(name) ? `command-${call}` : call)
        else if (calls === frequentCalls) groups.set(name, `${group}-${call}`)
      }
    }
  }
  const sizes = new Map<string, number>()
  for (const [name, group] of groups)
    sizes.set(group, (sizes.get(group) ?? 0) + statSync(path.join(folder, PARTS, `${name}.cjs`)).size)
  for (const [name, group] of groups) groups.set(name, groupToJoin(group, sizes))
  return groups
}

/** Less code than this, before it is minified, loads faster with other code than as a file of its own. */
const SMALL = 9_000

/** The group itself, or for a small one the smallest that the same calls load anyway. */
function groupToJoin(group: string, sizes: ReadonlyMap<string, number>): string {
  if ((sizes.get(group) as number) >= SMALL) return group
  const isCommand = (name: string) => name.startsWith('command-')
  const joins = (other: string) =>
    isCommand(other) === isCommand(group) && group.split('-').every((call) => other.split('-').includes(call))
  const [smallest] = [...sizes]
    .filter(([other, size]) => size >= SMALL && joins(other))
    .sort(([, one], [, other]) => one - other)
  return smallest?.[0] ?? group
}

/** Whether a module may use Node's own modules; it is in no file that the library needs. */
const needsNode = (name: string) => /^(?:cli|node|plugin)-/.test(name)

/** The name of the compiled module of a source, or of a reference to it. */
const moduleName = (file: string) => file.replace(/\.[jt]s$/, `${MARK}.js`)

/** Compiles each source to a module of JavaScript, with the code that it uses of packages. */
async function writeModules(folder: string, options: BuildOptions): Promise<void> {
  const apart: Plugin = {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\..*\.js$/ }, ({ path: file, importer, kind }) =>
        kind === 'entry-point' || importer.includes('node_modules')
          ? undefined
          : { path: moduleName(file), external: true },
      )
    },
  }
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  await build({
    ...options,
    plugins: [apart, ...(options.plugins ?? [])],
    entryPoints: files.filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).map((file) => path.join('src', file)),
    outbase: 'src',
    outdir: folder,
    entryNames: `[dir]/[name]${MARK}`,
    chunkNames: `packages/[hash]${MARK}`,
    bundle: true,
    splitting: true,
    format: 'esm',
  })
}

function bundleOf(input: Record<string, string>): Promise<RollupBuild> {
  return rollup({
    input,
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
    // Loading a file has no side effects, so imports of which nothing is used are dropped.
    treeshake: { moduleSideEffects: 'no-external' },
    onLog(level, log, handle) {
      // Circular chunks are no problem for files that are loaded on first use; a chunk of types only is empty.
      if (log.code !== 'CIRCULAR_CHUNK' && log.code !== 'EMPTY_BUNDLE') handle(level, log)
    },
  })
}

/**
 * Writes a bundle as files of CommonJS.
 *
 * @param groupOf the name of the file for a module; `undefined` leaves it to Rollup
 * @param minified the options to minify with; without them the files aren't minified
 */
async function write(
  bundle: RollupBuild,
  folder: string,
  groupOf: (id: string) => string | undefined,
  minified?: BuildOptions,
): Promise<void> {
  const { output } = await bundle.generate({
    format: 'cjs',
    exports: 'named',
    interop: 'auto',
    hoistTransitiveImports: false,
    onlyExplicitManualChunks: true,
    manualChunks(id) {
      const group = groupOf(id)
      return group && group + MARK
    },
    entryFileNames: '[name].cjs',
    chunkFileNames: ({ name }) => `${PARTS}/${name.replace(MARK, '')}.cjs`,
  })
  mkdirSync(path.join(folder, PARTS), { recursive: true })
  for (const { fileName, code } of output as OutputChunk[]) {
    const text = lazy(code)
    const { target } = minified ?? {}
    // Node prints the whole line that throws an error.
    const options = { minify: true, lineLimit: 160, format: 'cjs', ...(target && { target }) } as const
    writeFileSync(path.join(folder, fileName), minified ? (await transform(text, options)).code : text)
  }
}

/** The names of the parts that a call of the command loads. */
function partsLoadedBy(command: string, args: readonly string[]): string[] {
  const script = `
    process.on('exit', () => fs.writeSync(3, JSON.stringify(Object.keys(require.cache))))
    require(process.argv[1])`
  const { output, stderr } = spawnSync(process.execPath, ['-e', script, command, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    cwd: path.dirname(command),
    env: { ...process.env, THEME_CONVERT_DEBUG: 'true' },
  })
  const [, , , loaded = ''] = output ?? []
  if (!loaded) throw new Error(`theme-convert ${args.join(' ')}: ${stderr}`)
  const files: string[] = JSON.parse(loaded)
  return files.filter((file) => file !== command).map((file) => path.basename(file, '.cjs'))
}
