import type { Plan, Step } from '../../instance/plan.js'
import { contentOf, TooLargeError } from '../put.js'
import type { FileChange } from './changeable.js'
import type { InstanceFolder } from './read-instance.js'
import { applyAll } from './transaction.js'
import { TransactionError } from './tree.js'

/** A change, with the folder that has its journal. */
export interface PlannedChange extends FileChange {
  readonly root: string
}

/** The texts of the themes and the branding, by file. */
export function textsOf({ themes, branding }: InstanceFolder): ReadonlyMap<string, string> {
  const all = branding === undefined ? themes : [...themes, branding]
  return new Map(all.flatMap(({ path: file, text }) => (text === undefined ? [] : [[file, text]])))
}

/** The files that a plan was made from. */
export interface PlanSources {
  /** The instance that files are copied from, if another one; it is only read. */
  readonly from?: InstanceFolder | undefined
  /** The texts that the plan was made from; the current ones unless given. */
  readonly texts?: ReadonlyMap<string, string>
}

/**
 * The file changes of a plan's steps.
 *
 * @throws TransactionError when a file to move or copy is gone, or can't be read
 */
export function changesOf(
  instance: InstanceFolder,
  { steps }: Pick<Plan, 'steps'>,
  sources: PlanSources = {},
): PlannedChange[] {
  return steps.flatMap(changesOfStep(instance, steps, sources))
}

/** The function for the file changes of a single one of these steps. */
export function changesOfStep(
  instance: InstanceFolder,
  steps: readonly Step[],
  { from = instance, texts = textsOf(instance) }: PlanSources,
): (step: Step) => PlannedChange[] {
  const { places, files } = instance
  const textOf = (file: string) => {
    const text = texts.get(file)
    return text === undefined ? null : Buffer.from(text)
  }
  const source = steps.find(({ action }) => action === 'delete') ?? steps[0]
  const change = (
    file: string,
    like: string,
    content: Uint8Array | null,
    expected: Uint8Array | null,
  ): PlannedChange => {
    const { root, path } = places.recorded(file)
    const alike = [like, ...files].map((other) => places.recorded(other)).find((other) => other.root === root)
    return { root, path, like: alike?.path ?? path, content, expected }
  }
  return (step) => {
    const { action, file } = step
    if (action === 'move') {
      const bytes = textOf(file) ?? readFile(places.at(file))
      return [change(step.to, file, bytes, null), change(file, file, null, bytes)]
    }
    if (action === 'copy') {
      const there = step.replaces ? readFile(places.at(step.to)) : null
      return [change(step.to, step.to, readFile(from.places.at(file)), there)]
    }
    if (action === 'write') {
      const there = step.replaces ? readFile(places.at(file)) : null
      const like = step.from === undefined ? (source?.file ?? file) : file
      return [change(file, like, Buffer.from(step.text), there)]
    }
    const expected = textOf(file)
    if (action === 'convert' && step.to !== undefined) {
      return [change(step.to, file, Buffer.from(step.text), null), change(file, file, null, expected)]
    }
    return [change(file, file, action === 'convert' ? Buffer.from(step.text) : null, expected)]
  }
}

/**
 * Applies a plan, all of it or nothing. Changes in other folders have a journal there.
 *
 * @returns messages about what can't be cleaned up
 * @throws TransactionError when a file is not what the changes were planned for, or can't be changed
 */
export function applyPlan(
  instance: InstanceFolder,
  plan: Pick<Plan, 'steps' | 'target'>,
  sources: PlanSources = {},
): readonly string[] {
  const changes = changesOf(instance, plan, sources)
  // The data folder comes first: a rollback names it.
  const parts = instance.places.roots.map((root) => ({
    root,
    changes: changes.filter((change) => change.root === root),
  }))
  return applyAll(
    plan.target,
    parts.filter((part) => part.changes.length > 0),
  )
}

function readFile(file: string): Buffer {
  try {
    const bytes = contentOf(file)
    if (bytes) return bytes
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error
    throw new TransactionError(
      `${file} can't be moved: ${error.message}. Use a smaller image, or move it out of the folder. Nothing was changed.`,
      { cause: error },
    )
  }
  throw new TransactionError(`${file} was changed by another program. Nothing was changed; try again.`)
}
