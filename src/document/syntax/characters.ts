import type { Mistake } from './mistake.js'
import type { Trouble } from './trouble.js'

const escapes = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4}|\r\n|[\s\S]|$)/g
const isValidEscape = (sequence: string) => /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})$/.test(sequence)

const cureOfBreak = 'JSON texts stand on one line: write \\n for the break, or a space.'
export const brokenText = `A line break in a text. ${cureOfBreak}`
export const continuedText = `A text that goes on in the next line behind a backslash. ${cureOfBreak}`

/** Lines as a JSON text has them, with backslashes before their ends or without. */
export function onOneLine(lines: string): string {
  return withoutControls(lines.replace(/\\(?=[\r\n])/g, ''))
}

/** A text with two backslashes for each that starts no escape. */
function withDoubledBackslashes(text: string): string {
  return text.replace(escapes, (sequence) => {
    if (isValidEscape(sequence)) return sequence
    if (sequence === "\\'") return "'"
    return /[\r\n]/.test(sequence) ? '\\n' : `\\${sequence}`
  })
}

/** A backslash in a text that begins no escape that JSON knows. */
export function wrongEscape({ text, offset, length, kind }: Trouble): Mistake | undefined {
  if (kind !== 'InvalidEscapeCharacter' && kind !== 'InvalidUnicode') return undefined
  const token = text.slice(offset, offset + length)
  const wrong = [...token.matchAll(escapes)].find(([sequence]) => !isValidEscape(sequence))
  const sequence = wrong?.[0] ?? '\\'
  const message = /[\r\n]/.test(sequence)
    ? continuedText
    : sequence === "\\'"
      ? "A backslash before a single quote, which needs none in JSON. Write ' alone."
      : `The backslash in ${JSON.stringify(sequence).slice(1, -1).replace('\\\\', '\\')} starts no escape that JSON knows. Write / in a path, and \\\\ for a backslash${sequence === '\\u' ? ', or four hexadecimal digits behind \\u' : ''}.`
  return {
    ...{ offset: offset + (wrong?.index ?? 0), length: /[\r\n]/.test(sequence) ? 1 : sequence.length },
    message,
    cure: [{ offset, length, text: withDoubledBackslashes(token) }],
  }
}

const controlNames: Readonly<Record<string, string>> = {
  '\t': 'A tab',
  '\b': 'A backspace',
  '\f': 'A form feed',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /\r\n|[\u0000-\u001f]/g

/** A text with escapes for what may not stand in it. */
function withoutControls(text: string): string {
  return text.replace(controls, (found) => (found === '\r\n' ? '\\n' : JSON.stringify(found).slice(1, -1)))
}

/** A tab or another control character in a text. */
export function controlCharacter({ text, offset, length, kind }: Trouble): Mistake | undefined {
  if (kind !== 'InvalidCharacter') return undefined
  const token = text.slice(offset, offset + length)
  const at = token.search(controls)
  const character = token.charAt(at)
  return {
    ...{ offset: offset + at, length: 1 },
    message: `${controlNames[character] ?? 'A control character'} in a text. Write ${withoutControls(character)} for it, or a space.`,
    cure: [{ offset, length, text: withoutControls(token) }],
  }
}

/** A backslash before the last quote makes it a part of the text. */
export function escapedEnd(text: string, offset: number, end: number): Mistake {
  const inner = text.slice(offset + 1, end - 2)
  return {
    ...{ offset: end - 2, length: 2 },
    message:
      'The backslash makes the quote behind it a part of the text, which so has no end. Write / in a path, or \\\\ for a backslash.',
    cure: [{ offset: offset + 1, length: inner.length + 1, text: `${withDoubledBackslashes(inner)}\\\\` }],
  }
}
