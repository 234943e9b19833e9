import { lstatSync, type Stats, statSync } from 'node:fs'
import { assertRefusal, codeOf } from './disk.js'
import { reasonOf } from './system-errors.js'

/** The errors for paths that lead to no file. A theme may contain any path. */
const missingCodes: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'])

/** The result of a call; `undefined` for a path that leads to nothing. */
export function ifAny<Result>(look: () => Result): Result | undefined {
  try {
    return look()
  } catch (error) {
    if (!missingCodes.has(codeOf(error) ?? '')) throw error
    return undefined
  }
}

/** The stats of a path, links followed; `undefined` where nothing is there. */
export const kindAt = (file: string): Stats | undefined => ifAny(() => statSync(file))

/** The stats of a path, links not followed; `undefined` where nothing is there. */
export const ownKindAt = (file: string): Stats | undefined => ifAny(() => lstatSync(file))

/** Why nothing can be seen at a path. */
export interface Absence {
  /** Whether nothing is there. `false` where it can't be seen. */
  readonly isCertain: boolean
  /** The reason, in words that follow "which". */
  readonly says: string
}

export const missing = 'is not there'

/** Why nothing can be seen at a path, links followed; `undefined` where something is there. */
export function absenceOf(file: string): Absence | undefined {
  try {
    const isMissing = statSync(file, { throwIfNoEntry: false }) === undefined
    return isMissing ? { isCertain: true, says: missing } : undefined
  } catch (error) {
    assertRefusal(error)
    const [reason] = reasonOf(error).split('. ')
    // Behind a loop of links there may be something.
    const isCertain = ['ENAMETOOLONG', 'ENOTDIR'].includes(codeOf(error) ?? '')
    return { isCertain, says: `can't be seen (${reason})` }
  }
}

/** Whether something may be at a path. Reading it reports why it can't be read. */
export const mayBeThere = (file: string): boolean => absenceOf(file)?.isCertain !== true
