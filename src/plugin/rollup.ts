import { existsSync } from 'node:fs'
import { getOrInsert } from '../json/get-or-insert.js'
import { slashed } from '../node/split-pattern.js'
import { BuildCheck } from './build-check.js'
import type { Line } from './check-themes.js'
import type { PluginOptions } from './plugin-options.js'
import { ServerReports, type ViteServer } from './server-reports.js'

/** A plugin of Vite, Rollup or Rolldown. */
export interface RollupPlugin {
  readonly name: string
}

/** What the plugin uses of the context of a hook. */
interface Context {
  addWatchFile(file: string): void
  info(message: string): void
  warn(message: string): void
  /** In Vite. */
  readonly environment?: { readonly name: string }
}

/** The environment that reports each finding: Vite builds a project once for each environment. */
const reporters = new Map<string, string>()

/** For Rollup and Rolldown. */
export function rollup(options: PluginOptions = {}): RollupPlugin {
  return buildHooks(new BuildCheck(options))
}

function buildHooks(build: BuildCheck) {
  return {
    name: 'theme-convert',
    async buildStart(this: Context) {
      const { infos, warnings, error } = await build.check()
      watch(this, build)
      const name = this.environment?.name
      const isOwn = ({ text }: Line) =>
        name === undefined || getOrInsert(reporters, text, () => name) === name
      for (const { text } of infos.filter(isOwn)) this.info(text)
      for (const { text } of warnings.filter(isOwn)) this.warn(text)
      if (error !== undefined) throw error
    },
  }
}

/** For Vite: in its server, a change starts no build. */
export function vite(options: PluginOptions = {}): RollupPlugin {
  const build = new BuildCheck(options)
  const hooks = buildHooks(build)
  let reports: ServerReports | undefined
  return {
    ...hooks,
    configResolved: ({ root }: { root: string }) => build.startAt(root),
    configureServer(server: ViteServer) {
      reports = new ServerReports(server)
    },
    async buildStart(this: Context) {
      if (reports === undefined) return await hooks.buildStart.call(this)
      reports.report(await build.check(), true)
      watch(this, build)
    },
    async watchChange(this: Context, id: string, { event }: { event: 'create' | 'update' | 'delete' }) {
      if (reports === undefined) return
      const isWatched = build.watched.includes(slashed(id))
      if (!isWatched && (event !== 'create' || !id.endsWith('.json'))) return
      reports.report(await build.check(), isWatched)
      watch(this, build)
    },
  } as RollupPlugin
}

function watch(context: Context, { watched, folders }: BuildCheck): void {
  for (const place of [...watched, ...folders]) if (existsSync(place)) context.addWatchFile(place)
}
