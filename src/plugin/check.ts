import path from 'node:path'
import { type Diagnostic, diagnostic } from '../findings/diagnostic.js'
import { aBoolean, aString, assertOptions, such } from '../findings/options.js'
import { roleOfFile } from '../formats/roles.js'
import { assetFolder } from '../node/disk-assets.js'
import { filesFor } from '../node/files.js'
import { readInput } from '../node/read-file.js'
import { withOmitted } from '../report/omitted.js'
import { notUtf8 } from '../text/parse-text.js'
import { checkedOptions, optionChecks, type ValidateOptions } from '../validate/options.js'
import { validate } from '../validate/validate.js'

/** What to check in a build, and how. */
export interface PluginOptions extends Omit<ValidateOptions, 'assets'> {
  /** The theme files: names, folders (every `theme.json` below them) or patterns; `**\/theme.json` unless given. */
  files?: string | readonly string[]
  /** Where `files` and `assets` start; the bundler's own root, or the current folder. */
  root?: string
  /** The folder that the server serves, to look for the images in. */
  assets?: string
  /** Whether warnings fail the build too. */
  strict?: boolean
}

/** What the options are that only the plugin has; `validate` checks the others. */
const ownChecks = {
  files: such(
    (value) => [value].flat().every((name) => typeof name === 'string' && name !== ''),
    'names, folders or patterns of files',
  ),
  root: aString,
  assets: such((value) => typeof value === 'string', 'the path of a folder'),
  strict: aBoolean,
}

/**
 * Refuses wrong options when the plugin is made, and not only at the first file.
 *
 * @throws TypeError or RangeError with what is wrong and what is possible
 */
export function assertPluginOptions(options: PluginOptions): void {
  assertOptions<PluginOptions>(options, { ...optionChecks, ...ownChecks })
  const { files: _, root: __, assets: ___, strict: ____, ...rest } = options
  checkedOptions(rest)
}

/** So many findings of each code are told of a file, the others counted; `maxFindings` changes that. */
const MAX_FINDINGS = 100

/** A finding in one of the files. */
export interface Found {
  readonly file: string
  readonly finding: Diagnostic
  /** Whether it fails the build. */
  readonly isFatal: boolean
}

/** The theme files of a build. */
export async function themeFiles(
  { files = '**/theme.json' }: PluginOptions,
  root: string,
): Promise<readonly string[]> {
  const found = await filesFor(typeof files === 'string' ? [files] : files, root)
  return found.map((file) => path.resolve(root, file).replaceAll('\\', '/'))
}

/** Checks one theme file. */
export function checkFile(file: string, options: PluginOptions, root: string): Found[] {
  const { files: _, root: __, assets, strict = false, ...rest } = options
  const input = readInput(file)
  const isUtf8 = 'text' in input
  const text = isUtf8 ? input.text : input.shown
  const check = (known: string) => {
    const { diagnostics, omitted } = validate(known, {
      as: roleOfFile(file),
      maxFindings: MAX_FINDINGS,
      ...rest,
      ...(assets !== undefined && { assets: assetFolder(path.resolve(root, assets)) }),
    })
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
    isFatal: finding.severity === 'error' || (strict && finding.severity === 'warning'),
  }))
}

/** A finding in one line: `theme.json:3:5: error: … (code)`. */
export function inOneLine({ file, finding }: Found, root: string): string {
  const { range, pointer, severity, message, code } = finding
  const name = path.relative(root, file) || file
  const place =
    range === undefined ? (pointer === '' ? '' : ` ${pointer}`) : `:${range.start.line}:${range.start.column}`
  return `${name}${place}: ${severity}: ${message} (${code})`
}
