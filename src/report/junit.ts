import XmlBuilder from 'fast-xml-builder'
import type { Diagnostic } from '../findings/diagnostic.js'
import { placeOf } from '../findings/file-position.js'
import { withOmitted } from './omitted.js'
import type { MakeReporter } from './reporter.js'
import { visible } from './visible.js'

const builder = () =>
  new XmlBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', textNodeName: '#text', format: true })

/**
 * JUnit XML: a suite for each file, with a failed case for each error and warning, as linters usually do; whether a job
 * fails is up to the exit status. Infos are in its `system-out`.
 */
export const junit: MakeReporter = ({ configuration } = {}) => {
  const build = builder()
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
    file({ file, target, diagnostics, omitted }) {
      const nameOf = names()
      const all = withOmitted(diagnostics, omitted)
      const failed = all.filter(({ severity }) => severity !== 'info')
      const infos = all.filter(({ severity }) => severity === 'info')
      const cases: object[] = failed.map((finding) => ({
        ...attributes({ name: nameOf(finding), classname: file, time: '0' }),
        failure: {
          ...attributes({ message: finding.message, type: finding.code }),
          '#text': clean(`${placeOf(file, finding.range)}: ${finding.severity}: ${finding.message}`),
        },
      }))
      if (cases.length === 0)
        cases.push(
          attributes({
            name: target === undefined ? 'valid' : `valid for ${target}`,
            classname: file,
            time: '0',
          }),
        )
      return build.build({
        testsuite: {
          ...attributes({
            name: file,
            tests: String(cases.length),
            failures: String(failed.length),
            errors: '0',
            skipped: '0',
            time: '0',
          }),
          ...(configuration !== undefined && {
            properties: { property: attributes({ name: 'configuration', value: configuration }) },
          }),
          testcase: cases,
          ...(infos.length > 0 && {
            'system-out': infos
              .map((finding) =>
                clean(`${placeOf(file, finding.range)}: ${finding.message} (${finding.code})`),
              )
              .join('\n'),
          }),
        },
      })
    },
    end: () => '</testsuites>\n',
  }
}

function attributes(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`@${name}`, clean(value)]))
}

/**
 * Makes a name for each finding of a file. GitLab compares the cases of two runs by name, so no name has a line; of equal
 * names it shows the first case only, so they are numbered.
 */
function names(): (finding: Diagnostic) => string {
  const seen = new Map<string, number>()
  return ({ code, pointer, key }) => {
    const name = [code, pointer, key].filter((part) => part).join(' ')
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return number === 1 ? name : `${name} (${number})`
  }
}

/** One line of text without the characters that XML 1.0 forbids even as references. */
function clean(text: string): string {
  return visible(text).replace(/[\ufffe\uffff]/g, '\ufffd')
}
