import { convert } from '../convert/convert.js'
import { diagnostic } from '../findings/diagnostic.js'
import { logoBranding } from '../shipped/branding-files.js'
import { detectServerCopy } from '../shipped/server-copies.js'
import { defaultTarget } from '../targets/index.js'
import { defaultTheme } from './active.js'
import { checkMerged } from './check-branding.js'
import { checkThemes } from './check-settings.js'
import { checkTransferSettings } from './check-transfer-settings.js'
import { convertFile, reasonToConvert } from './convert-file.js'
import { checkWebOptions, checkWritable, finishPlan, sayUnread } from './finish-plan.js'
import { brandingFile, type InstanceTheme, isThemeFile, uploadedTheme } from './instance.js'
import { inventoryOf } from './inventory.js'
import { checkHiddenLogo, sayUnseen } from './logo.js'
import { isPlanned } from './migration.js'
import { isThemeImage, sayMissingImages } from './move-uploads.js'
import { nameFor, sayMoved } from './place.js'
import type { Plan, PlanOptions } from './plan.js'
import { type Draft, newDraft, say } from './plan-draft.js'
import { isOfOpenCloud } from './product.js'
import { readdress } from './readdress.js'
import { copyFile, copyNamed, putDocument, type Transfer, type TransferDraft } from './transfer-draft.js'

/** What is known of a migration to another server, beside its files. */
export interface TransferOptions extends PlanOptions {
  /** The variables of the server that is left, as far as they are known. */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Whether these are all of its variables. */
  readonly isWhole: boolean
}

/**
 * Plans what takes the themes, the uploaded logo and the images of a server to another one of a newer product: they are
 * converted and copied. Of the server that is left nothing changes.
 *
 * @param transfer what is in the assets folders of both
 * @param options the release of the new server, and what is known of the old one beside its files
 * @returns the steps, all of them in the new folder, and the findings. Errors are files that only an
 *   administrator can deal with; no step touches them.
 */
export function planTransfer(transfer: Transfer, options: TransferOptions): Plan {
  const draft = draftOf(transfer, options)
  const { seen, out } = draft
  const { source } = transfer
  for (const theme of source.themes) if (isPlanned(seen, theme)) takeTheme(draft, theme)
  if (source.branding !== undefined) takeBranding(draft, source.branding)
  sayMissingImages(out)
  checkHiddenLogo(out)
  checkThemes(seen)
  checkTransferSettings(out, options)
  checkWebOptions(out)
  sayUnused(draft)
  sayUnread(out, source)
  checkWritable(out)
  out.findings.push(...seen.findings)
  return finishPlan(out, inventoryOf(seen))
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
    const message = `Unmodified copy of the theme that ${copy.shipped.releases} shipped. It is not taken along: ${out.target.title} has a theme of its own.`
    out.findings.push({ file: own, ...diagnostic('shipped-theme', '', message), severity: 'info' })
  } else convertInto(draft, own, placeFor(draft, own, document), document)
}

/** Where a theme belongs: its own id stays, but that of the default, which each product has another of. */
function placeFor({ seen, out, renames }: TransferDraft, file: string, document: unknown): string {
  if (file === uploadedTheme && renames) return defaultTheme(out.options.target)
  if (isThemeFile(file)) return file
  const { theme } = convert(document, { target: out.target.id, as: 'theme' })
  const to = `themes/${theme === undefined ? 'custom' : nameFor(file, theme)}/theme.json`
  sayMoved(out, seen.active, file, to)
  return to
}

function convertInto(draft: TransferDraft, file: string, to: string, document: unknown): void {
  const { out, source } = draft
  const as = to === brandingFile ? 'branding' : 'theme'
  const own = { from: folderOf(file), to: folderOf(to) }
  const byDefault = { from: folderOf(uploadedTheme), to: folderOf(defaultTheme(out.options.target)) }
  const folders = draft.renames ? ([own, byDefault] as const) : ([own] as const)
  const { document: readdressed, files } = readdress(source, document, [...folders], out.target)
  const converted = convertFile(out, file, readdressed, as)
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
  else for (const { from } of files) out.mentioned.add(from)
}

const folderOf = (file: string) => file.replace(/\/[^/]*$/, '')

function takeBranding(draft: TransferDraft, { document, diagnostics }: InstanceTheme): void {
  const { out } = draft
  if (diagnostics.length > 0) {
    out.findings.push(...diagnostics.map((finding) => ({ file: brandingFile, ...finding })))
    return
  }
  convertInto(draft, brandingFile, brandingFile, document)
  const converted = out.documents.get(brandingFile)
  if (converted !== undefined) checkMerged(out, converted)
}

/** Keeps a logo that was uploaded into a copy of the shipped theme. */
function takeLogo(draft: TransferDraft, image: string, theme: string): void {
  const { seen, out, source } = draft
  const { title } = out.target
  if (source.branding !== undefined) {
    out.mentioned.add(image)
    say(
      out,
      'branding-exists',
      brandingFile,
      `The branding file of the old server is taken along, and the logo ${image} of ${theme} is not. Upload that logo again if it is the right one.`,
    )
    return
  }
  if (!source.files.includes(image)) {
    say(
      out,
      'image-missing',
      image,
      `The uploaded logo is not in the assets folder, so it can't be kept. Upload it again once ${title} runs.`,
    )
    return
  }
  const branding = logoBranding(image, { target: out.target.id })
  const isPut = putDocument(draft, brandingFile, branding, `it keeps the uploaded logo on ${title}`, theme)
  if (isPut)
    copyFile(draft, { from: image, to: out.target.uploads + image.slice(image.lastIndexOf('/') + 1) })
  sayUnseen(seen, theme)
}

function sayUnused({ source, out, copies }: TransferDraft): void {
  const copied = new Set(copies.values())
  for (const file of source.files) {
    if (!isThemeImage(file) || copied.has(file) || out.mentioned.has(file)) continue
    say(out, 'image-unused', file, 'No theme that is taken along uses this image, so it is not copied.')
  }
}
