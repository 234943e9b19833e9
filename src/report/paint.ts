import type { Severity } from '../findings/catalogue.js'
import type { Colors } from './reporter.js'

const colorOf = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** Colours a severity, or a text about it. */
export function paint(severity: Severity, colors: Colors, text: string = severity): string {
  return colors[colorOf[severity]](text)
}
