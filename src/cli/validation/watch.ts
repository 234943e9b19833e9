import { statSync } from 'node:fs'
import path from 'node:path'
import { CONFIGURATION_FILE } from '../../node/own-files.js'
import { watchFiles } from '../../node/watch-files.js'
import { plural } from '../../report/counts.js'
import { visible } from '../../report/visible.js'
import type { Arguments } from '../arguments.js'
import type { Surroundings } from '../commands/command.js'
import { isForUser, type Outcome, UsageError } from '../outcome.js'
import { validateFiles } from './validate-files.js'

/** Clears a terminal with its scrollback. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H'

/**
 * Checks files, and again whenever one of them, the configuration or another file of the call changes, until the user
 * stops it.
 *
 * @returns the outcome of the first check
 * @throws UsageError for options that exclude `--watch`, and for a first check that isn't possible
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
  // A check that fails for a moment, such as during an edit, is reported and the watch goes on.
  const redraw = async () => {
    if (surroundings.isOutputTerminal) await surroundings.write(CLEAR)
    try {
      await draw()
    } catch (error) {
      if (!isForUser(error)) throw error
      // A deleted folder may come back.
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

/** Watches the checked files, and the folders and other files that the call names. */
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
