import type { Pointer } from '../document/pointer.js'
import { targets } from '../targets/index.js'
import { formerFiles } from '../targets/shipped.js'
import { report, type Work } from './work.js'

/** What became of the path of an image. */
export type PathChange =
  | { kind: 'same' }
  | { kind: 'rewritten'; path: string; reason: string }
  | { kind: 'gone'; reason: string }

const same: PathChange = { kind: 'same' }

/** Where uploaded logos are served, over all releases, longest first so that no prefix hides another. */
const uploadFolders: readonly string[] = /* @__PURE__ */ (() =>
  [...new Set(Object.values(targets).map(({ uploads }) => uploads))].sort((a, b) => b.length - a.length))()

/**
 * What the path of an image has to become for a target: uploaded logos are served elsewhere since oCIS 6, and
 * some images of early releases are no longer shipped. Says so once for each path.
 *
 * @param pointer where the path stands in the input
 */
export function movePath(work: Work, path: string, pointer: Pointer): PathChange {
  const lead = path.startsWith('./') ? './' : path.startsWith('/') ? '/' : ''
  const plain = lead === '' ? path : path.slice(lead.length)
  if (plain.startsWith('themes/owncloud/')) {
    return formerFiles.has(plain) ? replaceFormer(work, plain, lead, pointer) : same
  }
  const folder = uploadFolders.find((candidate) => plain.startsWith(candidate))
  if (folder === undefined || folder === work.target.uploads) return same
  const moved = work.target.uploads + plain.slice(folder.length)
  reportOnce(
    work,
    'file-moved',
    pointer,
    `The uploaded image ${plain} is served as ${moved} by ${work.target.title}. The theme says so now; move the file in the web assets folder accordingly (from web/assets/${plain} to web/assets/${moved}).`,
  )
  return {
    kind: 'rewritten',
    path: lead + moved,
    reason: `${work.target.title} serves uploaded images below ${work.target.uploads}`,
  }
}

function replaceFormer(work: Work, plain: string, lead: string, pointer: Pointer): PathChange {
  const successor = formerFiles.get(plain)
  if (successor === undefined) {
    reportOnce(
      work,
      'file-gone',
      pointer,
      `The image ${plain} is no longer shipped and has no successor. It was left out.`,
    )
    return { kind: 'gone', reason: `${plain} is no longer shipped` }
  }
  reportOnce(
    work,
    'file-gone',
    pointer,
    `The image ${plain} is no longer shipped; the theme now names its successor ${successor}.`,
  )
  return { kind: 'rewritten', path: lead + successor, reason: `${plain} is no longer shipped` }
}

function reportOnce(work: Work, code: 'file-moved' | 'file-gone', pointer: Pointer, message: string): void {
  if (work.said.has(message)) return
  work.said.add(message)
  report(work, code, pointer, message)
}
