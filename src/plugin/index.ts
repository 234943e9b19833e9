import { existsSync } from 'node:fs'
import path from 'node:path'
import { createUnplugin, type UnpluginInstance } from 'unplugin'
import { ConfigurationError } from '../node/configuration/read-configuration.js'
import { NoFilesError } from '../node/find-files.js'
import { slashed } from '../node/split-pattern.js'
import { checkFile, type Found, inOneLine, themeFiles } from './check-themes.js'
import {
  assertPluginOptions,
  configurationPlaces,
  type PluginOptions,
  type Settings,
  settingsFrom,
} from './plugin-options.js'

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
    let isServing = false
    let settings: Settings | undefined
    let watched: readonly string[] = []

    const setRoot = (own: string | undefined) => {
      if (options.root === undefined && own !== undefined) root = path.resolve(own)
    }

    /** Reads the configuration, finds the files and checks them. */
    const checkAll = async (context: Context) => {
      try {
        settings = settingsFrom(options, root)
        watched = await themeFiles(settings)
      } catch (error) {
        // A development server continues, until the theme is written or the configuration is corrected.
        const isExpected = error instanceof NoFilesError || error instanceof ConfigurationError
        if (!isServing || !isExpected) throw error
        watched = []
        warn(context, `theme-convert: ${error.message}`)
        return
      }
      const current = settings
      for (const file of watched) context.addWatchFile(file)
      report(
        context,
        watched.flatMap((file) => checkFile(file, current)),
        { isServing, settings },
      )
    }

    return {
      name: 'theme-convert',
      async buildStart() {
        if (framework === 'esbuild') return
        for (const file of configurationPlaces(options, root)) if (existsSync(file)) this.addWatchFile(file)
        await checkAll(this as Context)
      },
      async watchChange(id) {
        // Only Vite's server doesn't start a new build for each change.
        if (!isServing) return
        const file = slashed(id)
        if (configurationPlaces(options, root).includes(file)) await checkAll(this as Context)
        else if (settings !== undefined && watched.includes(file))
          report(this as Context, checkFile(id, settings), { isServing, settings })
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
          // unplugin has no way to give warnings to esbuild, which shows them after its log level.
          build.onStart(async () => {
            const warnings: { text: string }[] = []
            await checkAll({
              addWatchFile() {},
              warn: (text) => void warnings.push({ text }),
              // esbuild takes no infos.
              info: infoLevels.includes(build.initialOptions.logLevel) ? console.info : () => {},
            })
            return { warnings }
          })
          // esbuild watches only files that belong to a module, so they come with the entry points.
          const own = Symbol('theme-convert')
          build.onResolve({ filter: /.*/ }, async ({ path: entry, pluginData, ...how }) => {
            if (how.kind !== 'entry-point' || pluginData === own) return undefined
            const { pluginData: data, ...found } = await build.resolve(entry, { ...how, pluginData: own })
            const watchFiles = [...watched, ...configurationPlaces(options, root)]
            return {
              ...found,
              ...(data !== own && { pluginData: data }),
              ...(found.path !== '' && { watchFiles }),
            }
          })
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

/** How findings are reported. */
interface ReportSettings {
  /** Whether a development server is running, which errors must not end. */
  readonly isServing: boolean
  readonly settings: Settings
}

/**
 * Reports findings to the bundler.
 *
 * @throws Error that lists the findings that fail the build
 */
function report(
  context: Context,
  found: readonly Found[],
  { isServing, settings: { maxWarnings, configuration } }: ReportSettings,
): void {
  const { compilation } = context.getNativeBuildContext?.() ?? {}
  const isWarning = ({ finding }: Found) => finding.severity === 'warning'
  const isTooMuch = found.filter(isWarning).length > maxWarnings
  const isFatal = (one: Found) => one.isFatal || (isTooMuch && isWarning(one))
  const fatal = found.filter(isFatal)
  const others = isServing ? found : found.filter((one) => !isFatal(one))
  for (const one of others) {
    const message = inOneLine(one)
    if (one.finding.severity === 'info') {
      if (compilation !== undefined) compilation.getLogger('theme-convert').info(message)
      else context.info?.(message)
    } else if (compilation !== undefined) compilation.warnings.push(new Error(message))
    else warn(context, message)
  }
  if (fatal.length === 0 || isServing) return
  const lines = fatal.map((one) => inOneLine(one))
  const source = configuration === undefined ? '' : ` (configuration: ${configuration.file})`
  const error = new Error(`theme-convert: the themes have errors${source}.\n${lines.join('\n')}`)
  // In webpack, an error of the compilation leaves its watcher running.
  if (compilation === undefined) throw error
  compilation.errors.push(error)
}
