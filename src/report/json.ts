import { jsonText } from '../json/json-text.js'
import type { MakeReporter } from './reporter.js'

/** For programs: `{ "files": [{ "file", "target", "valid", "diagnostics" }] }`. */
export const json: MakeReporter = () => {
  let isFirst = true
  return {
    start: () => '{\n  "files": [',
    file({ file, target, diagnostics }) {
      const valid = !diagnostics.some(({ severity }) => severity === 'error')
      const text = jsonText({ file, target, valid, diagnostics }).replace(/^/gm, '    ')
      const separator = isFirst ? '\n' : ',\n'
      isFirst = false
      return separator + text
    },
    end: () => (isFirst ? ']\n}\n' : '\n  ]\n}\n'),
  }
}
