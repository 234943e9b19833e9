/** Limits: more texts, or longer ones, would cost more memory than they save time. */
const MAX_TEXTS = 4096
const MAX_LENGTH = 128

/** Remembers short texts, and forgets them all when they get too many. */
export class FewTexts {
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
