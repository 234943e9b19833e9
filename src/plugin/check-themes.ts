import path from 'node:path'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { placeOf } from '../findings/file-position.js'
import { roleOfFile } from '../formats/roles.js'
import { filesFor } from '../node/find-files.js'
import { readInput } from '../node/read-file.js'
import { withOmitted } from '../report/omitted.js'
import { notUtf8 } from '../text/parse-text.js'
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
  const input = readInput(file)
  const isUtf8 = 'text' in input
  const text = isUtf8 ? input.text : input.shown
  const check = (known: string) => {
    const { diagnostics, omitted } = validate(known, { as: roleOfFile(file), ...checks })
    return withOmitted(diagnostics, omitted)
  }
  const checked = text === undefined ? [] : check(text)
  const diagnostics = isUtf8
    ? checked
    : [
        text === undefined ? diagnostic(input.code, '', `Unreadable: ${input.problem}`) : notUtf8(text),
        ...checked,
      ]
  return diagnostics.map((finding) => ({
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
