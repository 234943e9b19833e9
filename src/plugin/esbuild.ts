import { BuildCheck } from './build-check.js'
import type { Line } from './check-themes.js'
import { type PluginOptions, shownPath } from './plugin-options.js'

/** A plugin of esbuild, whose type of a build is inferred, because it gives their type to the plugins beside this one. */
export interface EsbuildPlugin<Build> {
  readonly name: string
  setup(build: Build): void
}

/** What the plugin uses of a build. */
export interface EsbuildBuild {
  readonly initialOptions: { readonly absWorkingDir?: string; readonly logLevel?: string }
  onStart(run: () => Promise<{ errors: EsbuildMessage[]; warnings: EsbuildMessage[] }>): void
  onResolve(
    options: { filter: RegExp },
    resolve: (
      args: EsbuildResolveArguments,
    ) => Promise<(EsbuildResolved & { watchFiles?: string[]; watchDirs?: string[] }) | undefined>,
  ): void
  resolve(path: string, options: { kind: 'entry-point'; pluginData: unknown }): Promise<EsbuildResolved>
}

/** A message with its place, of which esbuild shows the line. */
export interface EsbuildMessage {
  readonly text: string
  readonly location?: {
    readonly file: string
    readonly line: number
    /** In bytes, from 0. */
    readonly column: number
    /** In bytes. */
    readonly length: number
    readonly lineText: string
  }
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
        if (infoLevels.includes(logLevel)) for (const { text } of infos) console.error(text)
        return {
          errors: error === undefined ? [] : [{ text: error.reason }, ...error.findings.map(messageOf)],
          warnings: warnings.map(messageOf),
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
          ...(found.path !== '' && { watchFiles: [...themes.watched], watchDirs: [...themes.folders] }),
        }
      })
    },
  }
}

function messageOf({ text, message, place }: Line): EsbuildMessage {
  if (place === undefined) return { text }
  const { file, range, line } = place
  const { start, end } = range
  const bytes = (until: number) => Buffer.byteLength(line.slice(0, until))
  const column = bytes(start.column - 1)
  const length = bytes(end.line === start.line ? end.column - 1 : line.length) - column
  return {
    text: message,
    location: { file: shownPath(file), line: start.line, column, length, lineText: line },
  }
}
