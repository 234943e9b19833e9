import { onOneLine } from '../json/escaped.js'
import { jsonText } from '../json/json-text.js'
import { detectServerCopy } from '../shipped/server-copies.js'
import { carryWebOptions } from './carry-web-options.js'
import { planBranding } from './check-branding.js'
import { checkMounts } from './check-mounts.js'
import { checkSettings } from './check-settings.js'
import { type ConvertedFile, convertFile, reasonToConvert, reportCurrent } from './convert-file.js'
import { finishPlan, reportUnread } from './finish-plan.js'
import { type Instance, type InstanceTheme, isOfConfigMap, isPlanned, uploadedTheme } from './instance.js'
import { inventoryOf } from './inventory.js'
import { checkHiddenLogo, keepLogo } from './logo.js'
import { checkImages, moveUploads } from './move-uploads.js'
import { newPlace } from './place.js'
import type { Plan, PlanOptions } from './plan.js'
import { addFinding, addStep, type Draft, newDraft } from './plan-draft.js'

/**
 * Plans the migration of an instance to a release: customised themes are converted, copies that a logo upload wrote are
 * deleted, uploaded logos are moved to where the release looks for them. Nothing is changed.
 *
 * @param instance the contents of the assets folder
 * @param options the release, and what is known of the instance beside its files
 * @returns the steps in their order, and the findings. Errors are about files that the administrator has to correct: no
 *   step changes them.
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
  carryWebOptions(draft)
  reportUnread(draft, instance)
  checkMounts(draft)
  return finishPlan(draft, inventoryOf(draft))
}

function planTheme(draft: Draft, theme: InstanceTheme): void {
  const { target } = draft
  const { path, document, diagnostics } = theme
  if (diagnostics.length > 0) {
    draft.findings.push(...diagnostics.map((finding) => ({ file: path, ...finding })))
    return
  }
  // A logo upload always wrote there. A copy elsewhere is the administrator's, and the settings may name it.
  const copy = path === uploadedTheme ? detectServerCopy(document) : undefined
  if (copy !== undefined) {
    const { shipped, image } = copy
    // oCIS 5 keeps its logo in such a copy, so for oCIS 5 it is right.
    if (shipped.target === target.id) {
      draft.documents.set(path, document)
      const what =
        image === undefined
          ? `Unmodified copy of the theme that ${target.title} ships.`
          : `${target.title} keeps an uploaded logo in this file.`
      addFinding(draft, 'already-current', path, what)
      return
    }
    if (image !== undefined && !keepLogo(draft, image, path)) return
    addStep(draft, {
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
  const { path } = source
  const { options, target } = draft
  const converted = convertFile(draft, source, 'theme')
  if (converted === undefined) return
  const { document: theme, isChanged } = converted
  const seen = source.names?.[0] ?? path
  const isActive = [path, ...(source.names ?? [])].includes(draft.active.file)
  const text = `${jsonText(theme)}\n`
  if (isOfConfigMap(draft.instance, path)) {
    changeConfigMap(draft, seen, converted, text)
    return
  }
  const to = isActive && source.names === undefined ? newPlace(draft, path, theme) : undefined
  draft.documents.set(to ?? path, theme)
  if (to !== undefined && !isChanged) {
    addStep(draft, {
      action: 'move',
      file: path,
      to,
      reason: `${target.title} adds the share roles and the branding only to themes/<name>/theme.json`,
    })
    return
  }
  if (!isChanged) {
    reportCurrent(draft, path)
    return
  }
  addStep(draft, {
    action: 'convert',
    file: path,
    ...(to !== undefined && { to }),
    text,
    reason: reasonToConvert(draft, converted, options.webOptions),
  })
}

/** A ConfigMap has to be changed in the cluster: the pod has only a copy of it. */
function changeConfigMap(
  draft: Draft,
  file: string,
  { document, isChanged }: ConvertedFile,
  text: string,
): void {
  draft.documents.set(file, document)
  if (!isChanged) {
    reportCurrent(draft, file)
    return
  }
  const key = file.slice(file.lastIndexOf('/') + 1)
  draft.byHand.push({
    file,
    reason: onOneLine(
      `convert ${file}: it comes from a ConfigMap (or another volume of Kubernetes) and can't be changed here. Put the text below into the key "${key}" of the ConfigMap that is mounted at ${file.slice(0, -key.length)}`,
    ),
    text,
  })
}
