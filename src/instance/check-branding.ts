import { jsonText } from '../json/json-text.js'
import { valueAt } from '../json/pointer.js'
import { clone, isObject, type Json, type JsonObject } from '../json/value.js'
import { validate } from '../validate/validate.js'
import { brandingFile, type InstanceTheme } from './instance.js'
import { type Draft, say, take } from './plan-draft.js'

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
  const rewritten = target.family.generation === 'opencloud' ? inOpenCloudShape(document) : undefined
  draft.documents.set(brandingFile, rewritten ?? document)
  if (rewritten !== undefined) {
    take(draft, {
      action: 'convert',
      file: brandingFile,
      text: `${jsonText(rewritten)}\n`,
      reason: `an oCIS server wrote it; its logo must be a string, and ${target.title} shows an error page on every page`,
    })
  }
  if (!target.readsBranding) {
    say(
      draft,
      'branding-not-read',
      brandingFile,
      `${target.title} does not read branding files, so this has no effect there.`,
    )
    return
  }
  const theme = draft.documents.get(draft.active.file)
  const { diagnostics: found } = validate(rewritten ?? document, {
    target: draft.options.target,
    as: 'branding',
    ...(isObject(theme) && { base: theme }),
  })
  const errors = found.filter(({ severity }) => severity === 'error')
  findings.push(...errors.map((finding) => ({ file: brandingFile, ...finding })))
}

/**
 * A branding file of oCIS as OpenCloud reads it: its logo in the defaults is one text, not a group of them.
 *
 * @returns `undefined` for one that needs no change
 */
function inOpenCloudShape(document: unknown): JsonObject | undefined {
  const logo = valueAt(document as Json, '/clients/web/defaults/logo')
  if (!isObject(document) || !isObject(logo)) return undefined
  const rewritten = clone(document as JsonObject) as JsonObject
  const defaults = valueAt(rewritten, '/clients/web/defaults') as Record<string, Json>
  const { topbar, login, topbarSm, favicon } = logo
  const places = { logo: topbar ?? login, logoMobile: topbarSm, favicon } as const
  delete defaults['logo']
  for (const [key, value] of Object.entries(places)) if (typeof value === 'string') defaults[key] = value
  return rewritten
}

/** Whether a branding document names a logo. */
export function setsLogo(document: unknown): boolean {
  if (!isObject(document)) return false
  const logo = valueAt(document, '/clients/web/defaults/logo')
  const common = valueAt(document, '/common/logo')
  return (isObject(logo) ? Object.keys(logo).length > 0 : logo !== undefined) || common !== undefined
}
