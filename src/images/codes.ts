import type { DiagnosticCode } from '../diagnostics/catalogue.js'

/** What can be found about an image; all of it can be switched off or raised. */
export const imageCodes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'image-unreadable',
  'image-wrong-format',
  'image-script',
  'image-loads',
  'image-heavy',
  'image-animated',
  'image-size',
  'image-invisible',
])
