import { printable } from './visible.js'

/** Longer texts are cut. */
const MOST_LETTERS = 300

/** Escapes a text for Markdown and HTML: it has no link, image or mention. */
export function plain(text: string): string {
  return printable(text.slice(0, MOST_LETTERS)).replace(/[^\p{L}\p{N} ]/gu, (character) =>
    /[.,;/'’–-]/.test(character) ? character : `&#${character.codePointAt(0)};`,
  )
}
