import { brandingFile } from '../instance/instance.js'
import type { Plan } from '../instance/plan.js'
import { valueAt } from '../json/pointer.js'
import type { Json } from '../json/value.js'
import { misspeltOption } from '../settings/client-options.js'
import { isSet } from '../settings/settings.js'
import { targetOf } from '../targets/index.js'
import { quotedCall } from '../text/quoted-call.js'
import { type DoctorFinding, finding, missing, remove, rename, setTo } from './answer.js'
import { type GoneVariable, goneVariables, type Release } from './release-facts.js'
import { goesOver, migrateCall, type SetVariable, setVariables, type Upgrade } from './upgrade.js'

/** The releases that removed variables. */
export function releasesOf(question: GoneVariable['question']): Release[] {
  return goneVariables.filter((fact) => fact.question === question).map(({ gone }) => gone)
}

/** Findings about removed and renamed variables. */
export function goneVariableFindings(upgrade: Upgrade): DoctorFinding[] {
  return goneFindings(upgrade, 'variables')
}

/** Findings about removed options of the web client. */
export function webOptionFindings(upgrade: Upgrade): DoctorFinding[] {
  const { webProblem } = upgrade
  const problem = webProblem === undefined ? [] : [missing(webProblem)]
  return [...goneFindings(upgrade, 'web-options'), ...problem]
}

/** Findings about misspelt options of the web client. */
export function misspeltOptionFindings(upgrade: Upgrade): DoctorFinding[] {
  return setVariables(upgrade, 'WEB_OPTION_*').flatMap(({ name, shown, services }) => {
    const said = misspeltOption(name, shown === name ? undefined : shown)
    return said === undefined ? [] : [finding('web-option-misspelt', said.message, { services })]
  })
}

function goneFindings(upgrade: Upgrade, question: GoneVariable['question']): DoctorFinding[] {
  const found = new Map<string, DoctorFinding>()
  for (const fact of goneVariables) {
    if (fact.question !== question || !goesOver(upgrade, fact.gone)) continue
    for (const set of setVariables(upgrade, fact.name)) {
      if (!found.has(set.name)) found.set(set.name, goneFinding(upgrade, fact, set))
    }
  }
  return [...found.values()]
}

function goneFinding(upgrade: Upgrade, fact: GoneVariable, set: SetVariable): DoctorFinding {
  const { name, shown, services } = set
  const gone = `${shown} has no effect from oCIS ${fact.gone} on.`
  const dropped = fact.note === undefined ? gone : `${gone} ${fact.note}`
  if (fact.themeKey !== undefined) return linkFinding(upgrade, fact.themeKey, set)
  const [successor = '', ...others] = fact.successors
  if (successor === '') {
    const code = fact.question === 'web-options' ? 'web-option-gone' : 'variable-gone'
    return finding(code, `${dropped} It has no successor.`, { services, changes: [removal(set)] })
  }
  const isRenamed = set.beside.every((variables) => fact.successors.some((other) => isSet(variables, other)))
  if (isRenamed) {
    return finding('variable-gone', `${dropped} Its successor is set, so this one may go.`, {
      services,
      changes: [removal(set)],
      severity: 'info',
    })
  }
  const { becomes } = fact
  const change =
    becomes === undefined
      ? rename(name, successor, ...others)
      : setTo(successor, becomes(set.values[0] ?? ''))
  const without = `${dropped} Unless its successor is set, the server uses the default.`
  return finding('variable-renamed', without, { services, changes: [change] })
}

const removal = ({ name, shown }: SetVariable) => remove(name, shown === name ? undefined : shown)

/** The finding about one of the three links that moved into the theme. */
function linkFinding(
  upgrade: Upgrade,
  key: NonNullable<GoneVariable['themeKey']>,
  set: SetVariable,
): DoctorFinding {
  const { shown, values, services } = set
  const dropped = `From oCIS 5 on this link is read only from the theme (common.urls.${key}), and ${shown} has no effect.`
  const changes = [removal(set)]
  const { data } = upgrade
  const { steps = [], findings = [] } = 'plan' in data ? data.plan : {}
  const { themes, isInUse } = 'plan' in data ? themesOf(data.plan) : { themes: [], isInUse: true }
  // The server merges the branding over the theme.
  const branding = linkOf('plan' in data ? data.plan.documents.get(brandingFile) : undefined, key)
  const own = branding === '' ? themes.map(([, document]) => linkOf(document, key)) : [branding]
  const isThere = own.length > 0 && own.every((link) => link !== '')
  const isSame = own.every((link) => values.includes(link))
  if (isThere && (steps.length === 0 || !own.some((link) => values.includes(link)))) {
    const where = branding === '' ? 'The theme' : 'The branding file'
    const is = isSame ? `${where} has it.` : `${where} has another link, which is used.`
    return finding('web-option-gone', `${dropped} ${is}`, { services, changes, severity: 'info' })
  }
  const isLost = findings.some(({ code }) => code === 'web-options-lost')
  const [unread] = 'plan' in data ? data.plan.unseen : []
  const way =
    isLost && unread !== undefined
      ? `${quotedCall(migrateCall(upgrade))} can't add it: ${unread} was not read. Correct that first.`
      : isLost
        ? `Add it to ${targetOf(upgrade.target).readsBranding ? brandingFile : 'a custom theme'}: there is no theme that it could be migrated into.`
        : `${quotedCall(migrateCall(upgrade))} puts it into ${branding !== '' ? 'the branding file' : isInUse ? 'the theme' : 'themes that are not in use, as far as is known'}.`
  return finding('web-option-gone', `${dropped} ${way}`, { services, changes })
}

/** The theme in use after a plan; all themes where that isn't among them. */
function themesOf({ documents, inventory, steps }: Plan) {
  const themes = [...documents].filter(([file]) => file !== brandingFile)
  const names = inventory.flatMap(({ file, linksTo, isRead }) =>
    isRead && file !== brandingFile ? [file, ...(linksTo === undefined ? [] : [linksTo])] : [],
  )
  const places = steps.flatMap((step) => {
    if (step.action === 'write') return names.includes(step.from ?? '') ? [step.file] : []
    return 'to' in step && step.to !== undefined && names.includes(step.file) ? [step.to] : []
  })
  const inUse = themes.filter(([file]) => [...places, ...(places.length > 0 ? [] : names)].includes(file))
  return inUse.length > 0 ? { themes: inUse, isInUse: true } : { themes, isInUse: themes.length === 0 }
}

/** A link of a theme; `''` for none. */
function linkOf(document: unknown, key: string): string {
  const link = valueAt(document as Json, `/common/urls/${key}`)
  return typeof link === 'string' ? link : ''
}
