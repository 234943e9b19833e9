import path from 'node:path'
import type { Plan } from '../../instance/plan.js'
import { contentOf, TooLargeError } from '../put.js'
import type { FileChange } from './prepare.js'
import type { InstanceFolder } from './read-instance.js'
import { TransactionError } from './tree.js'

/**
 * The changes to files that the steps of a plan are.
 *
 * @throws TransactionError when an image is gone since the plan was made
 */
export function changesOf(instance: InstanceFolder, { steps }: Plan): FileChange[] {
  const below = (file: string) => (instance.assets === '' ? file : `${instance.assets}/${file}`)
  const bytesOf = (file: string) => readImage(path.join(instance.root, below(file)))
  const { themes, branding } = instance
  const texts = branding === undefined ? themes : [...themes, branding]
  const read = new Map(texts.map(({ path: file, text = '' }) => [file, Buffer.from(text)]))
  const source = steps.find(({ action }) => action === 'delete') ?? steps[0]
  return steps.flatMap((step): FileChange[] => {
    const { action, file } = step
    const at = { path: below(file), like: below(file) }
    if (action === 'move') {
      const bytes = bytesOf(file)
      return [
        { path: below(step.to), like: below(file), content: bytes, expected: null },
        { ...at, content: null, expected: bytes },
      ]
    }
    if (action === 'write') {
      const content = Buffer.from(step.text)
      return [{ ...at, like: below(source?.file ?? file), content, expected: null }]
    }
    if (action === 'convert' && step.to !== undefined) {
      const expected = read.get(file) ?? null
      return [
        { path: below(step.to), like: below(file), content: Buffer.from(step.text), expected: null },
        { ...at, content: null, expected },
      ]
    }
    const content = action === 'convert' ? Buffer.from(step.text) : null
    return [{ ...at, content, expected: read.get(file) ?? null }]
  })
}

function readImage(file: string): Buffer {
  try {
    const bytes = contentOf(file)
    if (bytes) return bytes
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error
    throw new TransactionError(
      `${file} can't be moved: ${error.message}. Use a smaller image, or move it out of the folder. Nothing was touched.`,
      { cause: error },
    )
  }
  throw new TransactionError(`${file} was changed in the meantime. Nothing was done; try again.`)
}
