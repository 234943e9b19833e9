import { statSync } from 'node:fs'
import { assertRefusal, codeOf } from './disk.js'
import { reasonOf } from './system-errors.js'

/** Why nothing is seen at a path. */
export interface Absence {
  /** Whether nothing is there; what can't be looked at may be. */
  readonly isCertain: boolean
  /** In words that go on behind "which". */
  readonly says: string
}

/** Why nothing is seen at a path, links followed; `undefined` for what is there. */
export function absenceOf(file: string): Absence | undefined {
  try {
    const isMissing = statSync(file, { throwIfNoEntry: false }) === undefined
    return isMissing ? { isCertain: true, says: 'is not there' } : undefined
  } catch (error) {
    assertRefusal(error)
    const [reason] = reasonOf(error).split('. ')
    // No system has a file with a name that is too long.
    return { isCertain: codeOf(error) === 'ENAMETOOLONG', says: `can't be seen (${reason})` }
  }
}

/** Whether something may be at a path: whoever reads it says why it can't be read. */
export const mayBeThere = (file: string): boolean => absenceOf(file)?.isCertain !== true
