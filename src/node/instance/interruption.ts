import { openJournals, unstartedRuns } from './journal.js'
import { folderInShell, inTree, rollbackCommand } from './journals.js'
import { lockOwner } from './lock.js'
import { migrationState } from './transaction.js'

/** A run that is still working on a folder, or that ended before it was done. */
export interface Interruption {
  /** `stopped`: before it changed a file. */
  readonly kind: 'running' | 'interrupted' | 'stopped'
  /** What is known of it, and what to do, as sentences. */
  readonly says: string
}

/**
 * Looks for a run that isn't done.
 *
 * @param root a folder with journals
 * @returns `undefined` where the latest run is done, and where there is none
 * @throws TransactionError for a journal that is damaged
 */
export function interruptionOf(root: string): Interruption | undefined {
  const { living, isLeft } = leftIn(root)
  if (living !== undefined) {
    return { kind: 'running', says: `Another run (${living}) is working on ${root}. Wait until it ends.` }
  }
  if (migrationState(root) === 'interrupted') {
    const finish = `theme-convert migrate ${folderInShell(root)} --apply`
    return {
      kind: 'interrupted',
      says: `An earlier migration in ${root} was interrupted, so some files may be old and some new. Finish it with the same call again and --apply (${finish}), or undo it: ${rollbackCommand(root)}`,
    }
  }
  if (!isLeft) return undefined
  return {
    kind: 'stopped',
    says: `An earlier migration in ${root} was stopped before it changed a file. The next --apply or --rollback removes what it left in .theme-convert.`,
  }
}

function leftIn(root: string): { living?: string; isLeft: boolean } {
  return inTree(root, (tree) => {
    const journals = openJournals(tree)
    if (journals === undefined) return { isLeft: false }
    const owner = lockOwner(journals)
    if (owner?.living !== undefined) return { living: owner.living, isLeft: true }
    return { isLeft: owner !== undefined || unstartedRuns(tree).length > 0 }
  })
}
