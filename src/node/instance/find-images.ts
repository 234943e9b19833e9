import { localFile } from '../../css/addresses.js'
import { brandingFile, hiddenBy } from '../../instance/instance.js'
import { limitFindings } from '../../instance/limit-findings.js'
import { inConverted, type Plan, type PlanFinding } from '../../instance/plan.js'
import { valueAt } from '../../json/pointer.js'
import { resolve } from '../../resolve/resolve.js'
import { shippedThemes } from '../../shipped/shipped-themes.js'
import type { InstanceFolder } from './read-instance.js'
import { TransactionError } from './tree.js'

/** The parts of a plan that decide which images are shown. */
type Shown = Pick<Plan, 'steps' | 'documents' | 'target'>

/** How the images of a plan are inspected. */
interface InspectionOptions {
  readonly maxFindings?: number
  readonly signal?: AbortSignal | undefined
}

/** Finds a file of the assets on this host; `undefined` for one that can't be read. */
export type FileFinder = (file: string) => string | undefined

/**
 * Finds the files that will be in the assets after a plan, where they are before it.
 *
 * @param from the instance that files are copied from, if another one
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

/** Adds what is wrong with the images that the themes will show, where sharp is installed. */
export async function withImageFindings(
  plan: Plan,
  at: FileFinder,
  { maxFindings = Number.POSITIVE_INFINITY, signal }: InspectionOptions = {},
): Promise<{ plan: Plan; isInspected: boolean }> {
  const { documents, target } = plan
  if (documents.size === 0) return { plan, isInspected: true }
  const { imageFindings, imagesBelow, loadSharp } = await import('../inspect-images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) return { plan, isInspected: false }
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
    findings.push(
      ...found.map((finding) => ({ file, ...finding, message: inConverted(plan, file, finding) })),
    )
  }
  const { findings: listed, omitted } = limitFindings(findings, maxFindings)
  return {
    plan: { ...plan, findings: [...plan.findings, ...listed], omitted: [...plan.omitted, ...omitted] },
    isInspected: true,
  }
}

/** The themes that will be shown: without a custom one, the newest shipped theme. */
function shownDocuments({ documents }: Shown): [string, unknown][] {
  const own = [...documents].filter(([file]) => file !== brandingFile)
  if (own.length > 0) return own
  return shippedThemes()
    .slice(-1)
    .map(({ document }) => [brandingFile, document])
}

/**
 * Makes a favicon of the logo that will be shown.
 *
 * @param active the file of the theme in use
 * @throws TransactionError without a logo, or without sharp
 */
export async function makeFavicon(at: FileFinder, plan: Shown, active: string): Promise<Buffer> {
  const { faviconOf, loadSharp } = await import('../inspect-images.js')
  const sharp = await loadSharp()
  if (sharp === undefined) throw new TransactionError('The favicon requires sharp: npm install sharp.')
  const branding = plan.documents.get(brandingFile)
  const [first] = shownDocuments(plan).map(([, own]) => own)
  const document = plan.documents.get(active) ?? first
  const { theme } = resolve(document, { target: plan.target, ...(branding !== undefined && { branding }) })
  // The logo of the top bar, or the only one of OpenCloud.
  const shown = ['/logo/topbar', '/logo'].map((pointer) => valueAt(theme ?? null, pointer))
  const logo = localFile(String(shown.find((value) => typeof value === 'string') ?? ''))
  const file = logo === undefined ? undefined : at(logo)
  if (file === undefined)
    throw new TransactionError(
      `The favicon can't be created: there is no logo for it (${logo ?? 'none in the theme'}).`,
    )
  const favicon = await faviconOf(sharp, '', file)
  if (!('problem' in favicon)) return favicon
  throw new TransactionError(`The favicon can't be created of the logo ${logo}: ${favicon.problem}.`)
}
