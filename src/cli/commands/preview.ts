import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { defined } from '../../json/defined.js'
import { assetFolder } from '../../node/disk-assets.js'
import { embeddedImages } from '../../node/embedded-images.js'
import { openInBrowser } from '../../node/open.js'
import { type FileToWrite, isSameFile } from '../../node/write-files.js'
import { writeFiles } from '../../node/write-themes.js'
import { type Preview, type PreviewOptions, preview, previewPage } from '../../preview/index.js'
import { visible } from '../../report/visible.js'
import { defaultOpenCloudTarget, defaultTarget, targetIds } from '../../targets/index.js'
import { withLines } from '../../text/ranges.js'
import type { Arguments } from '../arguments.js'
import { flag, release, text } from '../option-table.js'
import { FINDINGS, FINE, type Outcome, UsageError } from '../outcome.js'
import { picturesFor } from '../preview-pictures.js'
import { type DrawnFile, watchPreview } from '../preview-watch.js'
import { renderFindings } from '../render.js'
import type { Command, Surroundings } from './command.js'
import { assetsOf, fileOf, maxFindingsOf, readRole, roleSwitches } from './common-options.js'
import { isRead, load, statusOf } from './load-file.js'
import { readWebOptions, webOptionSwitches } from './web-config.js'

/** Draws what users see of a theme. */
export const previewCommand: Command = {
  usage: ['preview <file|-> [options]'],
  about:
    'Draws what users will see of a theme: for a legacy file before and after the conversion, light and dark, as one HTML file that needs no network.',
  operands: 'files',
  options: {
    target: release(
      targetIds,
      `the release (default ${defaultTarget}, for OpenCloud ${defaultOpenCloudTarget})`,
    ),
    output: {
      ...text('FILE', 'write the page there (--force overwrites); otherwise it goes to standard output'),
      short: 'o',
    },
    png: text('FILE', 'write a picture of the main pages (requires sharp)'),
    markdown: text(
      'FOLDER',
      'write a summary with pictures for a pull request into the folder (requires sharp)',
    ),
    force: flag('overwrite what is there'),
    theme: text('NAME', 'draw this theme only'),
    assets: text('FOLDER', 'the folder served by the web server, with the images'),
    watch: flag('serve the page to this machine, and draw it again whenever the file changes, until Ctrl+C'),
    open: flag('open the page in the browser'),
    ...roleSwitches,
    ...webOptionSwitches,
  },
  examples: [
    'theme-convert preview theme.json -o preview.html --assets web/assets --open',
    'theme-convert preview theme.json --watch --open',
  ],
  async run(args, surroundings) {
    const file = fileOf('preview', args)
    checkUse(args, file)
    const draw = () => drawFile(file, args, surroundings)
    if (args.flag('watch')) return watchPreview(file, draw, args, surroundings)
    const { drawn, name, messages, status } = draw()
    if (drawn === undefined) return { status, output: '', messages }
    return write(args, drawn, { name, messages, status }, surroundings)
  },
}

function checkUse(args: Arguments, file: string): void {
  const outputs = ['output', 'png', 'markdown'].filter((name) => args.text(name) !== undefined)
  if (args.flag('watch') && outputs.length > 0)
    throw new UsageError(`--watch serves the page, so it can't be used with --${outputs[0]}.`)
  if (args.flag('watch') && file === '-') throw new UsageError('--watch requires a file, not standard input.')
  if (args.flag('open') && !args.flag('watch') && args.text('output') === undefined)
    throw new UsageError('--open requires --output FILE or --watch.')
}

function drawFile(file: string, args: Arguments, surroundings: Surroundings): DrawnFile {
  const { messages } = surroundings
  const options = readOptions(args, file, surroundings)
  const loaded = load(file, maxFindingsOf(args), surroundings)
  const { file: name } = loaded
  if (!isRead(loaded))
    return {
      name,
      drawn: undefined,
      status: statusOf(loaded),
      messages: renderFindings(name, loaded, messages),
    }
  const drawn = preview(loaded.document, options)
  const diagnostics = withLines(loaded.text, drawn.diagnostics)
  const said = renderFindings(name, { diagnostics }, messages)
  if (drawn.themes.length === 0) return { name, drawn: undefined, status: FINDINGS, messages: said }
  return { name, drawn, status: said === '' ? FINE : FINDINGS, messages: said }
}

async function write(
  args: Arguments,
  drawn: Preview,
  { name, messages, status }: Omit<DrawnFile, 'drawn'>,
  { place, environment }: Surroundings,
): Promise<Outcome> {
  // Pages and pictures are passed on, so they don't say where the file is.
  const title = path.basename(name)
  const page = previewPage(drawn, { title })
  const output = args.text('output')
  const overwrite = args.flag('force')
  const writes: FileToWrite[] = (await picturesFor(args, drawn, title)).map(({ file, content }) => ({
    file,
    content,
    overwrite,
  }))
  if (output !== undefined) writes.push({ file: output, content: page, overwrite })
  writes.forEach(({ file }, index) => {
    const other = writes.slice(index + 1).find((each) => isSameFile(place(each.file), place(file)))
    if (other !== undefined) throw new UsageError(`${file} and ${other.file} are the same file. Choose two.`)
  })
  if (writes.length === 0) return { status, output: page, messages }
  await writeFiles(writes, { cwd: place('.') })
  const notes = writes.map(({ file }) => `Written to ${visible(file)}.\n`)
  if (args.flag('open') && output !== undefined) {
    const problem = await openInBrowser(pathToFileURL(place(output)).href, environment)
    if (problem !== undefined) notes.push(`${visible(output)} was not opened: ${visible(problem)}.\n`)
  }
  return { status, output: '', messages: messages + notes.join(''), applied: true }
}

function readOptions(args: Arguments, file: string, surroundings: Surroundings): PreviewOptions {
  const assets = assetsOf(args, surroundings)
  const webOptions = readWebOptions(args, surroundings)
  const { roleOf, base } = readRole(args, surroundings)
  return defined({
    as: roleOf(file),
    base,
    target: args.choice('target', targetIds),
    theme: args.text('theme'),
    webOptions,
    ...(assets !== undefined && { images: embeddedImages(assets), assets: assetFolder(assets) }),
  })
}
