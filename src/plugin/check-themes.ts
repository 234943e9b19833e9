import path from 'node:path'
import type { Diagnostic } from '../findings/diagnostic.js'
import { placeOf } from '../findings/file-position.js'
import { inReadingOrder } from '../findings/reading-order.js'
import { roleOfFile } from '../formats/roles.js'
import { filesFor, NoFilesError } from '../node/find-files.js'
import { readInput } from '../node/read-file.js'
import { shownTextOf } from '../node/read-themes.js'
import { slashed } from '../node/split-pattern.js'
import { withOmitted } from '../report/omitted.js'
import { validate } from '../validate/validate.js'
import { type Settings, shownPath } from './plugin-options.js'

/** A finding in a theme file. */
export interface Found {
  readonly file: string
  readonly finding: Diagnostic
  /** Whether it fails the build. */
  readonly isFatal: boolean
}

/**
 * The theme files of a build.
 *
 * @throws NoFilesError for a folder or pattern without any file
 */
export async function themeFiles({ files, root, configuration }: Settings): Promise<readonly string[]> {
  try {
    const found = await filesFor(typeof files === 'string' ? [files] : files, root)
    return found.map((file) => slashed(path.resolve(root, file)))
  } catch (error) {
    if (!(error instanceof NoFilesError)) throw error
    const isConfigured = configuration !== undefined && files === configuration.values.files
    if (isConfigured) throw new NoFilesError(`"files" in ${configuration.file}: ${error.message}`)
    if (root === process.cwd()) throw error
    throw new NoFilesError(`"files" below ${shownPath(root)}: ${error.message}`)
  }
}

/** Checks one theme file. */
export function checkFile(file: string, { checks, isStrict }: Settings): Found[] {
  const { text, diagnostics } = shownTextOf(readInput(file))
  const found = text === undefined ? undefined : validate(text, { as: roleOfFile(file), ...checks })
  const all = withOmitted([...diagnostics, ...(found?.diagnostics ?? [])], found?.omitted)
  return inReadingOrder(all).map((finding) => ({
    file,
    finding,
    isFatal: finding.severity === 'error' || (isStrict && finding.severity === 'warning'),
  }))
}

/** A finding in one line: `theme.json:3:5: error: … (code)`. */
export function inOneLine({ file, finding }: Found): string {
  const { range, pointer, severity, message, code } = finding
  const name = shownPath(file)
  const place = range === undefined && pointer !== '' ? `${name} ${pointer}` : placeOf(name, range)
  return `${place}: ${severity}: ${message} (${code})`
}
