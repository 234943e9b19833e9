import path from 'node:path'
import { type Checked, checkThemes } from './check-themes.js'
import { assertPluginOptions, configurationPlaces, type PluginOptions } from './plugin-options.js'

/** The check of a build, which a bundler runs again after changes. */
export class BuildCheck {
  /** The files, with slashes, after whose changes to check again; some may be missing. */
  watched: readonly string[] = []
  /** The folders, with slashes, after whose changes to check again. */
  folders: readonly string[] = []
  private root: string

  constructor(private readonly options: PluginOptions) {
    assertPluginOptions(options)
    this.root = path.resolve(options.root ?? '.')
  }

  /** Takes the root of the bundler, unless the options have one. */
  startAt(root: string | undefined): void {
    if (this.options.root === undefined && root !== undefined) this.root = path.resolve(root)
  }

  async check(): Promise<Checked> {
    const checked = await checkThemes(this.options, this.root)
    this.watched = [...configurationPlaces(this.options, this.root), ...checked.files]
    this.folders = checked.folders
    return checked
  }
}
