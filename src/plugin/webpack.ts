import path from 'node:path'
import { BuildCheck } from './build-check.js'
import type { PluginOptions } from './plugin-options.js'

/** A plugin of webpack or Rspack. */
export interface WebpackPlugin {
  apply(compiler: WebpackCompiler): void
}

/** What the plugin uses of a compiler. */
export interface WebpackCompiler {
  readonly context: string
  readonly hooks: {
    readonly make: { tapPromise(name: string, run: (compilation: WebpackCompilation) => Promise<void>): void }
  }
}

/** What it uses of a compilation. */
export interface WebpackCompilation {
  readonly errors: Error[]
  readonly warnings: Error[]
  readonly fileDependencies: { add(file: string): unknown }
  readonly contextDependencies: { add(folder: string): unknown }
  getLogger(name: string): { info(message: string): void }
}

/** For webpack and Rspack. */
export function webpack(options: PluginOptions = {}): WebpackPlugin {
  const build = new BuildCheck(options)
  return {
    apply(compiler) {
      build.startAt(compiler.context)
      compiler.hooks.make.tapPromise('theme-convert', async (compilation) => {
        const { infos, warnings, error } = await build.check()
        for (const file of build.watched) compilation.fileDependencies.add(path.normalize(file))
        for (const folder of build.folders) compilation.contextDependencies.add(path.normalize(folder))
        const logger = compilation.getLogger('theme-convert')
        for (const { text } of infos) logger.info(text)
        compilation.warnings.push(...warnings.map(({ text }) => new Error(text)))
        // An error of the compilation leaves the watcher running.
        if (error !== undefined) compilation.errors.push(error)
      })
    },
  }
}
