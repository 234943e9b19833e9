/** A stretch of a text, and what to put in its place. */
export interface Edit {
  readonly offset: number
  readonly length: number
  readonly text: string
}

/** A mistake in a text that was to be JSON. */
export interface Mistake {
  readonly offset: number
  readonly length: number
  /** What is wrong and what to do about it. */
  readonly message: string
  /** What the message tells to change, in the order of the text; none where only a person can know. */
  readonly cure?: readonly Edit[]
  /** Another place that the mistake has to do with. */
  readonly related?: { readonly offset: number; readonly length: number; readonly message: string }
}

/** A mistake whose cure replaces the very characters that it marks. */
export function replacing(offset: number, length: number, text: string, message: string): Mistake {
  return { offset, length, message, cure: [{ offset, length, text }] }
}

/** The text with the edits made. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = ''
  let end = 0
  for (const { offset, length, text: inserted } of edits) {
    result += text.slice(end, offset) + inserted
    end = offset + length
  }
  return result + text.slice(end)
}

/** Where an offset of a text that was edited stood before; inside what was put in, where that begins. */
export function offsetBefore(edits: readonly Edit[], offset: number): number {
  let shift = 0
  for (const edit of edits) {
    const start = edit.offset + shift
    if (offset < start) break
    if (offset < start + edit.text.length) return edit.offset
    shift += edit.text.length - edit.length
  }
  return offset - shift
}
