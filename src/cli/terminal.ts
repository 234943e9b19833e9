import { styleText } from 'node:util'
import type { Colors } from '../report/reporter.js'
import type { Environment } from '../settings/settings.js'

const styles = ['bold', 'dim', 'red', 'green', 'yellow', 'blue', 'cyan'] as const satisfies (keyof Colors)[]

/** Colours for a stream: on a terminal, unless the environment says otherwise. */
export function colorsFor(stream: { isTTY?: boolean }, environment: Environment): Colors {
  const isColored = wantsColors(stream, environment)
  const mark = (style: keyof Colors) => (text: string) =>
    isColored ? styleText(style, text, { validateStream: false }) : text
  return Object.fromEntries(styles.map((style) => [style, mark(style)])) as Record<
    keyof Colors,
    (text: string) => string
  >
}

function wantsColors({ isTTY }: { isTTY?: boolean }, { NO_COLOR, FORCE_COLOR, TERM }: Environment): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return !['0', 'false'].includes(FORCE_COLOR)
  return isTTY === true && TERM !== 'dumb'
}
