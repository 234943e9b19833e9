import type { Location, ReportingDescriptor, Result } from 'sarif'
import { describeCode } from '../descriptions/describe.js'
import { catalogue, type DiagnosticCode, type Severity } from '../findings/catalogue.js'
import type { Diagnostic, Range } from '../findings/diagnostic.js'
import { descriptions } from '../generated/descriptions.js'
import { jsonText } from '../json/json-text.js'
import { fingerprints, plainPath } from './fingerprint.js'
import type { CheckedFile, MakeReporter } from './reporter.js'
import { addressOf } from './rule-address.js'
import { wellFormed } from './well-formed.js'

/** The omitted findings of a file, which become a property of the run. */
type Rest = Pick<CheckedFile, 'file' | 'omitted'>

/** The SARIF level of each severity. */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** SARIF 2.1.0, with regions and fingerprints, and with the help texts of all reported rules. */
export const sarif: MakeReporter = ({ version, configuration } = {}) => {
  let isFirst = true
  const rest: Rest[] = []
  /** The reported rules, with their index in the list. */
  const rules = new Map<DiagnosticCode, number>()
  const indexOf = (code: DiagnosticCode) => {
    const index = rules.get(code) ?? rules.size
    rules.set(code, index)
    return index
  }
  return {
    start() {
      const head = {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [{ columnKind: 'utf16CodeUnits', results: [] }],
      }
      // The part behind the opening bracket of the results comes last, when the rules are known.
      return jsonText(head).replace(/\]\s*\}\s*\]\s*\}$/, '')
    },
    file({ file, diagnostics, omitted = [] }) {
      if (omitted.length > 0) rest.push({ file, omitted })
      const fingerprint = fingerprints(file)
      return diagnostics
        .map((finding) => {
          const separator = isFirst ? '\n' : ',\n'
          isFirst = false
          const result = resultOf(uriOf(file), finding, indexOf(finding.code), fingerprint(finding))
          return separator + jsonText(result).replace(/^/gm, '        ')
        })
        .join('')
    },
    end() {
      const driver = {
        name: 'theme-convert',
        ...(version !== undefined && { version, semanticVersion: version }),
        informationUri: 'https://www.npmjs.com/package/theme-convert',
        rules: [...rules.keys()].map(ruleOf),
      }
      const properties = {
        ...(configuration !== undefined && { configuration }),
        ...(rest.length > 0 && { omitted: rest }),
      }
      const members = { tool: { driver }, ...(Object.keys(properties).length > 0 && { properties }) }
      const text = jsonText(members).slice(1, -2).replace(/\n/g, '\n    ')
      return `${isFirst ? '' : '\n      '}],${text}\n    }\n  ]\n}\n`
    },
  }
}

function ruleOf(code: DiagnosticCode): ReportingDescriptor {
  const { title, severity } = catalogue[code]
  const { why } = descriptions[code]
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    helpUri: addressOf(code),
    help: { text: why, markdown: describeCode(code) },
    defaultConfiguration: { level: levels[severity] },
  }
}

function resultOf(uri: string, finding: Diagnostic, ruleIndex: number, fingerprint: string): Result {
  const { code, severity, message, pointer, range, related } = finding
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(uri, range, pointer)],
    ...(related !== undefined && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...locationOf(uri, place.range, place.pointer),
        message: { text: place.message },
      })),
    }),
    partialFingerprints: { 'themeConvert/v2': fingerprint },
  }
}

function locationOf(uri: string, range: Range | undefined, pointer: string): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri },
      ...(range !== undefined && {
        region: {
          startLine: range.start.line,
          startColumn: range.start.column,
          endLine: range.end.line,
          endColumn: range.end.column,
        },
      }),
    },
    ...(pointer !== '' && { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'value' }] }),
  }
}

/** The name of a file as a URI reference. */
function uriOf(file: string): string {
  const path = plainPath(file)
  const encoded = wellFormed(path).split('/').map(encodeURIComponent).join('/')
  // A path with a drive of Windows, then a network share, which begins with its host.
  if (/^[a-z]:\//i.test(path)) return `file:///${encoded.replace('%3A', ':')}`
  if (path.startsWith('//')) return `file:${encoded}`
  return path.startsWith('/') ? `file://${encoded}` : encoded
}
