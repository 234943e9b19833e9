import { type Answer, answer, type DoctorFinding, missing, type QuestionId, questions } from './answer.js'
import { basisOf, inheritedFindings, isInherited, renamedFindings } from './open-cloud.js'
import { registryFindings } from './registry.js'
import { registry, resharing, serviceAccount, stores } from './release-facts.js'
import { resharingFindings } from './resharing.js'
import { serviceAccountFindings } from './service-account.js'
import { storeFindings } from './stores.js'
import { contentPolicyFindings, logoFindings, themeFindings } from './theme-findings.js'
import { goesOver, isOfOpenCloud, type Upgrade } from './upgrade.js'
import { goneVariableFindings, misspeltOptionFindings, releasesOf, webOptionFindings } from './variables.js'

/**
 * Answers the questions of the upgrade guide from what is known of a server.
 *
 * @param upgrade the settings of the server, the releases, and the plan for its data folder
 * @returns an answer for each question; "not affected" only where all information is known
 *
 * @example
 * diagnose(upgrade).filter(({ verdict }) => verdict === 'affected')
 */
export function diagnose(upgrade: Upgrade): Answer[] {
  return (Object.keys(questions) as QuestionId[]).map((question) =>
    answer(question, findingsFor(question, upgrade), basisOf(upgrade, question)),
  )
}

/** The questions about settings, with the releases that changed these. */
const settingQuestions = {
  variables: { releases: releasesOf('variables'), find: goneVariableFindings },
  registry: { releases: [registry.began], find: registryFindings },
  'service-account': { releases: [serviceAccount.began], find: serviceAccountFindings },
  resharing: { releases: [resharing.began, resharing.ended], find: resharingFindings },
  stores: { releases: [stores.began], find: storeFindings },
  'web-options': { releases: releasesOf('web-options'), find: webOptionFindings },
} as const

function findingsFor(question: QuestionId, upgrade: Upgrade): readonly DoctorFinding[] {
  if (question === 'content-policy') return contentPolicyFindings(upgrade)
  if (question === 'theme') return themeFindings(upgrade)
  if (question === 'logo') return logoFindings(upgrade)
  const { releases, find } = settingQuestions[question]
  const isAsked = releases.some((release) => goesOver(upgrade, release))
  const found = [
    ...(isAsked ? find(upgrade) : []),
    // A misspelt option has no effect on any release.
    ...(question === 'web-options' ? misspeltOptionFindings(upgrade) : []),
  ]
  if (!isOfOpenCloud(upgrade)) return isAsked ? [...found, ...unseen(upgrade)] : found
  if (question === 'variables') return [...found, ...renamedFindings(upgrade), ...unseen(upgrade)]
  if (isInherited(question)) return [...inheritedFindings(upgrade, question, found), ...unseen(upgrade)]
  return isAsked ? [...found, ...unseen(upgrade)] : found
}

/** The unknown variables. */
function unseen({ processes, isWhole, gap }: Upgrade): DoctorFinding[] {
  if (!isWhole) {
    return [missing(gap ?? 'The settings of the server are not given. Name their files with --settings.')]
  }
  return processes.flatMap(({ name, problem }) =>
    problem === undefined
      ? []
      : [missing(`The variables of the service "${name}" can't be read: ${problem}`)],
  )
}
