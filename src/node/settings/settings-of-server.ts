import type { Mount } from '../../settings/service.js'
import type { ServerProcess } from '../../settings/services.js'
import type { Environment } from '../../settings/settings.js'

/** The environment variables of a server, and what is known of its containers. */
export interface ServerSettings {
  readonly variables: Environment
  /** Where the variables come from, in words. */
  readonly source: string
  /** The files with the variables; empty for those of this process. */
  readonly files: readonly string[]
  /** The mounts of the container, from compose files. */
  readonly mounts: readonly Mount[]
  /** The image of the container. */
  readonly image?: string
  /** The service of the compose files that runs the web service. */
  readonly service?: string
  /** The variables whose values are from `web.yaml` or `ocis.yaml`, with the keys and the file. */
  readonly places?: Readonly<Record<string, string>>
  /** Why such a file can't be read, as sentences. */
  readonly unseen?: readonly string[]
  /** These files, where there are any. */
  readonly configurations?: readonly string[]
  /** The processes that run the server or a part of it, as far as they are known. */
  readonly processes: readonly ServerProcess[]
  /** Whether these are known to be all settings of the server: `false` for the variables of this process. */
  readonly isWhole: boolean
  /** Why given settings are not known to be all, as a sentence. */
  readonly gap?: string
  /** Notes on the settings, as sentences. */
  readonly notes: readonly string[]
}
