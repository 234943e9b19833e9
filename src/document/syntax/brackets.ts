import { createScanner } from 'jsonc-parser'

const OPENERS = '{['
const CLOSERS = '}]'

/** The bracket that closes what another opens. */
export const closerOf = (opener: string): string => (opener === '{' ? '}' : ']')

/** How many brackets of a text have no partner, or a wrong one. */
export function imbalance(text: string): number {
  const scanner = createScanner(text, true)
  const open: string[] = []
  let wrong = 0
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const character = text[scanner.getTokenOffset()] as string
    if (OPENERS.includes(character)) open.push(character)
    else if (CLOSERS.includes(character)) {
      const opener = open.pop()
      if (opener === undefined || closerOf(opener) !== character) wrong += 1
    }
  }
  return wrong + open.length
}

/** Where the bracket stands that closes the one at an offset; `undefined` where there is none of its kind. */
export function partnerOf(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true)
  scanner.setPosition(offset)
  let depth = 0
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const at = scanner.getTokenOffset()
    const character = text[at] as string
    if (OPENERS.includes(character)) depth += 1
    else if (CLOSERS.includes(character)) depth -= 1
    if (depth === 0) return at
  }
  return undefined
}

/** A token that the indentation says stands outside, or inside, of the brackets around it. */
export interface Misplaced {
  readonly offset: number
  readonly length: number
  /** The bracket that should be closed before it; `undefined` where it closes one that should stay open. */
  readonly unclosed: { readonly offset: number; readonly bracket: string } | undefined
  /** The offset of the comma before it, if that is what stands there. */
  readonly comma: number | undefined
}

interface Block {
  readonly bracket: string
  readonly offset: number
  /** How far the line is indented that it starts in. */
  readonly indent: number
  /** Whether what is in it starts on a line of its own. */
  isSpread: boolean
}

/** The first line of a text whose indentation doesn't fit the brackets around it. */
export function firstMisplaced(text: string): Misplaced | undefined {
  const scanner = createScanner(text, true)
  const blocks: Block[] = []
  let line = -1
  let indent = 0
  let previous = 0
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset()
    const character = text[offset] as string
    const isFirstInLine = scanner.getTokenStartLine() !== line
    const isCloser = CLOSERS.includes(character)
    const block = blocks.at(-1)
    if (isFirstInLine) {
      line = scanner.getTokenStartLine()
      indent = scanner.getTokenStartCharacter()
      if (block !== undefined && previous === block.offset) block.isSpread = true
      if (block?.isSpread === true) {
        const isOutside = isCloser ? indent < block.indent : indent <= block.indent
        const closesTwice = isCloser && indent > block.indent
        if (isOutside || closesTwice) {
          return {
            offset,
            length: scanner.getTokenLength(),
            unclosed: isOutside ? block : undefined,
            comma: text[previous] === ',' ? previous : undefined,
          }
        }
      }
    }
    if (OPENERS.includes(character)) blocks.push({ bracket: character, offset, indent, isSpread: false })
    else if (isCloser) blocks.pop()
    previous = offset
  }
  return undefined
}
