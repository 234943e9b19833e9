import type { Resolution } from '../resolve/resolution.js'
import { targetOf } from '../targets/index.js'
import type { Target } from '../targets/target.js'
import { type Client, drawPages } from './client-pages.js'
import { groupOf, type Look, lookOf } from './look.js'
import { openCloud } from './opencloud/pages.js'
import { ownCloud } from './owncloud/pages.js'
import type { ImageOf } from './pictures.js'
import type { Drawing, Mark } from './scene.js'
import { differencesBetween, differencesOf, type PreviewDifference } from './visible-differences.js'

/** What a client shows of a theme. */
export interface PreviewSide {
  /** The client: `ownCloud Web 7.1`, `oCIS 8`. */
  readonly client: string
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

/** The pages of a target's client. OpenCloud 1.x looks like ownCloud Web. */
export const clientOf = ({ properties }: Pick<Target, 'properties'>): Client =>
  groupOf(properties) === 'roles' ? openCloud : ownCloud

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
  const client = target === undefined ? ownCloud : clientOf(target)
  return { resolution, look: lookOf(resolution), target, client }
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
  image: ImageOf,
): PreviewTheme {
  const marks = new Map<string, PreviewFinding[]>()
  for (const finding of findings) marks.set(finding.pointer, [...(marks.get(finding.pointer) ?? []), finding])
  const draw = ({ look, client, target }: Side, id: string, marksAt: (pointer: string) => readonly Mark[]) =>
    drawPages(client, { look, id, image, marksAt }, target)
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
        : before.client === after.client
          ? differencesOf(before, after)
          : differencesBetween(before, after),
  }
}

function titleOf({ target }: Side): Pick<PreviewSide, 'client' | 'note'> {
  if (target !== undefined) return { client: target.title }
  return {
    client: 'ownCloud Web 7.1',
    note: 'Before: drawn with the design tokens of ownCloud Web 7.1, the oldest that are known.',
  }
}
