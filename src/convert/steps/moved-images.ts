import { layoutOf } from '../../formats/layout.js'
import type { AnyPlace, Value } from '../../formats/values.js'
import type { KeyNode, ValueKind } from '../../generated/places.js'
import { faviconsOfOpenCloud, formerFiles } from '../../targets/shipped-file.js'
import { uploadFolders } from '../../targets/uploads.js'
import { type Draft, layersOf, lose, report, type Step } from '../draft.js'

const imageKinds: ReadonlySet<ValueKind | undefined> = new Set([
  'image',
  'common-logo',
  'background',
  'banner-icon',
])

/** The change of the path of an image. */
interface Move {
  readonly code: 'file-moved' | 'file-gone'
  /** The new path; `undefined` for an image without a successor. */
  readonly path: string | undefined
  readonly reason: string
  readonly message: string
}

/**
 * Rewrites the paths of uploaded logos, which are served elsewhere since oCIS 6, and of images that are no longer
 * shipped. Each path is reported once.
 */
export const moveImages: Step = (draft) => {
  const reported = new Set<string>()
  for (const { values, unknownKeys, spots } of [draft.root, ...layersOf(draft)]) {
    moveIn(values, ({ place }) => spots.get(place)?.node)
    moveIn(unknownKeys, ({ known }) => known)
  }

  function moveIn<Found extends Value>(
    values: Map<AnyPlace, Found>,
    nodeOf: (value: Found) => KeyNode | undefined,
  ): void {
    for (const [place, value] of values) {
      // OpenCloud has no logo for the login page, but a later step may use this one as the only logo.
      if (!imageKinds.has(nodeOf(value)?.kind) && place !== 'logo.login') continue
      const moved = movedImage(draft, value, reported)
      if (moved === undefined) values.delete(place)
      else if (moved !== value) values.set(place, moved)
    }
  }
}

/**
 * An image with the path that the target serves; `undefined` if it was dropped.
 *
 * @param reported the messages that were reported already
 */
export function movedImage<Found extends Value>(
  draft: Draft,
  value: Found,
  reported: Set<string>,
): Found | undefined {
  const move = typeof value.value === 'string' ? moveOf(draft, value.value) : undefined
  if (move === undefined) return value
  if (!reported.has(move.message)) {
    reported.add(move.message)
    report(draft, move.code, value.from, move.message)
  }
  if (move.path !== undefined) {
    return { ...value, value: move.path, action: 'rewritten', reason: move.reason }
  }
  lose(draft, value, 'dropped', move.reason)
  return undefined
}

function moveOf({ target }: Draft, path: string): Move | undefined {
  const lead = path.startsWith('./') ? './' : path.startsWith('/') ? '/' : ''
  const plain = path.slice(lead.length)
  if (formerFiles.has(plain)) return formerMove(plain, lead)
  if (faviconsOfOpenCloud.has(plain)) return faviconMove(target, plain, lead)
  const folder = uploadFolders.find((candidate) => plain.startsWith(candidate))
  if (folder === undefined || folder === target.uploads) return undefined
  const moved = target.uploads + plain.slice(folder.length)
  return {
    code: 'file-moved',
    path: lead + moved,
    reason: `${target.title} serves uploaded images below ${target.uploads}`,
    message: `The uploaded image ${plain} is served as ${moved} by ${target.title}. The new theme has the new path. Move the file in the web assets folder from web/assets/${plain} to web/assets/${moved}.`,
  }
}

function formerMove(plain: string, lead: string): Move {
  const successor = formerFiles.get(plain)
  const what = `The image ${plain} is no longer shipped`
  return {
    code: 'file-gone',
    path: successor && lead + successor,
    reason: `${plain} is no longer shipped`,
    message:
      successor === undefined
        ? `${what} and has no successor. It was dropped.`
        : `${what}; the new theme has its successor ${successor}.`,
  }
}

/** OpenCloud 1.x has another favicon than later releases. `undefined` if the target has this one, or neither. */
function faviconMove(target: Draft['target'], plain: string, lead: string): Move | undefined {
  const own = layoutOf(target.places).defaults.spots.get('logo.favicon')?.node.fallback
  if (typeof own !== 'string' || own === plain || !faviconsOfOpenCloud.has(own)) return undefined
  const reason = `servers of ${target.title} have ${own} instead of ${plain}`
  return {
    code: 'file-gone',
    path: lead + own,
    reason,
    message: `The new theme has ${lead + own}: ${reason}.`,
  }
}
