import path from 'node:path'
import { localFile } from '../../css/addresses.js'
import { brandingFile, hiddenBy } from '../../instance/instance.js'
import type { Plan, PlanFinding } from '../../instance/plan.js'
import { valueAt } from '../../json/pointer.js'
import { resolve } from '../../resolve/resolve.js'
import { shippedThemes } from '../../shipped/shipped-themes.js'
import type { InstanceFolder } from './read-instance.js'

/** Where an image is now that will be somewhere else. */
function placeNow({ steps }: Plan): (file: string) => string {
  const moved = new Map(steps.flatMap((step) => (step.action === 'move' ? [[step.to, step.file]] : [])))
  return (file) => moved.get(file) ?? file
}

/** Inspects the images that the themes will show, where the optional library is installed. */
export async function lookIntoImages(
  instance: InstanceFolder,
  plan: Plan,
): Promise<{ findings: PlanFinding[]; note: string }> {
  const { documents, target } = plan
  if (documents.size === 0) return { findings: [], note: '' }
  const { imageFindings, imagesBelow, loadSharp, sharpMissing } = await import('../inspect-images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) return { findings: [], note: `${sharpMissing}\n` }
  const now = placeNow(plan)
  const root = path.join(instance.root, instance.assets)
  const below = imagesBelow(sharp, root, (file) => path.relative(root, instance.places.at(now(file))))
  const lookUp: typeof below = async (file) =>
    hiddenBy(instance, now(file)) === undefined ? below(file) : undefined
  const branding = documents.get(brandingFile)
  const findings: PlanFinding[] = []
  for (const [file, document] of shownDocuments(plan)) {
    const found = await imageFindings(
      document,
      { target, ...(branding !== undefined && { branding }) },
      lookUp,
    )
    findings.push(...found.map((finding) => ({ file, ...finding })))
  }
  return { findings, note: '' }
}

/** The themes that will be shown; an uploaded logo alone is shown by a theme that the server brings along. */
function shownDocuments({ documents }: Plan): [string, unknown][] {
  const own = [...documents].filter(([file]) => file !== brandingFile)
  if (own.length > 0) return own
  return shippedThemes()
    .slice(-1)
    .map(({ document }) => [brandingFile, document])
}

/** What kept a favicon from being made. */
export class FaviconError extends Error {}

/**
 * Makes a favicon of the logo that will be shown.
 *
 * @param active the theme in use, as far as it is known
 * @throws FaviconError when there is no logo, or nothing that reads it
 */
export async function makeFavicon(instance: InstanceFolder, plan: Plan, active: string): Promise<Buffer> {
  const { faviconOf, loadSharp } = await import('../inspect-images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) throw new FaviconError('The favicon requires sharp: npm install sharp.')
  const branding = plan.documents.get(brandingFile)
  const [first] = shownDocuments(plan).map(([, shown]) => shown)
  const document = plan.documents.get(active) ?? first
  const { theme } = resolve(document, { target: plan.target, ...(branding !== undefined && { branding }) })
  const logo = localFile(String(valueAt(theme ?? null, '/logo/topbar') ?? ''))
  const root = path.join(instance.root, instance.assets)
  const file = logo === undefined ? undefined : placeNow(plan)(logo)
  const isOpen = file !== undefined && hiddenBy(instance, file) === undefined
  const bytes = isOpen
    ? await faviconOf(sharp, root, path.relative(root, instance.places.at(file)))
    : undefined
  if (bytes !== undefined) return bytes
  throw new FaviconError(
    `The favicon can't be created: there is no logo for it (${logo ?? 'none in the theme'}).`,
  )
}
