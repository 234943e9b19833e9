import path from 'node:path'
import { serveLivePage } from '../node/live-page.js'
import { openInBrowser } from '../node/open.js'
import { watchFiles } from '../node/watch-files.js'
import { type Preview, previewPage } from '../preview/index.js'
import { visible } from '../report/visible.js'
import type { Arguments } from './arguments.js'
import type { Surroundings } from './commands/command.js'
import { isForUser, type Outcome } from './outcome.js'

/** The result of drawing a file. */
export interface DrawnFile {
  readonly name: string
  /** `undefined` when there is nothing to draw; the messages say why. */
  readonly drawn: Preview | undefined
  readonly messages: string
  readonly status: Outcome['status']
}

/** Serves the page of a file, and draws it again whenever the file changes, until the user ends it. */
export async function watchPreview(
  file: string,
  draw: () => DrawnFile,
  args: Arguments,
  { place, say, stopped, environment }: Surroundings,
): Promise<Outcome> {
  const first = draw()
  const { drawn } = first
  if (drawn === undefined) return { status: first.status, output: '', messages: first.messages }
  let page = previewPage(drawn, { title: path.basename(first.name), isLive: true })
  const live = await serveLivePage(() => page)
  const files = [file, args.text('theme-file'), args.text('web-config')].flatMap((name) => name ?? [])
  const redraw = () => {
    const next = drawAgain(draw)
    // During an edit a file may be incomplete: the last page stays.
    if (next.drawn !== undefined) {
      page = previewPage(next.drawn, { title: path.basename(next.name), isLive: true })
      live.changed()
    }
    void say(next.messages)
  }
  const endWatch = watchFiles(files.map(place), redraw)
  try {
    await say(`${first.messages}${visible(file)} is shown at ${live.address} until Ctrl+C.\n`)
    if (args.flag('open')) {
      const problem = await openInBrowser(live.address, environment)
      if (problem !== undefined) await say(`The page was not opened: ${visible(problem)}.\n`)
    }
    await stopped()
  } finally {
    endWatch()
    await live.close()
  }
  return { status: first.status, output: '', messages: '' }
}

/** A file that an option names may be missing during an edit: then only the messages are new. */
function drawAgain(draw: () => DrawnFile): Pick<DrawnFile, 'name' | 'drawn' | 'messages'> {
  try {
    return draw()
  } catch (error) {
    if (!isForUser(error)) throw error
    return { name: '', drawn: undefined, messages: `${visible(error.message)}\n` }
  }
}
