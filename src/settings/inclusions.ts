import { isObject } from '../json/value.js'
import { SettingsError } from './error.js'

/** Files that a compose file includes; together they are a project. */
export interface Inclusion {
  readonly paths: readonly string[]
  /** Where their relative paths start; the folder of the first one unless given. */
  readonly folder: string | undefined
  /** Their environment files; ".env" in their folder unless given. */
  readonly environmentFiles: readonly string[] | undefined
}

/**
 * The value of `include` in a compose file.
 *
 * @throws SettingsError for a form that Compose doesn't know
 */
export function inclusionsOf(file: string, raw: unknown): Inclusion[] {
  if (raw === undefined || raw === null) return []
  const fail = () => new SettingsError(`${file}: "include" has an unknown form.`)
  const textsOf = (value: unknown) => {
    const list: unknown[] = Array.isArray(value) ? value : [value]
    if (list.every((item) => typeof item === 'string')) return list
    throw fail()
  }
  if (!Array.isArray(raw)) throw fail()
  return raw.map((item: unknown): Inclusion => {
    if (!isObject(item)) return { paths: textsOf(item), folder: undefined, environmentFiles: undefined }
    const { path: paths, project_directory: folder, env_file: environment } = item
    return {
      paths: textsOf(paths),
      folder: typeof folder === 'string' ? folder : undefined,
      environmentFiles: environment === undefined ? undefined : textsOf(environment),
    }
  })
}
