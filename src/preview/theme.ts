import type { Resolution } from '../resolve/resolution.js'
import { targetOf } from '../targets/index.js'
import { ownCloudWeb } from '../targets/products.js'
import type { Target } from '../targets/target.js'
import { type Client, drawPages } from './client-pages.js'
import { clientOf } from './clients.js'
import { type FindImage, imagesBy } from './find-image.js'
import { type Look, lookOf } from './look.js'
import type { Drawing, Mark } from './scene.js'
import { differencesBetween, differencesOf, type PreviewDifference } from './visible-differences.js'

/** What a client shows of a theme. */
export interface PreviewSide {
  /** The client: `ownCloud Web 7.1`, `oCIS 8`. */
  readonly client: string
  /** The release whose layout and colours are drawn instead, if its own were not measured. */
  readonly drawnAs?: string
  /** What is known of the client then, as sentences. */
  readonly note?: string
  readonly drawings: readonly Drawing[]
}

/** The drawings of one theme. */
export interface PreviewTheme {
  readonly name: string
  readonly isDark: boolean
  readonly isVault: boolean
  /** What the client showed that the file was written for; absent for a file of the target's own generation. */
  readonly before?: PreviewSide
  /** What the target's client shows; absent for a theme that the conversion leaves out. */
  readonly after?: PreviewSide
  /** The visible differences. */
  readonly differences: readonly PreviewDifference[]
}

/** A finding that drawings mark. */
export interface PreviewFinding extends Mark {
  readonly code: string
  readonly pointer: string
}

/** A client, with the theme that it shows. */
interface Side {
  readonly resolution: Resolution
  readonly look: Look
  /** The release; `undefined` for old clients that aren't targets. */
  readonly target: Target | undefined
  readonly client: Client
}

/** A client, with the theme that it shows; `undefined` where it shows none. */
export function sideOf(resolution: Resolution | undefined): Side | undefined {
  if (resolution?.theme === undefined) return undefined
  const target = resolution.target === 'legacy' ? undefined : targetOf(resolution.target)
  return { resolution, look: lookOf(resolution), target, client: clientOf(resolution.target) }
}

/** One theme in one client or two. */
interface Pair {
  readonly index: number
  readonly before: Side | undefined
  readonly after: Side | undefined
}

/** Draws a theme; the findings are about what the second client shows. */
export function drawTheme(
  { index, before, after }: Pair,
  findings: readonly PreviewFinding[],
  find: FindImage | undefined,
): PreviewTheme {
  const marks = new Map<string, PreviewFinding[]>()
  for (const finding of findings) marks.set(finding.pointer, [...(marks.get(finding.pointer) ?? []), finding])
  // The images in the servers of old clients were the same.
  const oldest = targetOf('ocis-5')
  const draw = ({ look, client, target }: Side, id: string, marksAt: (pointer: string) => readonly Mark[]) =>
    drawPages(client, { look, id, image: imagesBy(find, target ?? oldest), marksAt }, target)
  const { name = '', isDark = false, isVault = false } = (after ?? before)?.look ?? {}
  return {
    name,
    isDark,
    isVault,
    ...(before !== undefined && {
      before: { ...titleOf(before), drawings: draw(before, `t${index}b`, () => []) },
    }),
    ...(after !== undefined && {
      after: {
        ...titleOf(after),
        drawings: draw(after, `t${index}a`, (pointer) => marks.get(pointer) ?? []),
      },
    }),
    differences:
      before === undefined || after === undefined
        ? []
        : productOf(before) === productOf(after)
          ? differencesOf(before, after)
          : differencesBetween(before, after),
  }
}

const productOf = ({ target }: Side) => (target?.family ?? ownCloudWeb).product

function titleOf({ target, client: { measured, regions, unmeasured } }: Side): Omit<PreviewSide, 'drawings'> {
  const title = target?.title ?? 'ownCloud Web 7.1'
  if (unmeasured === undefined) return { client: title }
  const { known, remark } = unmeasured
  const names = [...known].map((name) => regions[name]?.title)
  const sentences = [
    `${title} is drawn in the layout and colours of ${measured}: ${target?.clients ?? 'ownCloud Web up to 7.1'} was not measured.`,
    ...(target === undefined ? ['Its design tokens are those of 7.1, the oldest that are known.'] : []),
    ...(names.length === 0 ? [] : [`The colours of these parts are known: ${names.join(', ')}.`]),
    ...(remark === undefined ? [] : [remark]),
  ]
  return { client: title, drawnAs: measured, note: sentences.join(' ') }
}

/** The notes of the clients in a preview, each of them once. */
export function notesOf(themes: readonly PreviewTheme[]): readonly string[] {
  const sides = themes.flatMap(({ before, after }) => [before, after])
  return [...new Set(sides.flatMap((side) => side?.note ?? []))]
}

/** The client of drawings, for their labels. */
export const labelOf = ({ client, drawnAs }: PreviewSide): string =>
  drawnAs === undefined ? client : `${client}, drawn as ${drawnAs}`
