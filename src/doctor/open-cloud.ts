import { changesOf } from '../generated/target-facts.js'
import { isOpenCloud, openCloudNames, productDefaults } from '../settings/across-products.js'
import { isSet } from '../settings/settings.js'
import { type TargetId, targetIds, targets } from '../targets/index.js'
import { quotedCall } from '../text/quoted-call.js'
import { type DoctorFinding, finding, missing, type QuestionId, rename } from './answer.js'
import { commonVariables, goneVariables, registry, serviceAccount, stores } from './release-facts.js'
import { isMove, matches, migrateCall, readVariables, setVariables, sideOf, type Upgrade } from './upgrade.js'

/** The name of the server, which reads the variables. */
const serverOf = (target: TargetId) => (sideOf(target) === 'ocis' ? 'oCIS' : 'OpenCloud')

/** Findings about variables that the target reads under another name, and about its data folder. */
export function renamedFindings(upgrade: Upgrade): DoctorFinding[] {
  const product = serverOf(upgrade.target)
  const isBack = !isOpenCloud(upgrade.target)
  const renamed = openCloudNames.flatMap(([ocis, openCloud]) => {
    const [old, now] = isBack ? [openCloud, ocis] : [ocis, openCloud]
    return setVariables(upgrade, old)
      .filter(({ beside }) => beside.some((variables) => !isSet(variables, now)))
      .map(({ services }) =>
        finding('variable-renamed', `${product} doesn't read ${old}.`, {
          services,
          changes: [rename(old, now)],
        }),
      )
  })
  return [...renamed, ...dataFolderFindings(upgrade, product), ...unknownNames(upgrade, product)]
}

function dataFolderFindings(upgrade: Upgrade, product: string): DoctorFinding[] {
  const { processes, target, mountTargets = [] } = upgrade
  const { data, dataVariable } = productDefaults
  const now = sideOf(target)
  const old = now === 'ocis' ? 'openCloud' : 'ocis'
  const isNamed = processes.some(({ variables }) =>
    [dataVariable[now], dataVariable[old]].some((name) => isSet(variables, name)),
  )
  const isThere = (folder: string) =>
    mountTargets.some((mount) => mount === folder || mount.startsWith(`${folder}/`))
  if (!isMove(upgrade) || isNamed || !isThere(data[old]) || isThere(data[now])) return []
  return [
    finding(
      'data-folder-elsewhere',
      `The data is mounted at ${data[old]}, and ${product} looks in ${data[now]}: it would start without data and themes. Mount the data folder of ${product} at ${data[now]}.`,
    ),
  ]
}

/** A finding about variables whose names in the other product, or in later releases of OpenCloud, aren't known. */
function unknownNames(upgrade: Upgrade, product: string): DoctorFinding[] {
  const known = [
    ...openCloudNames.flat(),
    ...commonVariables,
    ...goneVariables.map(({ name }) => name),
    ...Object.values(patternsOf).flat(),
  ]
  // Names without an underscore, such as TZ, aren't variables of a server; a process has many others.
  const ofServer = upgrade.isWhole ? /_/ : /^(?:OCIS|OC)_/
  const names = namesOf(upgrade, '*').filter(
    (name) => ofServer.test(name) && !known.some((pattern) => matches(pattern, name)),
  )
  if (names.length === 0) return []
  return [missing(`${listed(names)}: ${whyUnknown(upgrade, product)}`)]
}

/** The variables of the other questions. */
const patternsOf = {
  registry: [registry.kind, registry.address, registry.misnamed, registry.host],
  stores: [stores.names],
  'service-account': [...serviceAccount.perService],
  resharing: ['*_ENABLE_RESHARING'],
  'web-options': ['WEB_OPTION_*', 'WEB_UI_CONFIG_FILE'],
} as const satisfies Partial<Record<QuestionId, readonly string[]>>

/** Whether a question is about variables that OpenCloud took over from oCIS, perhaps under other names. */
export function isInherited(question: QuestionId): question is keyof typeof patternsOf {
  return Object.hasOwn(patternsOf, question)
}

/**
 * The findings of an inherited question: it isn't known whether the variables that are set have the same names.
 *
 * @param found the findings about the change in oCIS
 */
export function inheritedFindings(
  upgrade: Upgrade,
  question: keyof typeof patternsOf,
  found: readonly DoctorFinding[],
): DoctorFinding[] {
  const product = serverOf(upgrade.target)
  if (question === 'service-account') return isMove(upgrade) ? [accountFinding(upgrade, product)] : []
  // The web client of OpenCloud began with the options of oCIS, under their names.
  if (question === 'web-options' && isMove(upgrade)) return [...found]
  if (question === 'registry' && upgrade.processes.length > 1 && !isMove(upgrade)) {
    const message = `Several processes run the server: ${whyUnknown(upgrade, product)}`
    return [...found, missing(message)]
  }
  const going = new Set(
    found.flatMap(({ changes }) =>
      changes.flatMap((change) => (change.action === 'set' ? [] : change.variable)),
    ),
  )
  const set = patternsOf[question].flatMap((pattern) => readVariables(upgrade, pattern))
  const open = [...new Set(set.flatMap(({ name, shown }) => (going.has(name) ? [] : shown)))]
  return open.length === 0
    ? [...found]
    : [...found, missing(`${listed(open)}: ${whyUnknown(upgrade, product)}`)]
}

/** Why releases of OpenCloud can't affect a server of which a question found nothing. */
const bases: Partial<Record<QuestionId, string>> = {
  variables: 'No variable is set whose name may have changed.',
  registry: 'No variable of the registry is set, and one process runs the server.',
  'service-account': 'Every release of OpenCloud needs one, so this server has it.',
  resharing: 'No variable for it is set, and no release of OpenCloud has it.',
  stores: 'No variable for a cache or store is set.',
  'web-options': 'No option is set.',
  'content-policy': 'Every release of OpenCloud has this policy.',
}

/** Why an upgrade within OpenCloud does not affect what a question is about. */
export const basisOf = (upgrade: Upgrade, question: QuestionId): string | undefined =>
  sideOf(upgrade.target) === 'openCloud' && !isMove(upgrade) ? bases[question] : undefined

function accountFinding(upgrade: Upgrade, product: string): DoctorFinding {
  const names = patternsOf['service-account'].flatMap((pattern) => namesOf(upgrade, pattern))
  return names.length === 0
    ? missing(
        `Services of ${product} need a service account too, which oCIS ${serviceAccount.began} brought. ${upgrade.isWhole ? 'The variables have none, and whether' : 'Whether the variables or'} the configuration of ${product} ${upgrade.isWhole ? "has one isn't known: check that file" : "have one isn't known: check both"}.`,
      )
    : missing(`${listed(names)}: ${whyUnknown(upgrade, product)}`)
}

function whyUnknown(upgrade: Upgrade, product: string): string {
  return isMove(upgrade)
    ? `whether ${product} reads ${upgrade.from === undefined ? 'this' : 'what another product had'} under the same name isn't known to this program. Compare with the documentation of ${product}.`
    : `whether releases of ${product} up to the target changed this isn't known to this program. Compare with their release notes.`
}

/** How many names a message lists. */
const MOST_NAMES = 8

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const namesOf = (upgrade: Upgrade, pattern: string) => readVariables(upgrade, pattern).map(({ name }) => name)

/** The changes to themes up to the target, for a manual check. */
export function themeChanges(upgrade: Pick<Upgrade, 'from' | 'target' | 'data'>): string {
  const { from, target } = upgrade
  if (!isOpenCloud(target)) return ''
  const ids: readonly string[] = targetIds.filter(isOpenCloud)
  const said = ids
    .slice(ids.indexOf(from ?? '') + 1, ids.indexOf(target) + 1)
    .map((id) => ` ${targets[id as TargetId].title}: ${changesOf[id as TargetId]}.`)
  const way = isMove(upgrade)
    ? ` From oCIS, ${quotedCall(migrateCall(upgrade))} converts themes into the folder of the OpenCloud server.`
    : ''
  return `${said.length === 0 ? '' : ` Changes to themes up to the target:${said.join('')}`}${way}`
}
