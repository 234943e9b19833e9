import { convert } from '../convert/convert.js'
import type { LedgerEntry } from '../convert/ledger.js'
import { diagnostic } from '../findings/diagnostic.js'
import { detectGeneration } from '../formats/detect-generation.js'
import { setsRoles } from '../formats/families.js'
import { jsonText } from '../json/json-text.js'
import { isObject } from '../json/value.js'
import { detectServerCopy } from '../shipped/verdict.js'
import { isOwnCloudTarget } from '../targets/index.js'
import { validate } from '../validate/validate.js'
import { planBranding } from './check-branding.js'
import { checkMounts } from './check-mounts.js'
import { checkSettings } from './check-settings.js'
import { checkImages, moveUploads } from './images.js'
import {
  brandingFile,
  type Instance,
  type InstanceTheme,
  isOfConfigMap,
  isThemeFile,
  uploadedTheme,
} from './instance.js'
import { inventoryOf } from './inventory.js'
import { limitFindings } from './limit-findings.js'
import { checkHiddenLogo, keepLogo } from './logo.js'
import { newPlace } from './place.js'
import type { Plan, PlanOptions } from './plan.js'
import { type Draft, newDraft, say, take } from './plan-draft.js'

/**
 * Plans the changes that take the web assets of an instance to a release: customised themes are converted, copies
 * that a logo upload left are deleted, uploaded logos go where the release looks for them.
 *
 * Nothing is touched: the plan is data.
 *
 * @param instance what is in the assets folder
 * @param options the release, and what is known of the instance beside its files
 * @returns the steps in their order, and findings. Errors are files that only the administrator can deal
 *   with; no step touches them.
 */
export function planMigration(instance: Instance, options: PlanOptions): Plan {
  const draft = newDraft(instance, options)
  const { branding } = instance
  for (const theme of instance.themes) if (isPlanned(draft, theme)) planTheme(draft, theme)
  if (branding !== undefined) planBranding(draft, branding)
  moveUploads(draft)
  checkImages(draft)
  checkHiddenLogo(draft)
  checkSettings(draft)
  checkWebOptions(draft)
  for (const link of instance.links) {
    say(
      draft,
      'symbolic-link',
      link,
      'Symbolic link, not followed because it may lead out of the folder. Migrate its destination.',
    )
  }
  for (const [file, reason] of instance.closed) {
    say(draft, 'unreadable-file', file, `Unreadable: ${reason}`)
  }
  checkWritable(draft)
  checkMounts(draft)
  const order = ['move', 'write', 'convert', 'delete']
  draft.steps.sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action))
  const { steps, byHand, documents } = draft
  const { findings, omitted } = limitFindings(draft.findings, options.maxFindings ?? Number.POSITIVE_INFINITY)
  return {
    target: options.target,
    steps,
    findings,
    omitted: [...draft.omitted, ...omitted],
    byHand,
    inventory: inventoryOf(draft),
    documents,
  }
}

/** Whether the server serves the file as a theme: where it looks for themes, or where the settings name one. */
function isPlanned({ active }: Draft, { path, names = [] }: InstanceTheme): boolean {
  return [path, ...names].some((name) => isThemeFile(name) || name === active.file)
}

function planTheme(draft: Draft, theme: InstanceTheme): void {
  const { target } = draft
  const { path, document, diagnostics } = theme
  if (diagnostics.length > 0) {
    draft.findings.push(...diagnostics.map((finding) => ({ file: path, ...finding })))
    return
  }
  // A logo upload always wrote there; elsewhere the administrator put the copy, and the settings may name it.
  const copy = path === uploadedTheme ? detectServerCopy(document) : undefined
  if (copy !== undefined) {
    // oCIS 5 keeps its logo that way.
    if (!target.readsBranding && isCurrent(document)) {
      draft.documents.set(path, document)
      say(draft, 'already-current', path, `${target.title} keeps an uploaded logo in this file.`)
      return
    }
    const { shipped, image } = copy
    if (image !== undefined && !keepLogo(draft, image, path)) return
    take(draft, {
      action: 'delete',
      file: path,
      reason:
        image === undefined
          ? `unmodified copy of the theme that ${shipped.releases} shipped, which would hide that of ${target.title}`
          : `copy of the theme of ${shipped.releases} that a logo upload wrote, which would hide that of ${target.title}`,
    })
    return
  }
  convertTheme(draft, theme)
}

function convertTheme(draft: Draft, source: InstanceTheme): void {
  const { path, document } = source
  const { options, target } = draft
  if (!isOwnCloudTarget(options.target)) {
    checkTheme(draft, source)
    return
  }
  const { maxFindings } = options
  const { theme, ledger, diagnostics, omitted } = convert(document, {
    target: options.target,
    ...(maxFindings !== undefined && { maxFindings }),
    as: 'theme',
    ...(options.webOptions !== undefined && { webOptions: options.webOptions }),
    ...(options.themeNames !== undefined && { themeNames: options.themeNames }),
  })
  // The plan moves uploaded images itself.
  const findings = diagnostics.filter(({ code }) => code !== 'file-moved')
  draft.findings.push(...findings.map((finding) => ({ file: path, ...finding })))
  draft.omitted.push(...omitted.map((each) => ({ file: path, ...each })))
  if (theme === undefined) return
  const seen = source.names?.[0] ?? path
  const isActive = [path, ...(source.names ?? [])].includes(draft.active.file)
  const text = `${jsonText(theme)}\n`
  if (isOfConfigMap(draft.instance, path)) {
    changeConfigMap(draft, seen, theme, ledger.entries, text)
    return
  }
  const to = isActive && source.names === undefined ? newPlace(draft, path, theme) : undefined
  draft.documents.set(to ?? path, theme)
  if (to !== undefined && ledger.entries.every(({ action }) => action === 'kept')) {
    take(draft, {
      action: 'move',
      file: path,
      to,
      reason: `${target.title} adds the share roles and the branding only to themes/<name>/theme.json`,
    })
    return
  }
  if (ledger.entries.every(({ action }) => action === 'kept')) {
    say(draft, 'already-current', path, `The theme is already right for ${target.title} and was not changed.`)
    return
  }
  const urls = Object.values(theme.common?.urls ?? {})
  const links = Object.values(options.webOptions ?? {}).filter((link) => link !== '' && urls.includes(link))
  const linked = links.length === 0 ? '' : `; adds ${links.join(', ')} from the old web options`
  take(draft, {
    action: 'convert',
    file: path,
    ...(to !== undefined && { to }),
    text,
    reason: isCurrent(document)
      ? `missing or obsolete values for ${target.title}${linked}`
      : `${target.title} does not read a theme of this shape (${ledger.source})${linked}`,
  })
}

/** Says what is wrong with a theme for a product that themes are not converted for. */
function checkTheme(draft: Draft, { path, document }: InstanceTheme): void {
  const { diagnostics } = validate(document, { target: draft.target.id })
  const isUnread =
    isObject(document) && !setsRoles(document) && diagnostics.some(({ code }) => code === 'unused-token')
  const serious = diagnostics.filter(
    ({ severity, code }) => severity === 'error' || (code === 'missing-material-roles' && !isUnread),
  )
  draft.findings.push(...serious.map((finding) => ({ file: path, ...finding })))
  draft.documents.set(path, document)
  if (serious.length > 0) return
  const { title } = draft.target
  // Only tokens of old groups go unread where there are no roles.
  if (isUnread) {
    say(
      draft,
      'colors-not-read',
      path,
      `${title} reads colours only from "designTokens.roles", which this theme doesn't have: users see the colours of OpenCloud. "theme-convert convert --target ${draft.options.target}" makes roles of its colours.`,
    )
    return
  }
  say(draft, 'already-current', path, `The theme is already right for ${title} and was not changed.`)
}

/** A ConfigMap is changed in the cluster: what lies in the pod is a copy of it. */
function changeConfigMap(
  draft: Draft,
  file: string,
  theme: object,
  entries: readonly LedgerEntry[],
  text: string,
): void {
  draft.documents.set(file, theme)
  if (entries.every(({ action }) => action === 'kept')) {
    say(
      draft,
      'already-current',
      file,
      `The theme is already right for ${draft.target.title} and was not changed.`,
    )
    return
  }
  const key = file.slice(file.lastIndexOf('/') + 1)
  draft.byHand.push({
    file,
    reason: `convert ${file}: it comes from a ConfigMap (or another volume of Kubernetes) and can't be changed here. Put the text below into the key "${key}" of the ConfigMap that is mounted at ${file.slice(0, -key.length)}`,
    text,
  })
}

function isCurrent(document: unknown): boolean {
  return detectGeneration(document).generation === 'current'
}

/** Says when files of the plan can't be written. */
function checkWritable({ instance: { readOnly = new Map() }, steps, findings }: Draft): void {
  for (const [below, reason] of readOnly) {
    const isIn = (file: string) => below === '' || file === below || file.startsWith(`${below}/`)
    const step = steps.find((one) => isIn(one.file) || ('to' in one && one.to !== undefined && isIn(one.to)))
    if (step === undefined) continue
    const folder = below === '' ? 'This folder' : `The folder ${below}`
    const message = `${folder} can't be written here: ${reason}. Make these changes where its files come from (the image, the volume, the host), or run this as an account that may.`
    findings.push({ file: step.file, ...diagnostic('folder-read-only', '', message) })
  }
}

/** Says when no theme takes the old web options along. */
function checkWebOptions(draft: Draft): void {
  const { webOptions = {} } = draft.options
  const set = Object.entries(webOptions).filter(([, value]) => value !== undefined && value !== '')
  const isCarried = [...draft.documents.keys()].some((file) => file !== brandingFile)
  if (set.length === 0 || isCarried) return
  say(
    draft,
    'web-options-lost',
    '',
    `There is no theme of your own for ${set.map(([name]) => name).join(', ')}. ${draft.target.title} reads these links only from the theme: add them in themes/<name>/theme.json, and set WEB_UI_THEME_PATH to it.`,
  )
}
