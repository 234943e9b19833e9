import { inReadingOrder } from '../findings/reading-order.js'
import type { Reporter } from './reporter.js'

/** A reporter that lists the findings of each file in reading order, whichever checks they are from. */
export const inOrder = (reporter: Reporter): Reporter => ({
  start: () => reporter.start(),
  file: (checked) => reporter.file({ ...checked, diagnostics: inReadingOrder(checked.diagnostics) }),
  end: () => reporter.end(),
})
