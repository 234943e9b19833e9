import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BuildOptions } from 'esbuild'
import { defineConfig, type Options } from 'tsup'
import { bundleCommonjs } from './scripts/commonjs.js'

/** lodash looks for the global object with `Function('return this')()` too, which strict pages forbid. */
const globalObject: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'global-object',
  setup({ onLoad }) {
    onLoad({ filter: /lodash-es[\\/]_root\.js$/ }, () => ({ contents: 'export default globalThis' }))
  },
}

/** How everything is compiled. */
const compilation = { target: 'es2022', platform: 'node', external: ['sharp'] } satisfies Options

/** How packages are bundled: their ES modules can be taken apart, their UMD variants can't. */
const packages = {
  mainFields: ['module', 'main'],
  legalComments: 'none',
  // Of the scanner alone; the whole package has tables beside it that nothing reads.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/impl/scanner.js' },
} satisfies BuildOptions

const esm: Options = {
  ...compilation,
  esbuildPlugins: [globalObject],
  splitting: true,
  sourcemap: false,
  // No file does anything when it is loaded, so none is loaded that nothing is taken from.
  treeshake: { moduleSideEffects: 'no-external' },
  esbuildOptions(options) {
    Object.assign(options, packages)
  },
}

/** What the package exports, by its address. */
const entries = {
  index: 'src/index.ts',
  node: 'src/node/index.ts',
  owncloud: 'src/owncloud.ts',
  plugin: 'src/plugin/index.ts',
  preview: 'src/preview/index.ts',
  report: 'src/report/index.ts',
}

/** The modules that an entry takes its functions and tables from, each of which becomes a file of its own. */
function modulesOf(entry: string): Record<string, string> {
  const text = readFileSync(entry, 'utf8')
  const files = [...text.matchAll(/^export (?!type).*?from '(.+?)\.js'$/gms)].map(([, name]) =>
    path.posix.join(path.posix.dirname(entry), `${name}.ts`),
  )
  return Object.fromEntries(files.map((file) => [path.posix.basename(file, '.ts'), file]))
}

/** Modules with tables that no mark makes pure: those of packages, and one of ours. */
const impureModules = {
  'bundled/kebab-case': 'src/resolve/kebab-case.ts',
  'bundled/nearest': 'src/findings/nearest.ts',
  'bundled/parse-color': 'src/css/parse-color.ts',
  'bundled/colors': 'src/css/colors.ts',
  'bundled/trouble': 'src/json/trouble.ts',
  'bundled/syntax-causes': 'src/json/syntax-causes.ts',
}

export default defineConfig([
  {
    ...esm,
    // Bundlers leave out files of a split build, where of one large file they have to keep what isn't marked as pure.
    entry: { ...impureModules, ...modulesOf(entries.index), ...modulesOf(entries.report), ...entries },
    format: ['esm'],
    minify: false,
    async onSuccess() {
      // The command starts faster as CommonJS, and shares the files with those who `require` the library.
      await bundleCommonjs({ ...entries, cli: 'src/cli/main.ts' }, 'dist', {
        ...compilation,
        ...packages,
        plugins: [globalObject],
      })
    },
  },
  { entry: entries, format: ['esm', 'cjs'], dts: { only: true } },
])
