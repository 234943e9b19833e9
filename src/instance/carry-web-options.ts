import { isScriptLink } from '../css/addresses.js'
import { type WebOptions, webOptionNames } from '../formats/web-options.js'
import { jsonText } from '../json/json-text.js'
import { valueAt } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import type { Json } from '../json/value.js'
import { mergeDocuments } from '../resolve/server.js'
import { isBrandingTarget } from '../shipped/branding-files.js'
import { makeBranding } from '../shipped/make-branding.js'
import { brandingFile } from './instance.js'
import type { Step } from './plan.js'
import { addFinding, type Draft } from './plan-draft.js'
import { unseenThemes } from './unseen.js'

/** The step that writes the branding file. */
type BrandingStep = Extract<Step, { text: string }>

const writesBranding = (step: Step): step is BrandingStep =>
  'text' in step && (('to' in step ? step.to : undefined) ?? step.file) === brandingFile

/**
 * Where no theme gets the old web options, adds them to the branding file that the plan writes, and warnings about those
 * that are misspelt or have no place.
 *
 * @param seen the draft with the instance that is migrated, if another one
 */
export function carryWebOptions(draft: Draft, seen = draft): void {
  const { documents, options, target, active } = draft
  const { webOptions = {}, misspelt = [] } = options
  for (const message of misspelt) {
    addFinding(
      draft,
      'web-option-misspelt',
      '',
      `${message} The link is not carried over before that is corrected.`,
    )
  }
  if ([...documents.keys()].some((file) => file !== brandingFile)) return
  const isThere = (name: keyof WebOptions) => hasLink(documents.get(brandingFile), name)
  const set = webOptionNames.filter((name) => webOptions[name] && !isThere(name))
  if (set.length === 0) return
  const lost = (file: string, names: readonly string[], message: string) =>
    addFinding(draft, 'web-options-lost', file, `${names.join(', ')} ${message}`)
  const [unseen] = unseenThemes(seen.instance, seen.active)
  if (unseen !== undefined) {
    // The links of the branding file win, and those of this theme would be hidden.
    const message = `can't be added to this theme, which was not read. Correct that first, and migrate again.`
    lost(unseen, set, message)
    return
  }
  const links = new Map(set.map((name) => [name, webOptions[name] as string]))
  for (const [name, link] of links) {
    if (!isScriptLink(link)) continue
    lost('', [name], `is not carried over: a click on ${quoted(link)} runs a script. Write an https address.`)
    links.delete(name)
  }
  const names = [...links.keys()]
  if (names.length === 0) return
  if (!isBrandingTarget(target.id) || active.host !== undefined) {
    const message = `have no theme. ${target.title} reads these links only from the theme: add them in themes/<name>/theme.json, and set WEB_UI_THEME_PATH to it.`
    lost('', names, message)
    return
  }
  const index = draft.steps.findIndex(writesBranding)
  if (index !== -1) {
    addToStep(draft, index, makeBranding(Object.fromEntries(links), { target: target.id }))
    return
  }
  const values = [...links].map(([name, link]) => `${quoted(keyOf(name))}: ${quoted(link)}`)
  const way = `Write ${values.join(' and ')} into "common"."urls" of ${brandingFile}, which the server merges into the theme`
  const make = documents.has(brandingFile) ? '' : ' ("theme-convert branding" makes that file)'
  lost('', names, `have no theme. ${way}${make}.`)
}

/** Adds links to the branding file that the plan writes; those that it has stay. */
function addToStep(draft: Draft, index: number, links: Json): void {
  const step = draft.steps[index] as BrandingStep
  const document = mergeDocuments(links, JSON.parse(step.text) as Json)
  draft.documents.set(brandingFile, document)
  draft.steps[index] = {
    ...step,
    text: `${jsonText(document)}\n`,
    reason: `${step.reason}; with the links of the old web options`,
  }
}

/** The key of an old web option in the theme, below `/common/urls`. */
const keyOf = (name: keyof WebOptions) => name.replace(/Url$/, '')

function hasLink(document: unknown, name: keyof WebOptions): boolean {
  return Boolean(document && valueAt(document as Json, `/common/urls/${keyOf(name)}`))
}
