import { TokenType, tokenize } from '@csstools/css-tokenizer'
import type { ResolvedProperty } from '../index.js'

/** The text that closes an open token. */
const closers: Partial<Record<TokenType, TokenType>> = {
  [TokenType.Function]: TokenType.CloseParen,
  [TokenType.OpenParen]: TokenType.CloseParen,
  [TokenType.OpenSquare]: TokenType.CloseSquare,
  [TokenType.OpenCurly]: TokenType.CloseCurly,
}

const closing: ReadonlySet<TokenType> = new Set(Object.values(closers))

/**
 * A `:root` block with the custom properties that a client sets. Names and invisible characters in values are escaped.
 * A value that would end its declaration or the style sheet is replaced by a comment; browsers refuse most of them in
 * `style.setProperty`, too.
 */
export function rootBlock(properties: readonly ResolvedProperty[]): string {
  const lines = properties
    .filter(({ set }) => set)
    .map(({ name, value }) => {
      const property = escapeName(name)
      return isWhole(value)
        ? `  ${property}: ${escapeValue(value)};\n`
        : `  /* ${property} is left out: its value would end the declaration. */\n`
    })
  return `:root {\n${lines.join('')}}\n`
}

/** Escapes every character that isn't allowed in a CSS name. */
function escapeName(name: string): string {
  return name.replace(/[^-\w\u00a0-\u{10ffff}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter)
}

function escapeCharacter(character: string): string {
  return `\\${(character.codePointAt(0) as number).toString(16)} `
}

/** Puts a value on one line. Characters beyond ASCII occur in names and strings only, where they may be escaped. */
function escapeValue(value: string): string {
  return value
    .replace(/[\t\n\f\r]/g, ' ')
    .replace(/[\u0080-\u009f\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter)
}

/** Whether a text is one complete value of a custom property (`<declaration-value>` of CSS Syntax, level 3). */
function isWhole(value: string): boolean {
  if (/<\/style/i.test(value)) return false
  // No value needs control characters, continued lines or commands of a CI runner (`##[`), and escapes don't help.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are looked for
  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]|\\[\n\f\r]|##(?:\[|vso\[)/i.test(value)) return false
  let isBroken = false
  const tokens = tokenize(
    { css: value },
    {
      onParseError() {
        isBroken = true
      },
    },
  )
  const open: TokenType[] = []
  for (const [type, text] of tokens) {
    const closer = closers[type]
    if (closer !== undefined) open.push(closer)
    else if (closing.has(type)) isBroken ||= open.pop() !== type
    else if (open.length === 0) isBroken ||= type === TokenType.Semicolon || text === '!'
    isBroken ||= type === TokenType.BadURL || type === TokenType.BadString
  }
  return !isBroken && open.length === 0
}
