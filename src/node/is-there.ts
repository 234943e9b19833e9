import { lstatSync, type Stats, statSync } from 'node:fs'
import { assertRefusal, codeOf } from './disk.js'
import { reasonOf } from './system-errors.js'

/** What the system says of paths that lead to no file, whatever they are: a theme may name any. */
const leadingNowhere: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'])

/** What a call gives, `undefined` for a path that leads to nothing. */
export function ifAny<Result>(look: () => Result): Result | undefined {
  try {
    return look()
  } catch (error) {
    if (!leadingNowhere.has(codeOf(error) ?? '')) throw error
    return undefined
  }
}

/** The kind of what is at a path, links followed; `undefined` for nothing. */
export const kindAt = (file: string): Stats | undefined => ifAny(() => statSync(file))

/** The same with links not followed. */
export const ownKindAt = (file: string): Stats | undefined => ifAny(() => lstatSync(file))

/** Why nothing is seen at a path. */
export interface Absence {
  /** Whether nothing is there; what can't be looked at may be. */
  readonly isCertain: boolean
  /** In words that go on behind "which". */
  readonly says: string
}

export const missing = 'is not there'

/** Why nothing is seen at a path, links followed; `undefined` for what is there. */
export function absenceOf(file: string): Absence | undefined {
  try {
    const isMissing = statSync(file, { throwIfNoEntry: false }) === undefined
    return isMissing ? { isCertain: true, says: missing } : undefined
  } catch (error) {
    assertRefusal(error)
    const [reason] = reasonOf(error).split('. ')
    // A loop of links may be mended.
    const isCertain = ['ENAMETOOLONG', 'ENOTDIR'].includes(codeOf(error) ?? '')
    return { isCertain, says: `can't be seen (${reason})` }
  }
}

/** Whether something may be at a path: whoever reads it says why it can't be read. */
export const mayBeThere = (file: string): boolean => absenceOf(file)?.isCertain !== true
