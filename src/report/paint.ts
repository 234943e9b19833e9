import type { Severity } from '../findings/catalogue.js'
import type { Colors } from './reporter.js'

/** Colours a severity, or a text about it. */
export function paint(severity: Severity, colors: Colors, text: string = severity): string {
  switch (severity) {
    case 'error':
      return colors.red(text)
    case 'warning':
      return colors.yellow(text)
    case 'info':
      return colors.blue(text)
  }
}
