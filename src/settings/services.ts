import { productOfImage } from './across-products.js'
import type { ComposeService } from './compose.js'
import { SettingsError } from './error.js'
import type { Environment } from './settings.js'

/** A process that runs the server or a part of it. */
export interface ServerProcess {
  /** The service of the compose files; `undefined` without compose files. */
  readonly name?: string
  /** Its variables; empty where they can't be read. */
  readonly variables: Environment
  /** The reason why they can't be read. */
  readonly problem?: string
  /** Whether it runs NATS, where the service registry of oCIS 5 and later keeps its data. */
  readonly runsNats: boolean
}

/** The part of the server that a service runs: all of it, one of its services, or none. */
export type Part = 'server' | 'web' | 'nats' | 'other' | 'none'

/** A service that runs the server or a part of it. */
export interface ServerPart {
  readonly service: ComposeService
  readonly part: Part
}

const programs = /^(?:.*\/)?(?:ocis|opencloud)$/

/** The part of the server that a service runs, by its interpolated image and command. */
function partOf({ image = '', entrypoint, command }: ComposeService): Part {
  const words = [...(entrypoint ?? []), ...(command ?? [])].flatMap((word) => word.split(/[\s;&|]+/))
  const calls = words.flatMap((word, index) => (programs.test(word) ? [index + 1] : []))
  if (calls.length === 0) {
    if (productOfImage(image) === undefined) return 'none'
    // The entry point of the image is the program, and its default command is "server".
    if (entrypoint !== undefined && entrypoint.length > 0) return 'other'
    const [first = 'server'] = command ?? []
    return partNamed(first)
  }
  const parts = calls.map((at) => partNamed(words[at] ?? 'server'))
  return (
    parts.find((part) => part === 'server' || part === 'web') ??
    parts.find((part) => part !== 'none') ??
    'none'
  )
}

function partNamed(word: string): Part {
  // "init" only writes the configuration.
  if (word === 'init') return 'none'
  if (word === 'server' || word.startsWith('-')) return 'server'
  return word === 'web' || word === 'nats' ? word : 'other'
}

/**
 * The service that runs the web service, and all that run a part of the server.
 *
 * @param named the service that the caller names
 * @param rules whether a service with the whole server runs the web service, and whether Compose starts a service
 * @returns the services, and others with a part of the server that are not started
 * @throws SettingsError that lists the services where none is certain
 */
export function chooseService(
  services: readonly ComposeService[],
  named: string | undefined,
  { runsWeb, isStarted }: Record<'runsWeb' | 'isStarted', (service: ComposeService) => boolean>,
): { service: ComposeService; processes: readonly ServerPart[]; others: readonly ComposeService[] } {
  const parts = services.map((service) => ({ service, part: partOf(service) }))
  const ofServer = parts.filter(({ part }) => part !== 'none')
  const mayRunWeb = ({ part, service }: ServerPart) =>
    part === 'web' || (part === 'server' && runsWeb(service))
  const started = ofServer.filter(({ service }) => service.name === named || isStarted(service))
  // A profile may be named in the call of Compose only.
  const isUsual = named !== undefined || started.some(mayRunWeb)
  const processes = isUsual ? started : ofServer
  const others = ofServer.filter((part) => !processes.includes(part)).map(({ service }) => service)
  const list = services
    .map(({ name, image }) => `${name}${image === undefined ? '' : ` (${image})`}`)
    .join(', ')
  if (named !== undefined) {
    const found = parts.find(({ service }) => service.name === named)
    if (found !== undefined)
      return { service: found.service, processes: [...new Set([...processes, found])], others }
    throw new SettingsError(`Unknown service "${named}". The services are ${list}.`)
  }
  const web = processes.filter(mayRunWeb)
  const [only, second] = web
  if (only !== undefined && second === undefined) return { service: only.service, processes, others }
  const reason =
    only === undefined
      ? 'None of the services is known to run the web service'
      : `Several services may run the web service (${web.map(({ service: { name } }) => name).join(', ')})`
  throw new SettingsError(
    `${reason}. Name the right one with --service: ${list === '' ? 'there is none' : list}.`,
  )
}
