import { createScanner } from 'jsonc-parser'
import { type Edit, type Mistake, replacing } from './mistake.js'
import { matchAt, type Trouble } from './trouble.js'

/** One comment of any language behind another, as far as there is only white space between them. */
const comments =
  /(?:(?:\/\/|#)[^\r\n]*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->)(?:\s*(?:(?:\/\/|#)[^\r\n]*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->))*/y

/** A comment, which JSON has none of. */
export function comment(trouble: Trouble): Mistake | undefined {
  const { text, offset, length, found, expected, kind } = trouble
  // A colour without its quotes is no comment.
  if (expected === 'value' && /^#[\da-f]{3,8}\b/i.test(found)) return undefined
  const match = matchAt(comments, text, offset)
  if (match !== undefined) {
    return replacing(
      offset,
      match[0].length,
      '',
      'A comment; JSON has none, and the server takes such a file for a broken one. Remove it.',
    )
  }
  if (kind !== 'InvalidCommentToken' && !found.startsWith('<!--')) return undefined
  return { offset, length, message: 'A comment that is never closed, and JSON has none. Remove it.' }
}

/** What looks like white space, or like nothing, and is neither in JSON. */
const invisible =
  /[\v\f\u0085\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+/

const names: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u200b': 'zero-width space',
  '\u3000': 'ideographic space',
  '\ufeff': 'byte-order mark',
}

/** White space that is none: usually all over a text that was copied from a web page or a word processor. */
export function invisibleCharacter({ text, offset, found }: Trouble): Mistake | undefined {
  const match = invisible.exec(found)
  if (match?.index !== 0) return undefined
  const character = found.charAt(0)
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  const name = names[character]
  const cure = invisibleOutsideTexts(text)
  const others = cure.length > 1 ? `, and ${cure.length - 1} more further on` : ''
  return {
    offset,
    length: match[0].length,
    message: `An invisible character (${name === undefined ? code : `${name}, ${code}`})${others}, as web pages and word processors have them. Delete it, or write an ordinary space for it.`,
    cure,
  }
}

function invisibleOutsideTexts(text: string): Edit[] {
  const scanner = createScanner(text, true)
  const edits: Edit[] = []
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset()
    const token = text.slice(offset, offset + scanner.getTokenLength())
    if (token.startsWith('"')) continue
    for (const match of token.matchAll(new RegExp(invisible, 'g'))) {
      edits.push({ offset: offset + match.index, length: match[0].length, text: ' ' })
    }
  }
  return edits
}

const conflict = /<{7}[^\n]*\n([\s\S]*?)^={7}[^\n]*\n[\s\S]*?^>{7}[^\r\n]*/my

/** What git leaves where two changes didn't go together. */
export function mergeConflict({ text, offset }: Trouble): Mistake | undefined {
  const match = matchAt(conflict, text, offset)
  if (match === undefined) return undefined
  return replacing(
    offset,
    match[0].length,
    match[1] as string,
    'A conflict that git left in the file. Keep the lines of one side, and delete the other side and the lines with <<<<<<<, ======= and >>>>>>>.',
  )
}

/** The dots that examples have where something is left out; with a comma that they leave without use. */
export function ellipsis({ text, offset, before }: Trouble): Mistake | undefined {
  const match = matchAt(/(?:\.{3}|…)(\s*,)?/y, text, offset)
  if (match === undefined) return undefined
  const end = offset + match[0].length
  const isLast = matchAt(/\s*[}\]]/y, text, end) !== undefined
  const start = isLast && before?.type === 'comma' ? before.offset : offset
  return {
    offset,
    length: match[0].startsWith('…') ? 1 : 3,
    message:
      'Dots, as examples have them where something is left out. Remove them, with a comma that is left over, or write what belongs here.',
    cure: [{ offset: start, length: end - start, text: '' }],
  }
}

/** A placeholder of a template, outside of a text. */
export function placeholder({ text, offset, before, expected }: Trouble): Mistake | undefined {
  // The first of two braces opened an object.
  const isInBraces = before?.type === 'opener' && before.end === offset && expected === 'key'
  if (!isInBraces && expected !== 'value') return undefined
  const start = isInBraces ? before.offset : offset
  const match = matchAt(/\{\{[^{}\r\n]*\}\}|\$\{[^{}\r\n]*\}|<%[^\r\n]*?%>/y, text, start)
  if (match === undefined) return undefined
  return replacing(
    start,
    match[0].length,
    JSON.stringify(match[0]),
    'A placeholder of a template, which nothing filled in. Write the value for it, or put it into double quotes if the program that fills it in adds none.',
  )
}
