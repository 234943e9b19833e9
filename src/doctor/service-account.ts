import { isSet } from '../settings/settings.js'
import { type DoctorFinding, finding, missing, setTo } from './answer.js'
import { serviceAccount } from './release-facts.js'
import { readVariables, type Upgrade } from './upgrade.js'

/** Findings about a missing service account. */
export function serviceAccountFindings(upgrade: Upgrade): DoctorFinding[] {
  if (upgrade.hasServiceAccount === true) return []
  const { processes } = upgrade
  const lacking = serviceAccount.variables.filter((name) =>
    processes.some(({ variables, problem }) => problem === undefined && !isSet(variables, name)),
  )
  if (lacking.length === 0) return []
  const values = {
    OCIS_SERVICE_ACCOUNT_ID: '<a random UUID>',
    OCIS_SERVICE_ACCOUNT_SECRET: '<a strong secret>',
  }
  const changes = lacking.map((variable) => setTo(variable, values[variable]))
  const own = serviceAccount.perService
    .flatMap((pattern) => readVariables(upgrade, pattern))
    .map(({ name }) => name)
    .filter((name) => !(serviceAccount.variables as readonly string[]).includes(name))
  const without = 'Without a service account oCIS 5 and later do not start.'
  if (own.length > 0) {
    return [
      missing(
        `${without} There are accounts of single services (${own.join(', ')}), but perhaps not of every service. Set ${lacking.join(' and ')} for all of them.`,
      ),
    ]
  }
  if (upgrade.hasServiceAccount === false) {
    const nowhere = `${without} Neither the variables nor ocis.yaml have one.`
    return [
      finding('service-account-missing', nowhere, { changes, services: servicesLacking(upgrade, lacking) }),
    ]
  }
  return [
    missing(
      `${without} ${lacking.join(' and ')} ${lacking.length > 1 ? 'are' : 'is'} not set, and whether ocis.yaml has one isn't known. Unless it has: ${lacking.map((variable) => `set ${variable}=${values[variable]}`).join(', ')}.`,
      servicesLacking(upgrade, lacking),
    ),
  ]
}

function servicesLacking({ processes }: Upgrade, names: readonly string[]): string[] {
  if (processes.length < 2) return []
  return processes.flatMap(({ name, variables, problem }) =>
    name !== undefined && problem === undefined && names.some((lacking) => !isSet(variables, lacking))
      ? [name]
      : [],
  )
}
