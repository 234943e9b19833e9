import { localFile } from '../css/addresses.js'
import { nearest } from '../findings/nearest.js'
import { eachLeaf, valueAt } from '../json/pointer.js'
import { quoted } from '../json/quoted.js'
import type { Json } from '../json/value.js'
import { uploadFolders } from '../targets/uploads.js'
import type { AssetFolder } from '../validate/asset-folder.js'
import { formatOfName } from '../validate/image-formats.js'
import { validate } from '../validate/validate.js'
import { brandingFile, hiddenBy } from './instance.js'
import { inConverted } from './plan.js'
import { addFinding, addStep, type Draft } from './plan-draft.js'
import { isAllSeen } from './unseen.js'

/** Every file that a value in the documents names. */
function referencedFiles(documents: Iterable<unknown>): Set<string> {
  const files = new Set<string>()
  for (const document of documents) {
    eachLeaf(document as Json, '', (_, leaf) => {
      const file = typeof leaf === 'string' ? localFile(leaf) : undefined
      if (file !== undefined) files.add(file)
    })
  }
  return files
}

/** Moves each uploaded image that a theme names by its new path and that is still at an old one. */
export function moveUploads(draft: Draft): void {
  const { target } = draft
  for (const file of referencedFiles(draft.documents.values())) {
    if (!file.startsWith(target.uploads) || hiddenBy(draft.instance, file) !== undefined) continue
    const name = file.slice(target.uploads.length)
    const old = uploadFolders
      .filter((folder) => folder !== target.uploads)
      .map((folder) => folder + name)
      .find((candidate) => draft.files.has(candidate))
    if (old !== undefined) moveUpload(draft, old, file)
  }
}

/**
 * Moves an image to where the target serves it, unless it is there.
 *
 * @returns whether the image will be there
 */
function moveUpload(draft: Draft, from: string, to: string): boolean {
  const { target, instance } = draft
  const taken = [...draft.files].find((file) => file.toLowerCase() === to.toLowerCase())
  if (taken === undefined) {
    addStep(draft, {
      action: 'move',
      file: from,
      to,
      reason: `${target.title} serves uploaded images below ${target.uploads}`,
    })
    return true
  }
  if (instance.files.includes(taken) && !instance.isSame(from, taken)) {
    draft.reported.add(from).add(taken)
    const message = `${target.title} reads this image at ${to}, where another image is (${taken}). Rename the wrong one, and try again.`
    addFinding(draft, 'image-conflict', from, message)
    return false
  }
  return true
}

/** Adds findings about missing and unused images. */
export function checkImages(draft: Draft): void {
  const { target, files, documents, instance } = draft
  const missing = reportMissingImages(draft)
  if (!isAllSeen(draft)) return
  // Files that no step touches: copies, themes under other names, and what isn't a theme for the target.
  const others = instance.themes.filter(({ path }) => files.has(path) && !documents.has(path))
  const texts = [...documents.values(), ...others.map(({ document }) => document)]
  const named = new Set([...referencedFiles(texts), ...draft.reported])
  for (const file of [...files].sort()) {
    if (!isThemeImage(file) || named.has(file)) continue
    const served = file.startsWith(target.servedAssets) ? '' : `, and ${target.title} doesn't serve it there`
    addFinding(draft, 'image-unused', file, `No theme uses this image${served}${cureFor(file, missing)}`)
  }
}

/** What to do with an unused image. It may be the one that a theme means by the path of a missing image. */
function cureFor(file: string, missing: ReadonlySet<string>): string {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/')).toLowerCase()
  const meant =
    nearest(file, missing) ??
    [...missing].find((path) => folderOf(path) === folderOf(file) || nameOf(path) === nameOf(file))
  return meant === undefined
    ? '. Delete it if nothing else needs it.'
    : `, but one names ${quoted(meant)}, which is missing. If that means this file, correct the path there.`
}

/** Whether a file is an image that a theme may use. */
export function isThemeImage(file: string): boolean {
  const isOfThemes = file.startsWith('themes/') || uploadFolders.some((folder) => file.startsWith(folder))
  return isOfThemes && formatOfName(file) !== undefined
}

/**
 * Adds findings about missing images, by the rules of `validate`.
 *
 * @returns the paths of the missing images
 */
export function reportMissingImages(draft: Draft): ReadonlySet<string> {
  const missing = new Set<string>()
  const { target, files, instance } = draft
  const served: AssetFolder = {
    find(path) {
      const isThere = files.has(path) || hiddenBy(instance, path) !== undefined
      if (path.startsWith(target.servedAssets) && isThere) return { found: true }
      const spelling = [...files].find((file) => file.toLowerCase() === path.toLowerCase())
      if (spelling === undefined || !spelling.startsWith(target.servedAssets) || spelling === path) {
        return { found: false }
      }
      return { found: false, spelling }
    },
  }
  for (const [file, document] of draft.documents) {
    const { diagnostics } = validate(document, { target: target.id, assets: served })
    for (const finding of diagnostics) {
      if (finding.code === 'image-missing' || finding.code === 'image-wrong-case') {
        draft.findings.push({ file, ...finding, message: inConverted(draft, file, finding) })
      }
      const path =
        finding.code === 'image-missing' && localFile(String(valueAt(document as Json, finding.pointer)))
      if (typeof path === 'string') missing.add(path)
    }
  }
  return missing
}

/**
 * Puts the image of an uploaded logo where the target serves it.
 *
 * @returns whether it will be there
 */
export function placeLogo(draft: Draft, image: string, to: string): boolean {
  const { files } = draft
  if (files.has(image)) return moveUpload(draft, image, to)
  if (files.has(to)) return true
  reportMissingLogo(draft, image)
  return false
}

export function reportMissingLogo(draft: Draft, image: string): void {
  const { title } = draft.target
  const message = `The uploaded logo is not in the assets folder, so it can't be kept. Upload it again once ${title} runs.`
  addFinding(draft, 'image-missing', image, message)
}

/** Whether there is a branding file after the steps. */
export function hasBranding({ files }: Draft): boolean {
  return files.has(brandingFile)
}
