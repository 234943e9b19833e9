import { localFile } from '../../css/addresses.js'
import { brandingFile, hiddenBy } from '../../instance/instance.js'
import type { Plan, PlanFinding } from '../../instance/plan.js'
import { valueAt } from '../../json/pointer.js'
import { resolve } from '../../resolve/resolve.js'
import { shippedThemes } from '../../shipped/shipped-themes.js'
import type { InstanceFolder } from './read-instance.js'
import { TransactionError } from './tree.js'

/** What decides which images are shown. */
type Shown = Pick<Plan, 'steps' | 'documents' | 'target'>

/** Where each file of the assets is now; `undefined` for one that can't be read. */
export type FileFinder = (file: string) => string | undefined

/**
 * Where the files of a plan are now.
 *
 * @param from the instance that files are copied from, where that is another one
 */
export function finderOf(
  instance: InstanceFolder,
  { steps }: Pick<Plan, 'steps'>,
  from: InstanceFolder = instance,
): FileFinder {
  const copied = new Map(steps.flatMap((step) => (step.action === 'copy' ? [[step.to, step.file]] : [])))
  const moved = new Map(steps.flatMap((step) => (step.action === 'move' ? [[step.to, step.file]] : [])))
  return (file) => {
    const original = copied.get(file)
    if (original !== undefined) return from.places.at(original)
    const now = moved.get(file) ?? file
    return hiddenBy(instance, now) === undefined ? instance.places.at(now) : undefined
  }
}

/** Inspects the images that the themes will show, where the optional library is installed. */
export async function lookIntoImages(
  at: FileFinder,
  plan: Shown,
  signal?: AbortSignal,
): Promise<{ findings: PlanFinding[]; isInspected: boolean }> {
  const { documents, target } = plan
  if (documents.size === 0) return { findings: [], isInspected: true }
  const { imageFindings, imagesBelow, loadSharp } = await import('../inspect-images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) return { findings: [], isInspected: false }
  const below = imagesBelow(sharp, '', (file) => at(file) ?? '')
  const lookUp: typeof below = async (file) => {
    signal?.throwIfAborted()
    return at(file) === undefined ? undefined : below(file)
  }
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
  return { findings, isInspected: true }
}

/** The themes that will be shown; an uploaded logo alone is shown by a theme that the server brings along. */
function shownDocuments({ documents }: Shown): [string, unknown][] {
  const own = [...documents].filter(([file]) => file !== brandingFile)
  if (own.length > 0) return own
  return shippedThemes()
    .slice(-1)
    .map(({ document }) => [brandingFile, document])
}

/** What kept a favicon from being made. */
class FaviconError extends TransactionError {}

/**
 * Makes a favicon of the logo that will be shown.
 *
 * @param active the theme in use, as far as it is known
 * @throws FaviconError when there is no logo, or nothing that reads it
 */
export async function makeFavicon(at: FileFinder, plan: Shown, active: string): Promise<Buffer> {
  const { faviconOf, loadSharp } = await import('../inspect-images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) throw new FaviconError('The favicon requires sharp: npm install sharp.')
  const branding = plan.documents.get(brandingFile)
  const [first] = shownDocuments(plan).map(([, own]) => own)
  const document = plan.documents.get(active) ?? first
  const { theme } = resolve(document, { target: plan.target, ...(branding !== undefined && { branding }) })
  // One logo for all places on OpenCloud, else that of the top bar.
  const shown = ['/logo/topbar', '/logo'].map((pointer) => valueAt(theme ?? null, pointer))
  const logo = localFile(String(shown.find((value) => typeof value === 'string') ?? ''))
  const file = logo === undefined ? undefined : at(logo)
  const bytes = file === undefined ? undefined : await faviconOf(sharp, '', file)
  if (bytes !== undefined) return bytes
  throw new FaviconError(
    `The favicon can't be created: there is no logo for it (${logo ?? 'none in the theme'}).`,
  )
}
