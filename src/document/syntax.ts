import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import type { Lines } from './positions.js'

/** More syntax errors than this are consequences of the first ones. */
const MAX_SYNTAX_ERRORS = 5

/** What the text around a syntax error says about its cause; the first that matches is named. */
const causes: readonly { matches: (context: ErrorContext) => boolean; message: string }[] = [
  {
    matches: ({ text }) => /^\s*<(!doctype|html|\?xml|head|body)/i.test(text),
    message:
      'This is a web page, not JSON: probably the error page of a failed download. Fetch the file again and look at it first.',
  },
  {
    matches: ({ text }) => text.includes('\u0000'),
    message: 'The file holds NUL characters: it is binary or saved as UTF-16. Save it as UTF-8.',
  },
  {
    matches: ({ text }) => /^\s*(---\s|[\w-]+:(\s|$))/.test(text),
    message: 'This looks like YAML, not JSON. Convert it, or use the JSON file that it was made from.',
  },
  {
    matches: ({ kind }) => kind === 'InvalidCommentToken',
    message: 'A comment; JSON has none, and the server takes such a file for a broken one. Remove it.',
  },
  {
    matches: ({ before, found }) => /^[}\]]/.test(found) && /,\s*$/.test(before),
    message: 'A comma before the closing bracket. Remove the comma.',
  },
  {
    matches: ({ found }) => found.startsWith("'"),
    message: 'Single quotes. JSON takes double quotes only: replace them.',
  },
  {
    matches: ({ found }) => /^[\u201c\u201d\u201e\u2018\u2019]/.test(found),
    message:
      'Typographic quotes, as word processors put them. JSON takes straight double quotes (") only: replace them.',
  },
  {
    matches: ({ found }) => /^-?(NaN|Infinity)\b/.test(found),
    message: 'NaN and Infinity are not JSON. Write a number, or a string.',
  },
  {
    matches: ({ kind }) => kind === 'UnexpectedEndOfString',
    message:
      'A text that is not closed before the end of the line. Close it with ", and write a line break as \\n.',
  },
  {
    matches: ({ kind }) => kind === 'InvalidCharacter',
    message: 'A line break, tab or other control character inside a text. Write it as \\n, \\t or \\u….',
  },
  {
    matches: ({ kind }) => kind === 'InvalidEscapeCharacter',
    message: 'A backslash that starts no known escape. Write \\\\ for a backslash; paths take / anyway.',
  },
  {
    matches: ({ text, error }) => error.offset >= text.trimEnd().length,
    message: 'The text ends in the middle of the theme: the file was cut off. Fetch or save it again.',
  },
  {
    matches: ({ kind }) => kind === 'EndOfFileExpected',
    message: 'Something follows the closing bracket of the theme. Remove it.',
  },
  {
    matches: ({ found }) => /^[A-Za-z_$][\w$-]*\s*:/.test(found),
    message: 'A key without quotes. Put it into double quotes.',
  },
  {
    matches: ({ kind }) => kind === 'CommaExpected',
    message: 'A comma is missing before this. Put one behind the value above.',
  },
  {
    matches: ({ kind }) => kind === 'ColonExpected',
    message: 'A colon is missing between the key and its value. Add it.',
  },
  {
    matches: ({ kind }) => kind === 'PropertyNameExpected',
    message: 'A key in double quotes is expected here. Add it, or remove the comma before it.',
  },
]

interface ErrorContext {
  text: string
  before: string
  found: string
  error: ParseError
  /** The name of the parser's error code. */
  kind: string
}

/** The first of the causes are about the whole file: one finding says it all. */
const WHOLE_FILE_CAUSES = 3

const unknownCause =
  'This is not JSON. Usual causes are a comment, a trailing comma, a missing comma or quote, or a file that is no theme at all.'

/**
 * What is wrong with a text that `JSON.parse` refuses. The parser recovers from errors, so several may be found.
 *
 * @param nativeError what `JSON.parse` said, for the case that the parser finds nothing
 * @returns at least one finding, each with its range, its usual cause and what to do
 */
export function syntaxErrors(text: string, lines: Lines, nativeError: SyntaxError): Diagnostic[] {
  const errors: ParseError[] = []
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const diagnostics: Diagnostic[] = []
  let lastLine = 0
  const end = text.trimEnd().length
  for (const error of errors) {
    if (diagnostics.length === MAX_SYNTAX_ERRORS) break
    const context: ErrorContext = {
      text,
      error,
      kind: printParseErrorCode(error.error),
      before: text.slice(Math.max(0, error.offset - 200), error.offset),
      found: text.slice(error.offset, error.offset + 200),
    }
    const cause = causes.findIndex(({ matches }) => matches(context))
    // Behind the first error in a line, at the end of the text, and where no cause is known, the parser is guessing.
    const range = lines.range(error.offset, error.length)
    const { line } = range.start
    const isGuess =
      line === lastLine || cause === -1 || error.offset >= end || context.kind === 'EndOfFileExpected'
    if (diagnostics.length > 0 && isGuess) continue
    lastLine = line
    diagnostics.push(diagnostic('syntax-error', '', causes[cause]?.message ?? unknownCause, range))
    if (cause !== -1 && cause < WHOLE_FILE_CAUSES) break
  }
  if (diagnostics.length > 0) return diagnostics
  return [diagnostic('syntax-error', '', `${unknownCause} (${nativeError.message})`, lines.range(0, 0))]
}
