import { convert } from '../convert/convert.js'
import { diagnostic } from '../findings/diagnostic.js'
import type { Environment } from '../settings/settings.js'
import { logoBranding } from '../shipped/branding-files.js'
import { detectServerCopy } from '../shipped/server-copies.js'
import { defaultTarget } from '../targets/index.js'
import { defaultTheme } from './active.js'
import { carryWebOptions } from './carry-web-options.js'
import { checkMerged } from './check-branding.js'
import { checkThemes } from './check-settings.js'
import { checkTransferSettings } from './check-transfer-settings.js'
import { convertFile, reasonToConvert } from './convert-file.js'
import { finishPlan, reportUnread } from './finish-plan.js'
import { brandingFile, type InstanceTheme, isPlanned, isThemeFile, uploadedTheme } from './instance.js'
import { inventoryOf } from './inventory.js'
import { checkHiddenLogo, reportUnseenLogo } from './logo.js'
import { isThemeImage, reportMissingImages, reportMissingLogo } from './move-uploads.js'
import { nameFor, reportMoved } from './place.js'
import type { Plan, PlanOptions } from './plan.js'
import { addFinding, type Draft, newDraft } from './plan-draft.js'
import { isOfOpenCloud } from './product.js'
import { readdress } from './readdress.js'
import { copyFile, copyNamed, putDocument, type Transfer, type TransferDraft } from './transfer-draft.js'
import { isAllSeen } from './unseen.js'

/** Options of a plan for another server. */
export interface TransferOptions extends PlanOptions {
  /** The known variables of the old server. */
  readonly variables: Environment
  /** Whether these are all of its variables. */
  readonly isWhole: boolean
}

/**
 * Plans the migration of a server's themes, uploaded logo and images to another server: they are converted and copied.
 * Nothing of the old server changes.
 *
 * @param transfer the contents of both assets folders
 * @param options the release of the new server, and what is known of the old one beside its files
 * @returns the steps, all of them in the new folder, and the findings. Errors are about files that the administrator has
 *   to correct: no step changes them.
 */
export function planTransfer(transfer: Transfer, options: TransferOptions): Plan {
  const draft = draftOf(transfer, options)
  const { seen, out } = draft
  const { source } = transfer
  for (const theme of source.themes) if (isPlanned(seen, theme)) takeTheme(draft, theme)
  if (source.branding !== undefined) takeBranding(draft, source.branding)
  reportMissingImages(out)
  checkHiddenLogo(out)
  checkThemes(seen)
  checkTransferSettings(out, options)
  carryWebOptions(out, seen)
  reportUnused(draft)
  reportUnread(out, source, seen.active)
  out.findings.push(...seen.findings)
  return finishPlan(out, inventoryOf(seen), seen)
}

function draftOf(transfer: Transfer, options: TransferOptions): TransferDraft {
  const { source, destination } = transfer
  const isOwn = isOfOpenCloud(source)
  const seen = newDraft(source, options, isOwn ? options.target : defaultTarget)
  const isDefault = seen.active.value === undefined
  const file = isDefault ? defaultTheme(options.target) : seen.active.file
  const out: Draft = { ...newDraft(destination, options), active: { ...seen.active, file } }
  return { ...transfer, seen, out, copies: new Map(), renames: isDefault && !isOwn }
}

function takeTheme(draft: TransferDraft, theme: InstanceTheme): void {
  const { seen, out } = draft
  const { path, document, diagnostics, names = [] } = theme
  const own = [path, ...names].find((name) => name === seen.active.file) ?? names[0] ?? path
  if (diagnostics.length > 0) {
    out.findings.push(...diagnostics.map((finding) => ({ file: own, ...finding })))
    return
  }
  const copy = own === uploadedTheme ? detectServerCopy(document) : undefined
  if (copy?.image !== undefined) takeLogo(draft, copy.image, own)
  else if (copy !== undefined) {
    const message = `Unmodified copy of the theme that ${copy.shipped.releases} shipped. It is not migrated: ${out.target.title} has its own theme.`
    out.findings.push({ file: own, ...diagnostic('shipped-theme', '', message), severity: 'info' })
  } else convertInto(draft, { ...theme, path: own }, placeFor(draft, own, document))
}

/** Where a theme belongs. Its id stays, except that of the default theme, which differs between the products. */
function placeFor({ seen, out, renames }: TransferDraft, file: string, document: unknown): string {
  if (file === uploadedTheme && renames) return defaultTheme(out.options.target)
  if (isThemeFile(file)) return file
  const { theme } = convert(document, { target: out.target.id, as: 'theme' })
  const to = `themes/${theme === undefined ? 'custom' : nameFor(file, theme)}/theme.json`
  reportMoved(out, seen.active, file, to)
  return to
}

function convertInto(draft: TransferDraft, { path: file, text, document }: InstanceTheme, to: string): void {
  const { out, source } = draft
  const as = to === brandingFile ? 'branding' : 'theme'
  const own = { from: folderOf(file), to: folderOf(to) }
  const byDefault = { from: folderOf(uploadedTheme), to: folderOf(defaultTheme(out.options.target)) }
  const folders = draft.renames ? ([own, byDefault] as const) : ([own] as const)
  const { document: readdressed, files } = readdress(source, document, [...folders], out.target)
  const converted = convertFile(out, { path: file, text, document: readdressed }, as)
  if (converted === undefined) return
  const reason = converted.isChanged
    ? reasonToConvert(out, converted, out.options.webOptions)
    : `it is right for ${out.target.title} as it is`
  const isPut = putDocument(
    draft,
    to,
    converted.document,
    as === 'branding' ? 'the branding of the server' : reason,
    file,
  )
  if (isPut) copyNamed(draft, converted.document, files)
  else for (const { from } of files) out.reported.add(from)
}

const folderOf = (file: string) => file.replace(/\/[^/]*$/, '')

function takeBranding(draft: TransferDraft, branding: InstanceTheme): void {
  const { out } = draft
  const { diagnostics } = branding
  if (diagnostics.length > 0) {
    out.findings.push(...diagnostics.map((finding) => ({ file: brandingFile, ...finding })))
    return
  }
  convertInto(draft, branding, brandingFile)
  const converted = out.documents.get(brandingFile)
  if (converted !== undefined) checkMerged(out, converted)
}

/** Keeps the logo of a copy that a logo upload wrote. */
function takeLogo(draft: TransferDraft, image: string, theme: string): void {
  const { seen, out, source } = draft
  const { title } = out.target
  if (source.branding !== undefined) {
    out.reported.add(image)
    const isRead = source.branding.diagnostics.length === 0
    const message = `The branding file of the old server ${isRead ? 'is migrated' : "can't be read"}, ${isRead ? 'but' : 'and'} the logo ${image} of ${theme} is not migrated. Upload that logo again if it is the right one.`
    addFinding(out, 'branding-exists', brandingFile, message)
    return
  }
  if (!source.files.includes(image)) {
    reportMissingLogo(out, image)
    return
  }
  const branding = logoBranding(image, { target: out.target.id })
  const isPut = putDocument(draft, brandingFile, branding, `it keeps the uploaded logo on ${title}`, theme)
  if (isPut)
    copyFile(draft, { from: image, to: out.target.uploads + image.slice(image.lastIndexOf('/') + 1) })
  reportUnseenLogo(seen, theme)
}

function reportUnused({ source, seen, out, copies }: TransferDraft): void {
  if (!isAllSeen(seen)) return
  const copied = new Set(copies.values())
  for (const file of source.files) {
    if (!isThemeImage(file) || copied.has(file) || out.reported.has(file)) continue
    addFinding(out, 'image-unused', file, 'No migrated theme uses this image, so it is not copied.')
  }
}
