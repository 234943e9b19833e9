import { jsonText } from '../json/json-text.js'
import { valueAt } from '../json/pointer.js'
import { isObject, type Json } from '../json/value.js'
import { validate } from '../validate/validate.js'
import { convertFile } from './convert-file.js'
import { brandingFile, type InstanceTheme } from './instance.js'
import { addFinding, addStep, type Draft } from './plan-draft.js'

/**
 * Plans what happens to the branding file. It may contain any part of a theme, as long as the target accepts the theme
 * that the server merges it into.
 */
export function planBranding(draft: Draft, branding: InstanceTheme): void {
  const { document, diagnostics, text } = branding
  const { target, findings } = draft
  if (diagnostics.length > 0) {
    findings.push(...diagnostics.map((finding) => ({ file: brandingFile, ...finding })))
    return
  }
  const isOfOpenCloud = target.family.generation === 'opencloud'
  const converted = isOfOpenCloud ? convertFile(draft, branding, 'branding') : undefined
  const rewritten = converted?.isChanged ? converted.document : undefined
  draft.documents.set(brandingFile, rewritten ?? document)
  if (rewritten !== undefined) {
    addStep(draft, {
      action: 'convert',
      file: brandingFile,
      text: `${jsonText(rewritten)}\n`,
      reason: isObject(valueAt(document as Json, '/clients/web/defaults/logo'))
        ? `an oCIS server wrote it; its logo must be a string, and ${target.title} shows an error page on every page`
        : `obsolete values for ${target.title}`,
    })
  }
  if (!target.readsBranding) {
    const message = `${target.title} does not read branding files, so this has no effect there.`
    addFinding(draft, 'branding-not-read', brandingFile, message)
    return
  }
  checkMerged(draft, rewritten ?? text ?? document)
}

/** Adds the errors of a branding file that is merged into the theme in use. */
export function checkMerged(draft: Draft, documentOrText: unknown): void {
  const theme = draft.documents.get(draft.active.file)
  const { diagnostics } = validate(documentOrText, {
    target: draft.options.target,
    as: 'branding',
    ...(isObject(theme) && { base: theme }),
  })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  draft.findings.push(...errors.map((finding) => ({ file: brandingFile, ...finding })))
}

/** Whether a branding document sets a logo. */
export function setsLogo(document: unknown): boolean {
  if (!isObject(document)) return false
  const logo = valueAt(document, '/clients/web/defaults/logo')
  const common = valueAt(document, '/common/logo')
  return (isObject(logo) ? Object.keys(logo).length > 0 : logo !== undefined) || common !== undefined
}
