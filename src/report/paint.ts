import type { Severity } from '../findings/catalogue.js'
import type { Colors } from './reporter.js'

/** A severity in its colour. */
export function paint(severity: Severity, colors: Colors): string {
  switch (severity) {
    case 'error':
      return colors.red('error')
    case 'warning':
      return colors.yellow('warning')
    case 'info':
      return colors.blue('info')
  }
}
