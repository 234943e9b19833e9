import { createUnplugin, type UnpluginInstance } from 'unplugin'
import { NoFilesError } from '../node/files.js'
import {
  assertPluginOptions,
  checkFile,
  type Found,
  inOneLine,
  type PluginOptions,
  themeFiles,
} from './check.js'

export type { PluginOptions } from './check.js'

/** What the contexts of the bundlers have in common, as far as they have it. */
interface Context {
  addWatchFile(file: string): void
  warn?(message: string): void
  getNativeBuildContext?(): {
    framework: string
    compilation?: { errors: unknown[]; warnings: unknown[] } | undefined
  }
}

/**
 * Checks theme files during a build with Vite, Rollup, Rolldown, webpack, Rspack or esbuild: prints findings
 * with their place, fails the build on errors, and checks again when a theme changes. It never changes a module.
 *
 * @example
 * // vite.config.js
 * import themeConvert from 'theme-convert/plugin'
 * export default { plugins: [themeConvert.vite({ files: 'public/themes', target: 'ocis-8' })] }
 */
const plugin: UnpluginInstance<PluginOptions | undefined, false> = createUnplugin(
  (options = {}, { framework }) => {
    assertPluginOptions(options)
    let root = options.root ?? process.cwd()
    let isServing = false
    let watched: readonly string[] = []

    const setRoot = (own: string | undefined) => {
      if (options.root === undefined && own !== undefined) root = own
    }

    return {
      name: 'theme-convert',
      async buildStart() {
        try {
          watched = await themeFiles(options, root)
        } catch (error) {
          // A development server goes on: the theme may be about to be written.
          if (!isServing || !(error instanceof NoFilesError)) throw error
          watched = []
          warn(this as Context, `theme-convert: ${error.message}`)
        }
        // esbuild takes them only with a module, see below.
        if (framework !== 'esbuild') for (const file of watched) this.addWatchFile(file)
        const found = watched.flatMap((file) => checkFile(file, options, root))
        tell(this as Context, found, root, isServing)
      },
      watchChange(id) {
        // Vite's server starts a build once; all others start one for each change.
        if (!isServing || !watched.includes(id.replaceAll('\\', '/'))) return
        tell(this as Context, checkFile(id, options, root), root, true)
      },
      vite: {
        configResolved(config) {
          setRoot(config.root)
          isServing = config.command === 'serve'
        },
      },
      webpack: (compiler) => setRoot(compiler.context),
      rspack: (compiler) => setRoot(compiler.context),
      esbuild: {
        setup(build) {
          setRoot(build.initialOptions.absWorkingDir)
          // Its watcher looks only at files that belong to a module.
          build.onResolve({ filter: /.*/ }, ({ kind }) =>
            kind === 'entry-point' ? { watchFiles: [...watched] } : undefined,
          )
        },
      },
    }
  },
)

export default plugin

function warn(context: Context, message: string): void {
  if (context.warn !== undefined) context.warn(message)
  else console.warn(message)
}

/**
 * Hands findings to the bundler.
 *
 * @param goesOn whether a development server has to survive errors
 * @throws Error that lists what fails the build
 */
function tell(context: Context, found: readonly Found[], root: string, goesOn: boolean): void {
  const { compilation } = context.getNativeBuildContext?.() ?? {}
  const fatal = found.filter(({ isFatal }) => isFatal)
  const others = goesOn ? found : found.filter(({ isFatal }) => !isFatal)
  for (const one of others) {
    if (one.finding.severity === 'info') continue
    const message = inOneLine(one, root)
    if (compilation !== undefined) compilation.warnings.push(new Error(message))
    else warn(context, message)
  }
  if (fatal.length === 0 || goesOn) return
  const lines = fatal.map((one) => inOneLine(one, root))
  const error = new Error(`theme-convert: the themes can't be used as they are.\n${lines.join('\n')}`)
  // In webpack, an error of the compilation leaves its watcher running.
  if (compilation === undefined) throw error
  compilation.errors.push(error)
}
