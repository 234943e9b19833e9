import { quoted } from '../../json/quoted.js'
import { assetFolder } from '../../node/disk-assets.js'
import { embeddedImages } from '../../node/embedded-images.js'
import { writeAll } from '../../node/write-files.js'
import { type PreviewOptions, preview, previewPage } from '../../preview/index.js'
import { visible } from '../../report/visible.js'
import { defaultOpenCloudTarget, defaultTarget, targetIds } from '../../targets/index.js'
import type { Arguments } from '../arguments.js'
import { FINDINGS, FINE, type Outcome, UsageError } from '../outcome.js'
import { renderFindings } from '../render.js'
import type { Command, Surroundings } from './command.js'
import { assetsOf, filesOf, load, maxFindingsOf, readRole, roleSwitches, statusOf } from './shared.js'
import { readWebOptions, webOptionSwitches } from './web-config.js'

/** Draws what users will see of a theme. */
export const previewCommand: Command = {
  formats: [],
  options: {
    target: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
    theme: { type: 'string' },
    assets: { type: 'string' },
    ...roleSwitches,
    ...webOptionSwitches,
  },
  help: `Usage: theme-convert preview <file|-> [options]

Draws what users will see of a theme: for a legacy file before and after the
conversion, light and dark, as one HTML file that needs no network.

  --target TARGET        the release (default ${defaultTarget}, for OpenCloud
                         ${defaultOpenCloudTarget})
  -o, --output FILE      write the page there (--force overwrites); otherwise
                         it goes to standard output
  --theme NAME           draw this theme only
  --assets FOLDER        the folder served by the web server, with the images
  --as theme|branding    the kind of the file (default: branding in _branding)
  --theme-file FILE      the theme below a branding file (default: the one that
                         the release ships)
  --web-config FILE      the config.json of the old web service, for its links
  --imprint-url URL, --privacy-url URL, --access-denied-help-url URL
                         the same links as options

Examples:
  theme-convert preview theme.json -o preview.html --assets /var/lib/ocis/web/assets
`,
  run(args, surroundings) {
    const { messages, place } = surroundings
    const [file, second] = filesOf(args)
    if (file === undefined || second !== undefined) throw new UsageError('preview accepts one file.')
    const options = readOptions(args, file, surroundings)
    const loaded = load(file, maxFindingsOf(args), surroundings)
    if (loaded.diagnostics.length > 0)
      return { status: statusOf(loaded), output: '', messages: renderFindings(loaded.name, loaded, messages) }
    const drawn = preview(loaded.document, options)
    const said = renderFindings(loaded.name, { diagnostics: drawn.diagnostics }, messages)
    if (drawn.themes.length === 0) return { status: FINDINGS, output: '', messages: said + noTheme(options) }
    const page = previewPage(drawn, { title: loaded.name })
    const output = args.text('output')
    if (output === undefined) return { status: statusFor(said), output: page, messages: said }
    writeAll([{ file: output, at: place(output), content: page, mayReplace: args.flag('force') }])
    return {
      status: statusFor(said),
      output: '',
      messages: `${said}Written to ${visible(output)}.\n`,
      applied: true,
    }
  },
}

const statusFor = (said: string): Outcome['status'] => (said === '' ? FINE : FINDINGS)

const noTheme = ({ theme }: PreviewOptions) =>
  theme === undefined ? '' : `${visible(`There is no theme ${quoted(theme)}.`)}\n`

function readOptions(args: Arguments, file: string, surroundings: Surroundings): PreviewOptions {
  const target = args.choice('target', targetIds)
  const theme = args.text('theme')
  const assets = assetsOf(args, surroundings)
  const webOptions = readWebOptions(args, surroundings)
  const { roleOf, base } = readRole(args, surroundings)
  return {
    as: roleOf(file),
    ...(base !== undefined && { base }),
    ...(target !== undefined && { target }),
    ...(theme !== undefined && { theme }),
    ...(webOptions !== undefined && { webOptions }),
    ...(assets !== undefined && {
      images: embeddedImages(assets),
      assets: assetFolder(assets),
    }),
  }
}
