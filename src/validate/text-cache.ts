/** More texts, or longer ones, would take more memory than they save time. */
const MAX_TEXTS = 4096
const MAX_LENGTH = 128

/** A set of short texts, emptied when it has too many. */
export class TextCache {
  private readonly texts = new Set<string>()

  has(text: string): boolean {
    return this.texts.has(text)
  }

  add(text: string): void {
    if (text.length > MAX_LENGTH) return
    if (this.texts.size >= MAX_TEXTS) this.texts.clear()
    this.texts.add(text)
  }
}
