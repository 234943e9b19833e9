import { jsonText } from '../json/json-text.js'
import { fingerprints, plainPath } from './fingerprint.js'
import { withOmitted } from './omitted.js'
import type { MakeReporter } from './reporter.js'

const severities = { error: 'critical', warning: 'minor', info: 'info' } as const

/** GitLab's Code Quality report. */
export const gitlab: MakeReporter = () => {
  let isFirst = true
  return {
    start: () => '[',
    file({ file, diagnostics, omitted }) {
      const fingerprint = fingerprints(file)
      return withOmitted(diagnostics, omitted)
        .map((finding) => {
          const { code, severity, message, range, pointer } = finding
          const issue = {
            description: range === undefined && pointer !== '' ? `${pointer}: ${message}` : message,
            check_name: code,
            fingerprint: fingerprint(finding),
            severity: severities[severity],
            location: {
              path: plainPath(file),
              lines: { begin: range?.start.line ?? 1, end: range?.end.line ?? 1 },
            },
          }
          const separator = isFirst ? '\n' : ',\n'
          isFirst = false
          return separator + jsonText(issue).replace(/^/gm, '  ')
        })
        .join('')
    },
    end: () => (isFirst ? ']\n' : '\n]\n'),
  }
}
