import { esbuild } from './esbuild.js'
import { rollup, vite } from './rollup.js'
import { webpack } from './webpack.js'

export type {
  EsbuildBuild,
  EsbuildMessage,
  EsbuildPlugin,
  EsbuildResolveArguments,
  EsbuildResolved,
} from './esbuild.js'
export type { PluginOptions } from './plugin-options.js'
export type { RollupPlugin } from './rollup.js'
export type { WebpackCompilation, WebpackCompiler, WebpackPlugin } from './webpack.js'

const rolldown = rollup
const rspack = webpack

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
const plugin = { vite, rollup, rolldown, webpack, rspack, esbuild }

export default plugin
export { esbuild, rolldown, rollup, rspack, vite, webpack }
