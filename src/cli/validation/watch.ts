import { statSync } from 'node:fs'
import path from 'node:path'
import { CONFIGURATION_FILE } from '../../node/configuration/configuration-keys.js'
import { watchFiles } from '../../node/watch-files.js'
import { plural } from '../../report/counts.js'
import { visible } from '../../report/visible.js'
import type { Arguments } from '../arguments.js'
import type { Surroundings } from '../commands/command.js'
import { type Outcome, UsageError } from '../outcome.js'
import { validateFiles } from './validate-files.js'

/** Clears a terminal and what has scrolled out of it. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H'

/**
 * Checks files, and again whenever one of them, the configuration or another file of the call changes, until the user
 * ends it.
 *
 * @returns the outcome of the first check
 * @throws UsageError for what does not go with it, and for a first check that isn't possible
 */
export async function watchValidation(args: Arguments, surroundings: Surroundings): Promise<Outcome> {
  assertPossible(args)
  let files: readonly string[] = []
  let endWatch = () => {}
  let fail: (error: unknown) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  let running: Promise<unknown> = Promise.resolve()
  const watchAgain = (found: readonly string[]) => {
    files = found
    endWatch()
    endWatch = watchPlaces(args, files, surroundings, () => {
      running = running.then(redraw).catch(fail)
    })
  }
  const draw = async () => {
    const outcome = await validateFiles(args, surroundings, watchAgain)
    await surroundings.say(`${outcome.messages}Watching ${plural(files.length, 'file')} until Ctrl+C.\n`)
    return outcome
  }
  // What can't be checked for a moment, such as a file in the middle of an edit, is said, and the watch goes on.
  const redraw = async () => {
    if (surroundings.isTerminal) await surroundings.write(CLEAR)
    try {
      await draw()
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      // A folder that is gone may come back.
      watchAgain(files)
      await surroundings.say(`theme-convert: ${visible(error.message)}\n`)
    }
  }
  try {
    const first = await draw()
    await Promise.race([surroundings.stopped(), failed])
    return { ...first, messages: '' }
  } finally {
    endWatch()
    await running
    endWatch()
  }
}

function assertPossible(args: Arguments): void {
  const format = args.text('format')
  if (format !== undefined && format !== 'pretty')
    throw new UsageError(`--watch shows findings in the terminal: leave out --format ${format}.`)
  if (args.texts('report').length > 0) throw new UsageError('--watch writes no files: leave out --report.')
  if (args.files.includes('-')) throw new UsageError('--watch requires files, not standard input.')
}

/** Watches the files that are read, the folders that are named, and what the options name. */
function watchPlaces(
  args: Arguments,
  files: readonly string[],
  { place }: Surroundings,
  changed: () => void,
): () => void {
  const named = ['theme-file', 'config'].flatMap((name) => args.text(name) ?? [])
  const isFolder = (name: string) => statSync(place(name), { throwIfNoEntry: false })?.isDirectory() === true
  const folders = args.files.filter(isFolder)
  const own = args.flag('no-config') ? [] : [CONFIGURATION_FILE]
  return watchFiles(
    [...files, ...named, ...own].map(place),
    changed,
    folders.map((folder) => path.resolve(place(folder))),
  )
}
