import type { Plan } from '../instance/plan.js'
import { isOpenCloud } from '../settings/across-products.js'
import type { ServerProcess } from '../settings/services.js'
import { isSet } from '../settings/settings.js'
import { defaultOpenCloudTarget, type TargetId } from '../targets/index.js'
import { goneVariables, type Release, releaseOf } from './release-facts.js'

/** The content of the data folder. */
export interface Looked {
  readonly plan: Plan
  /** The call that applies the plan, such as `theme-convert migrate … --to …`. */
  readonly call?: string
  /** The call that checks the folder, such as `theme-convert validate …`. */
  readonly check?: string
  /** What to do before that call, as a sentence. */
  readonly first?: string
}

/** The content of the data folder, or the reason why it can't be read. */
export type DataFolder = Looked | { readonly problem: string }

/** An upgrade of a server, with what is known of the server. */
export interface Upgrade {
  /** At least one. */
  readonly processes: readonly ServerProcess[]
  /** The variables whose values are from files, with the keys and the file. */
  readonly places?: Readonly<Record<string, string>>
  /** Whether these are known to be all settings of the server. */
  readonly isWhole: boolean
  /** Why given settings are not known to be all, as a sentence. */
  readonly gap?: string
  /** The current release; `undefined` for any earlier one. */
  readonly from?: string
  readonly target: TargetId
  readonly data: DataFolder
  /** Whether `ocis.yaml` has a service account; `undefined` where that file can't be read. */
  readonly hasServiceAccount?: boolean
  /** The mounted paths in the container of the server. */
  readonly mountTargets?: readonly string[]
  /** The reason why the configuration of the web service can't be read. */
  readonly webProblem?: string
}

/** Whether an upgrade includes the changes of a release. */
export function goesOver({ from, target }: Pick<Upgrade, 'from' | 'target'>, release: Release): boolean {
  return releaseOf(target) >= release && (from === undefined || releaseOf(from) < release)
}

/** Whether an upgrade is from or to OpenCloud. */
export function isOfOpenCloud({ from = '', target }: Pick<Upgrade, 'from' | 'target'>): boolean {
  return isOpenCloud(from) || isOpenCloud(target)
}

/** The names of variables that both products have. */
export type Side = 'ocis' | 'openCloud'

export const sideOf = (release: string): Side => (isOpenCloud(release) ? 'openCloud' : 'ocis')

/** Whether an upgrade is, or may be, one to the other product. */
export function isMove({ from, target }: Pick<Upgrade, 'from' | 'target'>): boolean {
  return from === undefined || sideOf(from) !== sideOf(target)
}

/** The call that migrates themes to an OpenCloud server, which has its own folder. */
export function transferCall(target: TargetId, folder = 'FOLDER'): string {
  const release = target === defaultOpenCloudTarget ? '' : ` --target ${target}`
  return `theme-convert migrate ${folder} --to NEWFOLDER${release}`
}

/** The call of `migrate` for an upgrade, as far as it is known. */
export function migrateCall(upgrade: Pick<Upgrade, 'from' | 'target' | 'data'>): string {
  const { data, target } = upgrade
  if ('plan' in data) return data.call ?? 'migrate'
  return isOpenCloud(target) && isMove(upgrade) ? transferCall(target) : 'migrate'
}

/** Whether a name matches a pattern, in which `*` stands for one or more characters. */
export function matches(pattern: string, name: string): boolean {
  const [start = '', end] = pattern.split('*')
  if (end === undefined) return name === pattern
  return name.startsWith(start) && name.endsWith(end) && name.length > start.length + end.length
}

/** A variable that is set, with the services that set it. */
export interface SetVariable {
  readonly name: string
  /** What sets it: its name, or the key in a file. */
  readonly shown: string
  readonly values: readonly string[]
  readonly services: readonly string[]
  /** The variables of each process that sets it. */
  readonly beside: readonly ServerProcess['variables'][]
}

/** The set variables that match a name or pattern. An empty one isn't set, as for the server. */
export function setVariables({ processes, places = {} }: Upgrade, pattern: string): SetVariable[] {
  const names = processes.flatMap(({ variables }) =>
    Object.keys(variables).filter((name) => matches(pattern, name) && isSet(variables, name)),
  )
  return [...new Set(names)].map((name) => {
    const setting = processes.filter(({ variables }) => isSet(variables, name))
    return {
      name,
      shown: places[name] ?? name,
      values: [...new Set(setting.map(({ variables }) => variables[name] as string))],
      services: processes.length > 1 ? setting.flatMap((process) => process.name ?? []) : [],
      beside: setting.map(({ variables }) => variables),
    }
  })
}

/** The set variables that match a name or pattern and that the target still reads: the others are only to be removed. */
export function readVariables(upgrade: Upgrade, pattern: string): SetVariable[] {
  const gone = goneVariables.filter((fact) => releaseOf(upgrade.target) >= fact.gone)
  return setVariables(upgrade, pattern).filter(({ name }) => !gone.some((fact) => matches(fact.name, name)))
}
