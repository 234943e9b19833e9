import { placeOf } from '../findings/file-position.js'
import { brandingFile } from '../instance/instance.js'
import { leftToValidate } from '../instance/left-to-validate.js'
import type { Plan, PlanFinding, Step } from '../instance/plan.js'
import { eachLeaf } from '../json/pointer.js'
import type { Json } from '../json/value.js'
import { targetOf } from '../targets/index.js'
import { quotedCall } from '../text/quoted-call.js'
import { validate } from '../validate/validate.js'
import { type DoctorFinding, finding, missing } from './answer.js'
import { themeChanges } from './open-cloud.js'
import { contentPolicy } from './release-facts.js'
import { goesOver, type Looked, migrateCall, setVariables, type Upgrade } from './upgrade.js'

/** The findings about themes: what `migrate` would do, in one line. */
export function themeFindings(upgrade: Upgrade): DoctorFinding[] {
  const { data } = upgrade
  if ('problem' in data) return [missing(`${data.problem}${themeChanges(upgrade)}`)]
  return planFindings(data, 'theme', upgrade)
}

/** The findings about an uploaded logo: what `migrate` would do, in one line. */
export function logoFindings(upgrade: Upgrade): DoctorFinding[] {
  const { data } = upgrade
  return 'problem' in data ? [missing(data.problem)] : planFindings(data, 'logo', upgrade)
}

/** The codes of findings about an uploaded logo, in whichever file. */
const logoCodes: ReadonlySet<string> = new Set([
  'upload-again',
  'branding-exists',
  'branding-not-read',
  'logo-hidden',
  'image-conflict',
])

const isOfLogo = (file: string) => /^(?:themes\/_)?branding(?:\/|$)/.test(file)

function planFindings(
  { plan, first: before, check = 'theme-convert validate' }: Looked,
  about: 'theme' | 'logo',
  upgrade: Upgrade,
): DoctorFinding[] {
  const call = migrateCall(upgrade)
  const isMeant = ({ code, file }: Pick<PlanFinding, 'code' | 'file'>) =>
    (logoCodes.has(code) || isOfLogo(file)) === (about === 'logo')
  // The question about web options has misspelt ones.
  const findings = plan.findings.filter((found) => isMeant(found) && found.code !== 'web-option-misspelt')
  // Images of other hosts are another question, where the upgrade brings the policy that blocks them.
  const invalid = invalidIn(plan).filter(
    (found) => isMeant(found) && !(found.code === 'image-other-host' && bringsPolicy(upgrade)),
  )
  // A folder that can't be read may contain both.
  const unseen = [
    ...findings.filter(({ code }) => unseenCodes.has(code) && code !== 'out-of-reach'),
    ...plan.findings.filter(({ code }) => code === 'out-of-reach'),
  ]
  const serious = [...findings, ...invalid].filter(
    (found) => isSerious(plan, found) && !unseenCodes.has(found.code),
  )
  const errors = serious
    .filter(({ severity }) => severity === 'error')
    .sort((a, b) => Number(isOfUse(plan, b)) - Number(isOfUse(plan, a)))
  const unlistedErrors = errors.slice(MOST_ERRORS)
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const steps = [
    ...plan.steps
      .filter((step) => isOfLogo('to' in step ? (step.to ?? step.file) : step.file) === (about === 'logo'))
      .map(phrase),
    ...(about === 'theme' ? plan.byHand.map(({ file }) => `convert ${file} by hand`) : []),
  ]
  const others = [...unlistedErrors, ...serious.filter(({ severity }) => severity !== 'error')]
  const [other] = others
  const [first] = [...steps, ...others.map((found) => sentenceOf(found, plan))]
  const saying = steps.length === 0 && other !== undefined && invalid.includes(other) ? check : call
  const code = about === 'theme' ? 'theme-to-migrate' : 'logo-to-migrate'
  const summary: DoctorFinding[] = []
  if (first !== undefined) {
    const invalidOfUse = invalid.filter((found) => found.severity === 'warning' && serious.includes(found))
    const left = [
      unlistedErrors.length,
      warnings.filter((found) => !unseenCodes.has(found.code)).length,
      ...(steps.length === 0 ? [invalidOfUse.length] : []),
      ...plan.omitted.filter((each) => each.severity !== 'info' && isMeant(each)).map(({ count }) => count),
    ].reduce((sum, count) => sum + count)
    const end = `${/[.!?]$/.test(first) ? '' : '.'}${more(steps.length, left)}`
    const lead = before === undefined ? '' : `${before} Then `
    summary.push(finding(code, `${lead}${quotedCall(saying)} says: ${first}${end}`))
  }
  const nothingElse = [...summary, ...errors, ...unseen].length === 0
  const number = `${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`
  const text = `${quotedCall(call)} has nothing to do here, but ${number}.`
  return [
    ...errors
      .slice(0, MOST_ERRORS)
      .map((error) => finding(error.code, sentenceOf(error, plan), { severity: 'error' })),
    ...summary,
    ...(unseen.length === 0 && about === 'logo'
      ? hiddenLogo(plan)
      : unseen.map((found) => missing(sentenceOf(found, plan)))),
    ...(nothingElse && warnings.length > 0 ? [finding(code, text, { severity: 'info' })] : []),
  ]
}

/** A theme that can't be read may have the uploaded logo. */
function hiddenLogo({ unseen }: Plan): DoctorFinding[] {
  return unseen
    .slice(0, 1)
    .map((file) => missing(`Whether a theme has an uploaded logo isn't known: ${file} was not read.`))
}

/** The most errors that are listed one by one; the others are counted. */
const MOST_ERRORS = 5

/** The entries of a file, also by the name of a symbolic link to it. */
const entriesOf = (inventory: Plan['inventory'], file: string) =>
  inventory.filter((entry) => entry.file === file || entry.linksTo === file)

const isInUse = ({ inventory }: Plan, file: string) => entriesOf(inventory, file).some(({ isRead }) => isRead)

/** Whether a finding is about the whole server, or about a file that the server reads. */
function isOfUse(plan: Plan, { file }: PlanFinding): boolean {
  return file === '' || isInUse(plan, file)
}

/** A finding with its place, and with whether that is the theme in use. */
function sentenceOf(found: PlanFinding, plan: Plan): string {
  const { file, range, pointer, message } = found
  if (file === '') return message
  const use = isInUse(plan, file) && file !== brandingFile ? ' (the theme in use)' : ''
  return `${placeOf(file, range)}${pointer === '' ? '' : ` ${pointer}`}${use}: ${message}`
}

/** How many steps and findings follow the first one. */
function more(steps: number, findings: number): string {
  const left = [
    { number: Math.max(0, steps - 1), noun: 'step' },
    { number: steps > 0 ? findings : findings - 1, noun: 'finding' },
  ].filter(({ number }) => number > 0)
  if (left.length === 0) return ''
  return ` And ${left.map(({ number, noun }) => `${number} more ${noun}${number === 1 ? '' : 's'}`).join(' and ')}.`
}

/** The codes of findings which mean that users may see another file. */
const unseenCodes: ReadonlySet<string> = new Set([
  'theme-on-other-host',
  'out-of-reach',
  'unreadable-file',
  'symbolic-link',
])

/** What `validate` has about the themes and the branding of the target, beside the findings of the plan. */
function invalidIn(plan: Plan): PlanFinding[] {
  return leftToValidate(plan.documents, plan).flatMap(({ file, diagnostics }) =>
    diagnostics.map((found) => ({ file, ...found })),
  )
}

/**
 * Whether a finding is something to do, also in a plan without steps. Themes that are not in use are no matter of an
 * upgrade, unless the theme in use isn't here: a setting or a name may be wrong then.
 */
function isSerious(plan: Plan, found: PlanFinding): boolean {
  const { severity, code, file } = found
  const { inventory } = plan
  if (severity === 'error') return true
  // Without a theme these are only a matter of the question about variables.
  if (code === 'setting-differs' && inventory.every((entry) => entry.file === brandingFile)) return false
  if (severity === 'warning' && (file === brandingFile || isOfUse(plan, found))) return true
  if (
    inventory.some(
      (entry) => entry.isRead && entry.file !== brandingFile && entry.generation !== 'unreadable',
    )
  )
    return false
  return entriesOf(inventory, file).some(({ isRight }) => !isRight) && /^theme-/.test(code)
}

function phrase(step: Step): string {
  const to = 'to' in step && step.to !== undefined ? ` to ${step.to}` : ''
  const from = step.action === 'write' && step.from !== undefined ? ` from ${step.from}` : ''
  return `${step.action} ${step.file}${from}${to} (${step.reason})`
}

/** Whether an upgrade brings the policy that blocks images of other hosts. */
function bringsPolicy(upgrade: Upgrade): boolean {
  const { began, everywhere } = contentPolicy
  const isBlocking = targetOf(upgrade.target).blocksForeignImages
  return isBlocking && [began, everywhere].some((release) => goesOver(upgrade, release))
}

/** Findings about images and fonts that the default content security policy blocks. */
export function contentPolicyFindings(upgrade: Upgrade): DoctorFinding[] {
  const { data, target } = upgrade
  const { variable } = contentPolicy
  if (!bringsPolicy(upgrade)) return []
  if ('problem' in data) {
    return [missing(`Whether the theme has images or fonts of other hosts isn't known. ${data.problem}`)]
  }
  const { plan } = data
  const elsewhere = plan.findings.find(({ code }) => unseenCodes.has(code))
  const hosts = [...plan.documents].flatMap(([file, document]) => foreign(file, document, target))
  const [unread] = plan.unseen
  const unseen =
    elsewhere !== undefined
      ? [missing(sentenceOf(elsewhere, plan))]
      : unread !== undefined
        ? [missing(`Whether a theme has images or fonts of other hosts isn't known: ${unread} was not read.`)]
        : []
  if (hosts.length === 0) return unseen
  const [policy] = setVariables(upgrade, variable)
  const list = hosts.map(({ file, pointer }) => `${file} ${pointer}`).join(', ')
  const text = `The default content security policy blocks images and fonts of other hosts (${list}).`
  return policy === undefined
    ? [
        finding(
          'content-policy',
          `${text} Put them into the theme's folder and write their paths, or allow their hosts in a policy of your own, and name its file in ${variable}.`,
        ),
        ...unseen,
      ]
    : [missing(`${text} Check that the file that ${variable} names allows their hosts.`), ...unseen]
}

/** The places of a document that load from other hosts. */
function foreign(file: string, document: unknown, target: Upgrade['target']) {
  const images = validate(document, {
    target,
    as: file === brandingFile ? 'branding' : 'theme',
  }).diagnostics.filter(({ code }) => code === 'image-other-host')
  const found = new Map(images.map(({ pointer }) => [pointer, { file, pointer }]))
  eachLeaf(document as Json, '', (pointer, leaf) => {
    if (typeof leaf === 'string' && /url\(\s*["']?\s*(?:https?:)?\/\//i.test(leaf))
      found.set(pointer, { file, pointer })
  })
  return [...found.values()]
}
