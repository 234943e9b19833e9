import type { Expected } from './trouble.js'

type Message = string | ((match: RegExpExecArray) => string)

/** A usual cause of trouble. */
export interface Cause {
  /** What stands there, up to 1,000 characters of it; the whole token where the match is empty. */
  readonly found: RegExp
  readonly message: Message
  /** The token before it, up to 200 characters of its end, with the white space between. */
  readonly behind: RegExp | undefined
  /** What is marked: what stands there, the token before it, its last character, or both tokens. */
  readonly marks: 'here' | 'before' | 'quote' | 'both'
}

function cause(found: RegExp, message: Message, behind?: RegExp, marks: Cause['marks'] = 'here'): Cause {
  return { found, message, behind, marks }
}

/** What a text is that isn't JSON from its first token on. */
export const kinds: readonly Cause[] = [
  cause(
    /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?!!--)[a-z!?][^\s>]*>?/i,
    'HTML or XML, not JSON: probably the error page of a failed download. Fetch the file again.',
  ),
  cause(
    /^(?:#[^\n]*\n\s*)*(?:---\s|%YAML\b|- |[\w-]+:(?=\s|$))/,
    'YAML, not JSON. Convert it, or use the JSON file that it was made from.',
  ),
  cause(
    /^(?:export\s+default\b|module\.exports\s*=|(?:export\s+)?(?:const|let|var)\s+[\w$]+\s*=)/,
    'JavaScript, not JSON. Keep only the outermost braces and what is between them.',
  ),
  cause(/^```\w*/, 'Markdown fence around the JSON. Remove the lines with ```.'),
]

const code = (character: string) => `U+${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`

/** What may be the matter wherever it stands. */
export const anywhere: readonly Cause[] = [
  cause(/^\0/, 'NUL character: the file is binary or saved as UTF-16. Save it as UTF-8.'),
  cause(/^\\/, 'Backslash outside a string. Remove it, and those before the quotes.'),
  cause(/^<{7}/, 'Git conflict marker. Keep one side, and remove the marker lines.'),
  cause(
    /^(?:\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|<!--[\s\S]*?(?:-->|$)|#(?![\da-f]{3,8}\b)[^\r\n]*)/i,
    'Comment. JSON has none, and servers refuse the file. Remove it.',
  ),
  cause(
    /^[\v\f\u0085\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+/,
    ([found]) =>
      `Invisible character ${code(found)}, often copied from a web page. Delete it, or write a space.`,
  ),
  cause(
    /^['`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u2033\uff02]/,
    ([quote]) => `${quote} is not a JSON quote. Write straight double quotes (").`,
  ),
]

/** What may be the matter where a key or a value is expected. */
const entry = [
  cause(/^[}\]]/, 'Trailing comma. Remove it.', /^,\s*$/, 'before'),
  cause(/^,/, 'Extra comma. Remove it.', /^[{[,]\s*$/),
  cause(
    /^[^\s",:{}[\]][^",:{}[\]\r\n]*"(?=[ \t]*(?:[:,}\]\r\n]|$))/,
    'Missing quote before this. Put " before it.',
  ),
]

const unescapedQuote = cause(
  /^[^"{[]/,
  'Unescaped quote ends the string here. Write \\" for a quote inside a string, or remove what follows.',
  /"$/,
  'quote',
)

const noQuotes = 'Invalid number, or a string without quotes. Put the whole value in double quotes.'

const noLiteral =
  /^(?:true|false|null|yes|no|on|off|undefined|none|nil|[+-]?nan|[+-]?infinity)(?=[ \t]*(?:[,}\]\r\n]|$))/i

/** What may be the matter where JSON goes on with something else; the first that fits is named. */
export const causes: Readonly<Record<Expected, readonly Cause[]>> = {
  key: [
    ...entry,
    cause(
      /^\{/,
      'Extra opening bracket, or a template placeholder without a value. Remove it, or fill it in.',
      /^\{$/,
    ),
    cause(/^[{[]/, 'Missing key before this value. Objects contain keys with values; lists are in [ and ].'),
    cause(
      /^[^"\s:,{}[\]=](?:[^"\r\n:,{}[\]=]*[^"\s:,{}[\]=])?(?=\s*[:=])/,
      'Key without quotes. Put it in double quotes.',
    ),
  ],
  colon: [
    cause(/^[^:]/, 'Missing quote after the key. Put " before the colon.', /^"[^":]+:/, 'before'),
    cause(/^(?:=>|->|=|;|\uff1a)/, ([sign]) => `Expected a colon instead of "${sign}".`),
    cause(
      /^[,}\]]/,
      'Key without a value. Write a colon and the value after it, or remove it.',
      /"/,
      'before',
    ),
    cause(/^"(?=\s*:)/, 'Extra quote. Remove it.', /"$/),
    cause(/^(?=["{[\d-]|true|false|null)/, 'Missing colon between key and value.'),
    unescapedQuote,
  ],
  value: [
    cause(
      /^[,}\]]/,
      'Missing value after the colon. Add it ("" for none), or remove the key.',
      /^:\s*$/,
      'before',
    ),
    ...entry,
    cause(/^[^\s":]+/, 'Not JSON: the file must start with {.', /^$/),
    cause(/^[:=]+/, 'Extra character after the colon. Remove it.', /^:\s*$/),
    cause(
      noLiteral,
      ([value]) => `JSON has no ${value}, only true, false and null (in lower case), numbers and strings.`,
    ),
    cause(
      /^[^\w\s"{}[\],]{1,3}(?=["{[])/,
      ([sign]) => `Unexpected ${JSON.stringify(sign)} before the value. Remove it.`,
    ),
    cause(/^[^\s",:{}[\]][^",{}[\]\r\n]*/, noQuotes),
  ],
  comma: [
    cause(
      /^:/,
      'Unexpected colon. The key before it needs a comma, a value or an opening bracket before it.',
    ),
    cause(/^"(?=[ \t]*[,:}\]]*\s*(?:["\r\n]|$))/, 'Extra quote. Remove it.', /"$/),
    cause(/^[;.=\uff0c\u3001\u060c]+/, ([sign]) => `Expected a comma instead of "${sign}".`),
    unescapedQuote,
    cause(/^[^\s",:{}[\]][^",:{}[\]\r\n]*(?=[,}\]\r\n]|$)/, noQuotes, /^[\w.+-]+\s*$/, 'both'),
    cause(/^(?=["{[\w$-])/, 'Missing comma before this.'),
  ],
  end: [
    cause(/^:/, 'Missing { at the start. Put { and } around the document.', /"\s*$/, 'before'),
    cause(/^[{[]/, 'Second document in the same file. Keep one of them.'),
    cause(
      /^/,
      'Text after the end of the document. Remove it, or the bracket that closes the document too early.',
    ),
  ],
}
