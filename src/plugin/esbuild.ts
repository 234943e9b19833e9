import { BuildCheck } from './build-check.js'
import type { PluginOptions } from './plugin-options.js'

/** A plugin of esbuild, whose type of a build is inferred, because it gives their type to the plugins beside this one. */
export interface EsbuildPlugin<Build> {
  readonly name: string
  setup(build: Build): void
}

/** What the plugin uses of a build. */
export interface EsbuildBuild {
  readonly initialOptions: { readonly absWorkingDir?: string; readonly logLevel?: string }
  onStart(run: () => Promise<{ errors: { text: string }[]; warnings: { text: string }[] }>): void
  onResolve(
    options: { filter: RegExp },
    resolve: (
      args: EsbuildResolveArguments,
    ) => Promise<(EsbuildResolved & { watchFiles?: string[] }) | undefined>,
  ): void
  resolve(path: string, options: { kind: 'entry-point'; pluginData: unknown }): Promise<EsbuildResolved>
}

/** A path to resolve. */
export interface EsbuildResolveArguments {
  readonly path: string
  readonly kind: string
  readonly pluginData: unknown
}

/** A resolved path. */
export interface EsbuildResolved {
  readonly path: string
  readonly pluginData?: unknown
}

/** Log levels that show infos. */
const infoLevels = ['info', 'debug', 'verbose']

export function esbuild<Build extends EsbuildBuild>(options: PluginOptions = {}): EsbuildPlugin<Build> {
  const themes = new BuildCheck(options)
  return {
    name: 'theme-convert',
    setup(build) {
      const { absWorkingDir, logLevel = '' } = build.initialOptions
      themes.startAt(absWorkingDir)
      build.onStart(async () => {
        const { infos, warnings, error } = await themes.check()
        // esbuild takes no infos; it prints everything to standard error.
        if (infoLevels.includes(logLevel)) for (const line of infos) console.error(line)
        return {
          errors: error === undefined ? [] : [{ text: error.message }],
          warnings: warnings.map((text) => ({ text })),
        }
      })
      // esbuild watches only files that belong to a module, so they come with the entry points.
      const own = Symbol('theme-convert')
      build.onResolve({ filter: /.*/ }, async ({ path: entry, pluginData, kind, ...how }) => {
        if (kind !== 'entry-point' || pluginData === own) return undefined
        const { pluginData: data, ...found } = await build.resolve(entry, { ...how, kind, pluginData: own })
        return {
          ...found,
          ...(data !== own && { pluginData: data }),
          ...(found.path !== '' && { watchFiles: [...themes.watched] }),
        }
      })
    },
  }
}
