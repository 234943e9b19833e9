import { valueAt } from '../json/pointer.js'
import { isObject } from '../json/value.js'
import { validate } from '../validate/validate.js'
import { brandingFile, type InstanceTheme } from './instance.js'
import { type Draft, say } from './plan-draft.js'

/**
 * Judges the branding by what comes of it: any part of a theme is fine in it, as long as the target accepts the
 * whole that the server makes of a theme and it.
 */
export function planBranding(draft: Draft, { document, diagnostics }: InstanceTheme): void {
  const { target, findings } = draft
  if (diagnostics.length > 0) {
    findings.push(...diagnostics.map((finding) => ({ file: brandingFile, ...finding })))
    return
  }
  draft.documents.set(brandingFile, document)
  if (!target.readsBranding) {
    say(
      draft,
      'branding-not-read',
      brandingFile,
      `${target.title} reads no branding file, so nothing of this shows there.`,
    )
    return
  }
  const theme = draft.documents.get(draft.active.file)
  const { diagnostics: found } = validate(document, {
    target: draft.options.target,
    as: 'branding',
    ...(isObject(theme) && { base: theme }),
  })
  const errors = found.filter(({ severity }) => severity === 'error')
  findings.push(...errors.map((finding) => ({ file: brandingFile, ...finding })))
}

/** Whether a branding document names a logo. */
export function setsLogo(document: unknown): boolean {
  if (!isObject(document)) return false
  const logo = valueAt(document, '/clients/web/defaults/logo')
  const common = valueAt(document, '/common/logo')
  return (isObject(logo) ? Object.keys(logo).length > 0 : logo !== undefined) || common !== undefined
}
