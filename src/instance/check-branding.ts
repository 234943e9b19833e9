import { valueAt } from '../json/pointer.js'
import { isObject, type Json, type JsonObject, own, ownObject } from '../json/value.js'
import { mergeDocuments } from '../resolve/server.js'
import { shippedFile } from '../targets/shipped-file.js'
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
  const isPart = isObject(document) && (own(document, 'common') ?? own(document, 'clients')) !== undefined
  const isEmpty = isObject(document) && Object.keys(document).length === 0
  const found =
    isPart || isEmpty ? judgeMerged(draft, document as JsonObject) : errorsOf(draft, document as Json)
  findings.push(...found.map((finding) => ({ file: brandingFile, ...finding })))
}

const errorsOf = ({ options }: Draft, document: Json) =>
  validate(document, { target: options.target }).diagnostics.filter(({ severity }) => severity === 'error')

function judgeMerged(draft: Draft, branding: JsonObject) {
  const shipped = shippedFile(draft.target)
  const web = ownObject(ownObject(shipped, 'clients') ?? {}, 'web') ?? {}
  const base: JsonObject = {
    ...shipped,
    clients: { web: { ...web, themes: [{ name: 'Light Theme', isDark: false }] } },
  }
  const before = new Set(errorsOf(draft, base).map(({ code, pointer }) => `${code} ${pointer}`))
  return errorsOf(draft, mergeDocuments(base, branding)).filter(
    ({ code, pointer }) =>
      !before.has(`${code} ${pointer}`) && (pointer === '' || valueAt(branding, pointer) !== undefined),
  )
}

/** Whether a branding document names a logo. */
export function setsLogo(document: unknown): boolean {
  if (!isObject(document)) return false
  const logo = valueAt(document, '/clients/web/defaults/logo')
  const common = valueAt(document, '/common/logo')
  return (isObject(logo) ? Object.keys(logo).length > 0 : logo !== undefined) || common !== undefined
}
