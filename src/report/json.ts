import { jsonText } from '../json/json-text.js'
import type { MakeReporter } from './reporter.js'

/** JSON: `{ "configuration"?, "files": [{ "file", "target"?, "valid", "diagnostics", "omitted"? }] }`. */
export const json: MakeReporter = ({ configuration } = {}) => {
  let isFirst = true
  return {
    start: () =>
      `{\n${configuration === undefined ? '' : `  "configuration": ${JSON.stringify(configuration)},\n`}  "files": [`,
    file({ file, target, diagnostics, omitted = [] }) {
      const valid = ![...diagnostics, ...omitted].some(({ severity }) => severity === 'error')
      const rest = omitted.length > 0 ? { omitted } : {}
      const text = jsonText({ file, target, valid, diagnostics, ...rest }).replace(/^/gm, '    ')
      const separator = isFirst ? '\n' : ',\n'
      isFirst = false
      return separator + text
    },
    end: () => (isFirst ? ']\n}\n' : '\n  ]\n}\n'),
  }
}
