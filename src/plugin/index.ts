import { existsSync } from 'node:fs'
import path from 'node:path'
import { createUnplugin, type UnpluginInstance } from 'unplugin'
import { slashed } from '../node/split-pattern.js'
import { type Checked, checkThemes } from './check-themes.js'
import { assertPluginOptions, configurationPlaces, type PluginOptions } from './plugin-options.js'
import { ServerReports } from './server-reports.js'

export type { PluginOptions } from './plugin-options.js'

/** What the plugin uses of a bundler's context. */
interface Context {
  addWatchFile(file: string): void
  warn?(message: string): void
  info?(message: string): void
  getNativeBuildContext?(): { compilation?: Compilation | undefined }
}

/** What the plugin uses of a compilation of webpack or Rspack. */
interface Compilation {
  readonly errors: unknown[]
  readonly warnings: unknown[]
  getLogger(name: string): { info(message: string): void }
}

/** The log levels of esbuild that show infos. */
const infoLevels: readonly unknown[] = ['info', 'debug', 'verbose']

/**
 * Checks theme files during a build with Vite, Rollup, Rolldown, webpack, Rspack or esbuild: prints findings
 * with their place, fails the build on errors, and checks again when a theme changes. It never changes a module.
 *
 * Each bundler's function takes `PluginOptions`, and throws TypeError or RangeError for wrong ones.
 *
 * @example
 * // vite.config.js
 * import themeConvert from 'theme-convert/plugin'
 * export default { plugins: [themeConvert.vite({ files: 'public/themes', target: 'ocis-8' })] }
 */
const plugin: UnpluginInstance<PluginOptions | undefined, false> = createUnplugin(
  (options = {}, { framework }) => {
    assertPluginOptions(options)
    let root = path.resolve(options.root ?? '.')
    let serverReports: ServerReports | undefined
    let watched: readonly string[] = []

    const setRoot = (own: string | undefined) => {
      if (options.root === undefined && own !== undefined) root = path.resolve(own)
    }

    const check = async (context: Context): Promise<Checked> => {
      const checked = await checkThemes(options, root)
      watched = [...configurationPlaces(options, root), ...checked.files]
      for (const file of watched) if (existsSync(file)) context.addWatchFile(file)
      return checked
    }

    return {
      name: 'theme-convert',
      async buildStart() {
        if (framework === 'esbuild') return
        const checked = await check(this as Context)
        if (serverReports === undefined) report(this as Context, checked)
        else serverReports.report(checked, true)
      },
      async watchChange(id, { event }) {
        // Only Vite's server doesn't start a new build for each change.
        if (serverReports === undefined) return
        const isWatched = watched.includes(slashed(id))
        if (isWatched || (event === 'create' && id.endsWith('.json')))
          serverReports.report(await check(this as Context), isWatched)
      },
      vite: {
        configResolved: (config) => setRoot(config.root),
        configureServer(server) {
          serverReports = new ServerReports(server)
        },
      },
      webpack: (compiler) => setRoot(compiler.context),
      rspack: (compiler) => setRoot(compiler.context),
      esbuild: {
        setup(build) {
          setRoot(build.initialOptions.absWorkingDir)
          // unplugin has no way to give warnings to esbuild, which shows them after its log level.
          build.onStart(async () => {
            const warnings: { text: string }[] = []
            const context = {
              addWatchFile() {},
              warn: (text: string) => void warnings.push({ text }),
              // esbuild takes no infos.
              info: infoLevels.includes(build.initialOptions.logLevel) ? console.info : () => {},
            }
            report(context, await check(context))
            return { warnings }
          })
          // esbuild watches only files that belong to a module, so they come with the entry points.
          const own = Symbol('theme-convert')
          build.onResolve({ filter: /.*/ }, async ({ path: entry, pluginData, ...how }) => {
            if (how.kind !== 'entry-point' || pluginData === own) return undefined
            const { pluginData: data, ...found } = await build.resolve(entry, { ...how, pluginData: own })
            return {
              ...found,
              ...(data !== own && { pluginData: data }),
              ...(found.path !== '' && { watchFiles: [...watched] }),
            }
          })
        },
      },
    }
  },
)

export default plugin

/**
 * Reports findings to the bundler.
 *
 * @throws Error that lists the findings that fail the build
 */
function report(context: Context, { infos, warnings, error }: Checked): void {
  const { compilation } = context.getNativeBuildContext?.() ?? {}
  if (compilation === undefined) {
    for (const line of infos) context.info?.(line)
    for (const line of warnings) context.warn?.(line)
    if (error !== undefined) throw error
    return
  }
  const logger = compilation.getLogger('theme-convert')
  for (const line of infos) logger.info(line)
  compilation.warnings.push(...warnings.map((line) => new Error(line)))
  // An error of the compilation leaves webpack's watcher running.
  if (error !== undefined) compilation.errors.push(error)
}
