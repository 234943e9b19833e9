import { createScanner, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { DiagnosticCode } from '../diagnostics/catalogue.js'
import { type Diagnostic, diagnostic, type Position, type Range } from '../diagnostics/diagnostic.js'
import { MAX_DEPTH } from './depth.js'
import type { Json } from './json.js'
import { child } from './pointer.js'

/** What a text holds: the document, or the reasons why there is none. */
export type ParsedText =
  | { document: Json; diagnostics: [] }
  | { document: undefined; diagnostics: Diagnostic[] }

/** More syntax errors than this are consequences of the first ones. */
const MAX_SYNTAX_ERRORS = 5

/**
 * Reads the text of a theme file as strictly as the server and the browser do: no comments, no trailing
 * commas, no byte-order mark, and (stricter than both) no key twice in one object.
 *
 * @param text the text of a file
 * @returns the document, or `undefined` with the findings: `empty-file`, `byte-order-mark`, `syntax-error`,
 *   `too-deep`, `duplicate-key`, each with its range
 *
 * @example
 * parseText('{ "common": {}, }').diagnostics[0].message
 * // 'Line 1, column 15: a comma before the closing bracket …'
 */
export function parseText(text: string): ParsedText {
  if (text.charCodeAt(0) === 0xfeff) {
    return rejected(
      text,
      'byte-order-mark',
      0,
      1,
      'the file starts with a byte-order mark, which the server takes for a broken file. Save it as "UTF-8", not as "UTF-8 with BOM".',
    )
  }
  if (text.trim() === '') {
    return rejected(text, 'empty-file', 0, 0, 'the file is empty. Put the whole theme into it, or delete it.')
  }
  const scan = scanStructure(text)
  if (scan.tooDeepAt !== undefined) {
    return rejected(
      text,
      'too-deep',
      scan.tooDeepAt,
      1,
      `objects and lists are nested more than ${MAX_DEPTH} levels deep here. No theme needs more than eight; remove the nesting.`,
    )
  }
  let document: Json
  try {
    document = JSON.parse(text) as Json
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { document: undefined, diagnostics: syntaxErrors(text, error) }
  }
  if (scan.duplicates.length > 0) {
    return {
      document: undefined,
      diagnostics: scan.duplicates.map(({ pointer, key, first, second, length }) => {
        const { line } = positionAt(text, first)
        return at(
          text,
          'duplicate-key',
          second,
          length,
          `the key ${JSON.stringify(key)} stands twice in this object (first in line ${line}); only the last one would count. Keep one of them.`,
          pointer,
        )
      }),
    }
  }
  return { document, diagnostics: [] }
}

/** The line and column of an offset, for any mix of line ends. */
function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  return { line: before.split(/\r\n|\r|\n/).length, column: offset - lineStart + 1 }
}

function rangeOf(text: string, offset: number, length: number): Range {
  return { start: positionAt(text, offset), end: positionAt(text, offset + length) }
}

/** A finding about a stretch of text; its message starts with the place. */
function at(
  text: string,
  code: DiagnosticCode,
  offset: number,
  length: number,
  message: string,
  pointer = '',
): Diagnostic {
  const range = rangeOf(text, offset, length)
  return diagnostic(
    code,
    pointer,
    `Line ${range.start.line}, column ${range.start.column}: ${message}`,
    range,
  )
}

function rejected(
  text: string,
  code: DiagnosticCode,
  offset: number,
  length: number,
  message: string,
): ParsedText {
  return { document: undefined, diagnostics: [at(text, code, offset, length, message)] }
}

interface Duplicate {
  pointer: string
  key: string
  first: number
  second: number
  length: number
}

interface Container {
  /** Where each key of an object stands; `undefined` for a list. */
  keys: Map<string, number> | undefined
  pointer: string
  /** The key or index whose value comes next. */
  current: string | number
  expectsKey: boolean
}

/**
 * One pass over the tokens, without recursion: finds duplicate keys and too deep nesting. What it says about
 * duplicates holds for texts that `JSON.parse` accepts.
 */
function scanStructure(text: string): { tooDeepAt: number | undefined; duplicates: Duplicate[] } {
  const scanner = createScanner(text, true)
  const stack: Container[] = []
  const duplicates: Duplicate[] = []
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const top = stack[stack.length - 1]
    const token = text[scanner.getTokenOffset()]
    switch (token) {
      case '{':
      case '[': {
        if (stack.length >= MAX_DEPTH) return { tooDeepAt: scanner.getTokenOffset(), duplicates }
        const isObject = token === '{'
        stack.push({
          keys: isObject ? new Map() : undefined,
          pointer: top === undefined ? '' : child(top.pointer, top.current),
          current: isObject ? '' : 0,
          expectsKey: isObject,
        })
        break
      }
      case '}':
      case ']':
        stack.pop()
        break
      case ',':
        if (top === undefined) break
        if (typeof top.current === 'number') top.current += 1
        else top.expectsKey = true
        break
      case '"':
        if (top?.keys !== undefined && top.expectsKey) {
          const key = scanner.getTokenValue()
          const offset = scanner.getTokenOffset()
          const first = top.keys.get(key)
          if (first === undefined) top.keys.set(key, offset)
          else {
            const length = scanner.getTokenLength()
            duplicates.push({ pointer: child(top.pointer, key), key, first, second: offset, length })
          }
          top.current = key
          top.expectsKey = false
        }
        break
    }
  }
  return { tooDeepAt: undefined, duplicates }
}

/** What the text around a syntax error says about its cause; the first that matches is named. */
const causes: readonly { matches: (context: ErrorContext) => boolean; message: string }[] = [
  {
    matches: ({ text }) => /^\s*<(!doctype|html|\?xml|head|body)/i.test(text),
    message:
      'this is a web page, not JSON: probably the error page of a failed download. Fetch the file again and look at it first.',
  },
  {
    matches: ({ text }) => text.includes('\u0000'),
    message: 'the file holds NUL characters: it is binary or saved as UTF-16. Save it as UTF-8.',
  },
  {
    matches: ({ text }) => /^\s*(---\s|[\w-]+:(\s|$))/.test(text),
    message: 'this looks like YAML, not JSON. Convert it, or use the JSON file that it was made from.',
  },
  {
    matches: ({ kind }) => kind === 'InvalidCommentToken',
    message: 'a comment; JSON has none, and the server takes such a file for a broken one. Remove it.',
  },
  {
    matches: ({ before, found }) => /^[}\]]/.test(found) && /,\s*$/.test(before),
    message: 'a comma before the closing bracket. Remove the comma.',
  },
  {
    matches: ({ found }) => found.startsWith("'"),
    message: 'single quotes. JSON takes double quotes only.',
  },
  {
    matches: ({ found }) => /^[\u201c\u201d\u201e\u2018\u2019]/.test(found),
    message: 'typographic quotes, as word processors put them. JSON takes straight double quotes (") only.',
  },
  {
    matches: ({ found }) => /^-?(NaN|Infinity)\b/.test(found),
    message: 'NaN and Infinity are not JSON. Write a number, or a string.',
  },
  {
    matches: ({ kind }) => kind === 'UnexpectedEndOfString',
    message:
      'a text that is not closed before the end of the line. Close it with ", and write a line break as \\n.',
  },
  {
    matches: ({ kind }) => kind === 'InvalidCharacter',
    message: 'a line break, tab or other control character inside a text. Write it as \\n, \\t or \\u….',
  },
  {
    matches: ({ kind }) => kind === 'InvalidEscapeCharacter',
    message: 'a backslash that starts no known escape. Write \\\\ for a backslash; paths take / anyway.',
  },
  {
    matches: ({ text, error }) => error.offset >= text.trimEnd().length,
    message: 'the text ends in the middle of the theme: the file was cut off. Fetch or save it again.',
  },
  {
    matches: ({ kind }) => kind === 'EndOfFileExpected',
    message: 'something follows the closing bracket of the theme. Remove it.',
  },
  {
    matches: ({ found }) => /^[A-Za-z_$][\w$-]*\s*:/.test(found),
    message: 'a key without quotes. Put it into double quotes.',
  },
  {
    matches: ({ kind }) => kind === 'CommaExpected',
    message: 'a comma is missing before this.',
  },
  {
    matches: ({ kind }) => kind === 'ColonExpected',
    message: 'a colon is missing between the key and its value.',
  },
  {
    matches: ({ kind }) => kind === 'PropertyNameExpected',
    message: 'a key in double quotes is expected here.',
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
  'this is not JSON. Usual causes are a comment, a trailing comma, a missing comma or quote, or a file that is no theme at all.'

function syntaxErrors(text: string, nativeError: SyntaxError): Diagnostic[] {
  const errors: ParseError[] = []
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const diagnostics: Diagnostic[] = []
  let lastLine = 0
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
    // Behind the first error in a line, and behind any error without a known cause, the parser is guessing.
    const { line } = positionAt(text, error.offset)
    if (diagnostics.length > 0 && (line === lastLine || cause === -1)) continue
    lastLine = line
    diagnostics.push(
      at(text, 'syntax-error', error.offset, error.length, causes[cause]?.message ?? unknownCause),
    )
    if (cause !== -1 && cause < WHOLE_FILE_CAUSES) break
  }
  if (diagnostics.length > 0) return diagnostics
  return [at(text, 'syntax-error', 0, 0, `${unknownCause} (${nativeError.message})`)]
}
