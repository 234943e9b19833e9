import { quoted } from '../json/quoted.js'
import type { ServerProcess } from '../settings/services.js'
import { isSet } from '../settings/settings.js'
import { type DoctorFinding, finding, missing, remove, rename, setTo } from './answer.js'
import { registry } from './release-facts.js'
import { readVariables, type Upgrade } from './upgrade.js'

/** Findings about how the processes of a server find each other. */
export function registryFindings(upgrade: Upgrade): DoctorFinding[] {
  return [...kindFindings(upgrade), ...misnamedFindings(upgrade), ...addressFindings(upgrade)]
}

function kindFindings(upgrade: Upgrade): DoctorFinding[] {
  const changes = [setTo(registry.kind, registry.successor)]
  return readVariables(upgrade, registry.kind).flatMap(({ values, services }) =>
    values.flatMap((kind) => {
      if (kind === registry.successor) return []
      const is = `${registry.kind} is ${quoted(kind)}`
      if ((registry.deprecated as readonly string[]).includes(kind)) {
        const text = `${is}, which is deprecated from oCIS ${registry.began} on.`
        return [finding('registry-deprecated', text, { services, changes })]
      }
      if (kind === registry.forTests) {
        const text = `${is}, which is for tests only from oCIS ${registry.began} on.`
        return [finding('registry-deprecated', text, { services, changes })]
      }
      if (kind === registry.disputed) {
        const text = `${is}. It works, and ${registry.successor} is the default: the upgrade guide calls this kind deprecated, the table of variables calls it supported.`
        return [finding('registry-deprecated', text, { services, severity: 'info' })]
      }
      return [
        missing(
          `${is}, a kind that theme-convert doesn't know. Unless you know that oCIS ${registry.began} has it, set ${registry.kind}=${registry.successor}.`,
          services,
        ),
      ]
    }),
  )
}

function misnamedFindings(upgrade: Upgrade): DoctorFinding[] {
  return readVariables(upgrade, registry.misnamed).map(({ services, beside }) => {
    const text = `${registry.misnamed} has no effect, contrary to a table of the upgrade guide.`
    return beside.every((variables) => isSet(variables, registry.address))
      ? finding('registry-address', text, {
          services,
          changes: [remove(registry.misnamed)],
          severity: 'info',
        })
      : finding('registry-address', text, {
          services,
          changes: [rename(registry.misnamed, registry.address)],
        })
  })
}

const isLoopback = (address: string) => /^(?:127\.|localhost(?:$|:)|\[?::1\]?(?:$|:))/i.test(address)

/** Several processes need the address of the one that runs NATS, and that one has to listen to them. */
function addressFindings(upgrade: Upgrade): DoctorFinding[] {
  const { processes } = upgrade
  const [only, second] = processes
  if (second === undefined) return only === undefined ? [] : partOfServer(only)
  const nats = processes.find(({ runsNats }) => runsNats)
  const address = `${nats?.name ?? '<the host that runs nats>'}:9233`
  return processes.flatMap((process) => {
    const { name = '', variables, problem, runsNats } = process
    if (problem !== undefined || variables[registry.kind] === registry.disputed) return []
    const services = [name]
    const variable = runsNats ? registry.host : registry.address
    const value = variables[variable] ?? ''
    if (value !== '' && !isLoopback(value)) return []
    // The rename is reported already.
    if (!runsNats && value === '' && isSet(variables, registry.misnamed)) return []
    const text = runsNats
      ? 'Several services run parts of the server. This one runs NATS, where all of them register, but accepts only local connections.'
      : 'Several services run parts of the server. This one looks for the registry in its own container.'
    const changes = [setTo(variable, runsNats ? registry.everywhere : address)]
    return [finding('registry-address', text, { services, changes })]
  })
}

/** Findings about a single process: others may run the services that it excludes, with variables that aren't known. */
function partOfServer({ name, variables }: ServerProcess): DoctorFinding[] {
  const named = ['RUN_SERVICES', 'EXCLUDE_RUN_SERVICES']
    .map((name) => `OCIS_${name}`)
    .find((name) => isSet(variables, name))
  if (isSet(variables, registry.address)) return []
  if (named === undefined) {
    const alone = `This is the answer for one process that runs the whole server. With several, set ${registry.address} of each to the address of the one with nats, and ${registry.host}=${registry.everywhere} there.`
    return name === undefined ? [finding('registry-address', alone, { severity: 'info' })] : []
  }
  return [
    missing(
      `${named} is set, so other processes may run the rest of the server, and their settings are not given. If there are any, set ${registry.address} of each to the address of the one with nats, and ${registry.host}=${registry.everywhere} there.`,
    ),
  ]
}
