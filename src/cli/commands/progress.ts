import type { Surroundings } from './command.js'

const CLEAR_LINE = '\r\u001b[2K'

/** Shows the progress of a long run on a terminal, in a line that is cleared before any other output. */
export function progressOf(all: number, { say, isErrorTerminal, isOutputTerminal }: Surroundings) {
  // A report on the same terminal shows the progress already.
  const isWanted = isErrorTerminal && !isOutputTerminal && all >= 100
  let isShown = false
  return {
    async show(done: number): Promise<void> {
      if (!isWanted || done % 50 !== 0) return
      await say(`${CLEAR_LINE}Checked ${done} of ${all} files`)
      isShown = true
    },
    async clear(): Promise<void> {
      if (isShown) await say(CLEAR_LINE)
      isShown = false
    },
  }
}
