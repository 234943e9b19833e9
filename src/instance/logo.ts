import { webSection } from '../formats/web-section.js'
import { jsonText } from '../json/json-text.js'
import { valueAt } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import { isEqualJson, isObject, type Json, type JsonObject, own } from '../json/value.js'
import { logoBranding } from '../shipped/branding-files.js'
import { setsLogo } from './check-branding.js'
import { brandingFile, hiddenBy } from './instance.js'
import { hasBranding, placeLogo } from './move-uploads.js'
import { addFinding, addStep, type Draft } from './plan-draft.js'

/**
 * Keeps an uploaded logo: moves its image and writes the branding file.
 *
 * @param theme the copy of the theme that the upload wrote
 * @returns whether that copy may be deleted
 */
export function keepLogo(draft: Draft, image: string, theme: string): boolean {
  const { target, instance } = draft
  if (!target.readsBranding) {
    draft.reported.add(image)
    const message = `${target.title} keeps an uploaded logo in a copy of the whole theme. Upload ${image} again once it runs.`
    addFinding(draft, 'upload-again', theme, message)
    return true
  }
  const document = logoBranding(image, { target: target.id }) as JsonObject
  const { branding } = instance
  const to = String(valueAt(document, '/common/logo') ?? '')
  const [hidden] = [image, to, brandingFile].flatMap((file) => hiddenBy(instance, file) ?? [])
  if (hidden !== undefined || (branding !== undefined && branding.diagnostics.length > 0)) {
    draft.reported.add(image)
    const obstacle =
      hidden === undefined
        ? `${brandingFile} can't be read. Correct that file`
        : `${hidden} is a symbolic link or unreadable. Replace it by a file or folder`
    const message = `A logo upload wrote this copy. It can't be deleted before its logo is kept, and ${obstacle}, and try again.`
    addFinding(draft, 'unreadable-file', theme, message)
    return false
  }
  if (branding !== undefined && !isEqualJson(branding.document as Json, document)) {
    draft.reported.add(image)
    const message = `There is a branding file already. It was not changed, and ${image} was not added. Upload that logo again if it is the right one.`
    addFinding(draft, 'branding-exists', brandingFile, message)
    return true
  }
  const isPlaced = placeLogo(draft, image, to)
  // Without its image the copy is useless; with two images of one name the administrator has to decide.
  if (!isPlaced) return !draft.files.has(image)
  if (branding === undefined) {
    addStep(draft, {
      action: 'write',
      file: brandingFile,
      text: `${jsonText(document)}\n`,
      reason: `it keeps the uploaded logo on ${target.title}`,
    })
    draft.documents.set(brandingFile, document)
    reportUnseenLogo(draft, theme)
  }
  return true
}

/** Adds a finding where an upload had no effect: up to oCIS 5 it wrote to one theme, whichever was in use. */
export function reportUnseenLogo(draft: Draft, theme: string): void {
  const { target, active } = draft
  if (active.file === theme) return
  const message = `${active.setting} is ${quoted(active.shown)}, so the logo that was uploaded into this copy was not shown. ${target.title} shows it in every theme; reset the logo there if you don't want it.`
  addFinding(draft, 'theme-not-active', theme, message)
}

/** Adds a finding where a theme hides the uploaded logo by its own. */
export function checkHiddenLogo(draft: Draft): void {
  const { target, documents, files } = draft
  if (!target.readsBranding || !hasBranding(draft) || target.brandingSlots.length > 0) return
  const branding = documents.get(brandingFile)
  if (branding !== undefined && !setsLogo(branding)) return
  const wayOut = 'remove "logo" from its themes, or set it to the uploaded path'
  for (const [file, document] of documents) {
    if (file === brandingFile) continue
    const theme = themesOf(document).findIndex((item) => own(item, 'logo') !== undefined)
    if (theme === -1) continue
    const message = `This theme has its own logo, which hides the uploaded one on ${target.title}. To show the uploaded one, ${wayOut}.`
    addFinding(draft, 'logo-hidden', file, message, `/clients/web/themes/${theme}/logo`)
  }
  const usesShipped = !files.has(draft.active.file)
  if (usesShipped && target.shipsOwnLogos) {
    const message = `The theme that ${target.title} ships has variants with their own logo, which hide the uploaded one. To show it in all of them, save what the server sends for /${draft.active.file} as ${draft.active.file} in the assets folder, without "logo" in its themes, or with the uploaded path in it.`
    addFinding(draft, 'logo-hidden', brandingFile, message)
  }
}

function themesOf(document: unknown) {
  const web = isObject(document) ? webSection(document) : undefined
  const themes = web && own(web, 'themes')
  return Array.isArray(themes) ? themes.map((theme) => (isObject(theme) ? theme : {})) : []
}
