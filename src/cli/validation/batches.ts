/** How many characters are written at once, because each write takes longer than a check. */
const MOST_CHARACTERS = 65_536

/** How long text waits at most. */
const MOST_MILLISECONDS = 100

/** Writes a text that comes in pieces: the first at once, the others in batches. */
export function batches(write: (text: string) => Promise<void>) {
  let pending = ''
  let written = 0
  return {
    async add(text: string): Promise<void> {
      pending += text
      const isDue = pending.length > MOST_CHARACTERS || performance.now() - written >= MOST_MILLISECONDS
      if (pending === '' || !isDue) return
      const ready = pending
      pending = ''
      await write(ready)
      written = performance.now()
    },
    async end(text: string): Promise<void> {
      await write(pending + text)
      pending = ''
    },
  }
}
