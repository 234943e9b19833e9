import { localFile } from '../css/addresses.js'
import { optionWords } from '../findings/option-words.js'
import { jsonText } from '../json/json-text.js'
import { eachLeaf } from '../json/pointer.js'
import { isEqualJson, type Json } from '../json/value.js'
import { brandingFile, hiddenBy, type Instance } from './instance.js'
import { addFinding, addStep, type Draft } from './plan-draft.js'
import type { NamedFile } from './readdress.js'

/** The two servers of a migration from one to the other. */
export interface Transfer {
  readonly source: Instance
  readonly destination: Instance
  /** Whether a file of the source has the same bytes as one of the destination. */
  isSame(file: string, other: string): boolean
}

/** An unfinished plan for a migration from one server to another. */
export interface TransferDraft extends Transfer {
  /** The draft for the source, with its theme in use; it gets findings only. */
  readonly seen: Draft
  /** The draft for the destination. */
  readonly out: Draft
  /** The copied files: the path in the source by that in the destination. */
  readonly copies: Map<string, string>
  /** Whether the default theme of the one product becomes that of the other. */
  readonly renames: boolean
}

/** What is at the path of a file that is to be written. */
type Obstacle = { readonly isSame: boolean; readonly file: string; readonly reason?: string }

function obstacleAt(
  { out, destination }: TransferDraft,
  to: string,
  isSame: () => boolean,
): Obstacle | undefined {
  const place = hiddenBy(destination, to)
  if (place !== undefined) {
    return { isSame: false, file: place, reason: 'a symbolic link, or something that is not readable' }
  }
  if (out.files.has(to)) return { isSame: isSame(), file: to }
  const lower = to.toLowerCase()
  for (const file of destination.files) {
    const other = file.toLowerCase()
    if (other === lower) return { isSame: false, file, reason: 'a file with another spelling of this name' }
    if (lower.startsWith(`${other}/`)) return { isSame: false, file, reason: 'a file where a folder belongs' }
    if (other.startsWith(`${lower}/`)) return { isSame: false, file, reason: 'a folder where a file belongs' }
  }
  return undefined
}

/**
 * Adds the step that writes a theme or branding file, unless another file is there that may not be replaced.
 *
 * @param from the file of the source that it is converted from
 * @returns whether it will be there
 */
export function putDocument(
  draft: TransferDraft,
  file: string,
  document: object,
  reason: string,
  from: string,
): boolean {
  const { out, destination } = draft
  const isMade = out.documents.has(file)
  const there =
    file === brandingFile ? destination.branding : destination.themes.find(({ path }) => path === file)
  const isSame = () => !isMade && there !== undefined && isEqualJson(there.document as Json, document as Json)
  const obstacle = obstacleAt(draft, file, isSame)
  if (isMade || (obstacle !== undefined && !isReplaceable(draft, obstacle))) {
    reportObstacle(draft, from, file, obstacle, isMade)
    return false
  }
  out.documents.set(file, document)
  if (obstacle?.isSame) {
    const message = `The same file is in the new folder already. It was not changed.`
    addFinding(out, 'already-current', file, message)
    return true
  }
  addStep(out, {
    action: 'write',
    file,
    text: `${jsonText(document)}\n`,
    reason,
    from,
    ...(obstacle !== undefined && { replaces: true }),
  })
  return true
}

const isReplaceable = ({ out }: TransferDraft, { isSame, reason }: Obstacle) =>
  isSame || (reason === undefined && out.options.mayReplace === true)

function reportObstacle(
  { out }: TransferDraft,
  from: string,
  to: string,
  obstacle: Obstacle | undefined,
  isMade: boolean,
): void {
  const message = isMade
    ? `It belongs at ${to}, which another theme of this server becomes too. Rename the folder of one of them, or set WEB_UI_THEME_PATH, and try again.`
    : obstacle?.reason === undefined
      ? `The new folder has another file at ${to}. It was not changed. Move it away, or pass ${optionWords('force')} to replace it, which a rollback undoes.`
      : `It belongs at ${to}, but ${obstacle.file} in the new folder is ${obstacle.reason}. Move that away, and try again.`
  addFinding(out, 'file-exists', from, message)
}

/** Adds steps that copy the files which a document still names after its conversion. */
export function copyNamed(draft: TransferDraft, document: unknown, files: readonly NamedFile[]): void {
  const named = new Map(files.map((file) => [file.to, file]))
  const others = new Map(files.map((file) => [file.to.toLowerCase(), file]))
  eachLeaf(document as Json, '', (_, leaf) => {
    const file = typeof leaf === 'string' ? localFile(leaf) : undefined
    const found = file === undefined ? undefined : (named.get(file) ?? others.get(file.toLowerCase()))
    if (found !== undefined) copyFile(draft, found)
  })
}

/** Adds the step that copies a file of the source, unless another file is there that may not be replaced. */
export function copyFile(draft: TransferDraft, { from, to }: NamedFile): void {
  const { out, copies, source } = draft
  const made = copies.get(to)
  if (made === from) return
  const obstacle = obstacleAt(draft, to, () => draft.isSame(from, to))
  if (made !== undefined) {
    if (source.isSame(from, made)) return
    const why = `${made} of this server, a different image, becomes that file too. Rename one of them`
    reportConflict(draft, from, to, why)
    return
  }
  if (obstacle !== undefined && !isReplaceable(draft, obstacle)) {
    const where = obstacle.reason ?? 'another file'
    const more =
      obstacle.reason === undefined
        ? `, or pass ${optionWords('force')} to replace it, which a rollback undoes`
        : ''
    const why = `${obstacle.file} in the new folder is ${where}. Move it away${more}`
    reportConflict(draft, from, to, why)
    return
  }
  copies.set(to, from)
  if (obstacle?.isSame) return
  addStep(out, {
    action: 'copy',
    file: from,
    to,
    reason: `${out.target.title} serves it there`,
    ...(obstacle !== undefined && { replaces: true }),
  })
}

function reportConflict({ out }: TransferDraft, from: string, to: string, why: string): void {
  out.reported.add(from)
  addFinding(out, 'image-conflict', from, `This image belongs at ${to}, but ${why}, and try again.`)
}
