import { convert } from '../convert/convert.js'
import { detectGeneration } from '../formats/detect.js'
import { activeThemeFile } from '../settings/settings.js'
import { detectServerCopy } from '../shipped/verdict.js'
import { validate } from '../validate/validate.js'
import { type Draft, newDraft, say, take } from './draft.js'
import { checkImages, moveUploads } from './images.js'
import { brandingFile, hiddenBy, type Instance, type InstanceTheme, uploadedTheme } from './instance.js'
import { checkHiddenLogo, keepLogo } from './logo.js'
import type { Plan, PlanOptions } from './plan.js'

/**
 * Plans what takes the web assets of an instance to a release: themes that a person made are converted, copies
 * that a logo upload left are deleted, uploaded logos go where the release looks for them.
 *
 * Nothing is touched: the plan is data.
 *
 * @param instance what is in the assets folder
 * @param options the release, and what is known of the instance beside its files
 * @returns the steps in their order, and what a person should know. Errors are files that only a person can deal
 *   with; no step touches them.
 */
export function planMigration(instance: Instance, options: PlanOptions): Plan {
  const draft = newDraft(instance, options)
  const { branding } = instance
  for (const theme of instance.themes) planTheme(draft, theme)
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
      'This is a symbolic link and is left alone, because it may lead out of the folder. Migrate what it leads to.',
    )
  }
  for (const [file, reason] of instance.closed) {
    say(draft, 'unreadable-file', file, `This can't be looked into: ${reason}`)
  }
  const order = ['move', 'write', 'convert', 'delete']
  draft.steps.sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action))
  const { steps, findings, documents } = draft
  return { target: options.target, steps, findings, documents }
}

function planTheme(draft: Draft, theme: InstanceTheme): void {
  const { target } = draft
  const { path, document, diagnostics } = theme
  if (diagnostics.length > 0) {
    draft.findings.push(...diagnostics.map((finding) => ({ file: path, ...finding })))
    return
  }
  // A logo upload always wrote there; elsewhere a person put the copy, and the settings may name it.
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
          ? `nobody made it: it is the theme that ${shipped.releases} shipped, and would hide that of ${target.title}`
          : `nobody made it: a logo upload wrote this copy of the theme of ${shipped.releases}, which would hide that of ${target.title}`,
    })
    return
  }
  convertTheme(draft, theme)
}

function convertTheme(draft: Draft, { path, document }: InstanceTheme): void {
  const { options, target } = draft
  const { theme, ledger, diagnostics } = convert(document, {
    target: options.target,
    ...(options.webOptions !== undefined && { webOptions: options.webOptions }),
    ...(options.themeNames !== undefined && { themeNames: options.themeNames }),
  })
  // The plan moves uploaded images itself.
  const findings = diagnostics.filter(({ code }) => code !== 'file-moved')
  draft.findings.push(...findings.map((finding) => ({ file: path, ...finding })))
  if (theme === undefined) return
  draft.documents.set(path, theme)
  if (ledger.entries.every(({ action }) => action === 'kept')) {
    say(draft, 'already-current', path, `The theme is already right for ${target.title} and stays as it is.`)
    return
  }
  const urls = Object.values(theme.common?.urls ?? {})
  const links = Object.values(options.webOptions ?? {}).filter((link) => link !== '' && urls.includes(link))
  const linked = links.length === 0 ? '' : `; it takes along ${links.join(', ')} from the old web options`
  take(draft, {
    action: 'convert',
    file: path,
    text: `${JSON.stringify(theme, null, 2)}\n`,
    reason: isCurrent(document)
      ? `it lacks what ${target.title} needs, or has what it no longer reads${linked}`
      : `${target.title} does not read a theme of this shape (${ledger.source})${linked}`,
  })
}

function planBranding(draft: Draft, { document, diagnostics }: InstanceTheme): void {
  const findings =
    diagnostics.length > 0
      ? diagnostics
      : validate(document, { target: draft.options.target }).diagnostics.filter(
          ({ severity, code }) => severity === 'error' || code === 'branding-not-read',
        )
  draft.findings.push(...findings.map((finding) => ({ file: brandingFile, ...finding })))
  if (diagnostics.length === 0) draft.documents.set(brandingFile, document)
}

function isCurrent(document: unknown): boolean {
  return detectGeneration(document).generation === 'current'
}

/** Compares what the settings say with what is there. */
function checkSettings(draft: Draft): void {
  const { options, instance, target } = draft
  const { theme: setting, assets, themes } = options.settings
  const active = activeThemeFile(options.settings)
  for (const { path } of instance.themes) {
    if (path === active || !draft.files.has(path)) continue
    const said = setting === undefined ? 'is not known here' : `is ${JSON.stringify(setting)}`
    say(
      draft,
      'theme-not-active',
      path,
      `WEB_UI_THEME_PATH ${said}. Unless it is "/${path}", the server shows nobody this theme.`,
    )
  }
  const isAddress = /^[a-z]+:/i.test(active)
  const isMissing = !draft.files.has(active) && hiddenBy(instance, active) === undefined
  if (setting !== undefined && !isAddress && isMissing && active !== uploadedTheme) {
    say(
      draft,
      'active-theme-missing',
      '',
      `WEB_UI_THEME_PATH is ${JSON.stringify(setting)}, where there is no theme. Correct it, or remove it to show the server’s own theme.`,
    )
  }
  if (assets !== undefined && themes === undefined && target.servedAssets !== '') {
    say(
      draft,
      'asset-path-gone',
      '',
      `WEB_ASSET_PATH has no effect on ${target.title}. Set WEB_ASSET_THEMES_PATH=${assets.replace(/\/+$/, '')}/themes instead.`,
    )
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
    `There is no theme of your own that could take along ${set.map(([name]) => name).join(', ')}. ${draft.target.title} reads these links from the theme alone: put a theme.json with them into themes/<name>/ and name it in WEB_UI_THEME_PATH.`,
  )
}
