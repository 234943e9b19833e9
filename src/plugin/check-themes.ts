import path from 'node:path'
import type { Diagnostic } from '../findings/diagnostic.js'
import { placeOf } from '../findings/file-position.js'
import { inReadingOrder } from '../findings/reading-order.js'
import { roleOfFile } from '../formats/roles.js'
import { filesFor } from '../node/find-files.js'
import { readInput } from '../node/read-file.js'
import { shownTextOf } from '../node/read-themes.js'
import { withOmitted } from '../report/omitted.js'
import { validate } from '../validate/validate.js'
import type { Settings } from './plugin-options.js'

/** A finding in a theme file. */
export interface Found {
  readonly file: string
  readonly finding: Diagnostic
  /** Whether it fails the build. */
  readonly isFatal: boolean
}

/** The theme files of a build. */
export async function themeFiles({ files, root }: Settings): Promise<readonly string[]> {
  const found = await filesFor(typeof files === 'string' ? [files] : files, root)
  return found.map((file) => path.resolve(root, file).replaceAll('\\', '/'))
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
export function inOneLine({ file, finding }: Found, root: string): string {
  const { range, pointer, severity, message, code } = finding
  const name = path.relative(root, file) || file
  const place = range === undefined && pointer !== '' ? `${name} ${pointer}` : placeOf(name, range)
  return `${place}: ${severity}: ${message} (${code})`
}
