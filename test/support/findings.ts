import fc from 'fast-check'
import { catalogue, type Diagnostic, type DiagnosticCode, type Range } from '../../src/index.js'
import type { CheckedFile } from '../../src/report/index.js'

/** Texts that are difficult for reports. */
const hostileTexts = [
  'plain',
  'two\nlines\r\nmore',
  'a::b,c=d%25%0A',
  ']]> <script> & "quotes" \'single\'',
  'NUL \u0000 bell \u0007 escape \u001b[31m',
  'half \ud800 of a character',
  'right to left \u202e, wide 日本, combining e\u0301, 😀',
  '-- --> <!-- ',
  '',
]

const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' }))
const position = fc.record({ line: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 30 }) })
const range: fc.Arbitrary<Range> = fc.tuple(position, position).map(([a, b]) => {
  const isInOrder = a.line < b.line || (a.line === b.line && a.column <= b.column)
  return isInOrder ? { start: a, end: b } : { start: b, end: a }
})

/** Any finding. */
const finding: fc.Arbitrary<Diagnostic> = fc.record(
  {
    code: fc.constantFrom(...(Object.keys(catalogue) as DiagnosticCode[])),
    severity: fc.constantFrom('error', 'warning', 'info'),
    message: text,
    pointer: fc.oneof(
      fc.constant(''),
      text.map((key) => `/${key}`),
    ),
    range,
    related: fc.array(fc.record({ message: text, pointer: text, range }), { maxLength: 2 }),
  },
  { requiredKeys: ['code', 'severity', 'message', 'pointer'] },
)

/** Any checked file. */
export const checkedFile: fc.Arbitrary<CheckedFile> = fc.record(
  {
    file: fc.oneof(
      fc.constantFrom('theme.json', './a b/ü%.json', 'C:\\themes\\a,b.json', '/data/x:y.json'),
      text,
    ),
    target: fc.constantFrom('ocis-8', 'opencloud-7.3'),
    diagnostics: fc.array(finding, { maxLength: 4 }),
    omitted: fc.array(
      fc.record({
        code: fc.constantFrom(...(Object.keys(catalogue) as DiagnosticCode[])),
        severity: fc.constantFrom('error', 'warning', 'info'),
        count: fc.integer({ min: 1, max: 1_000_000 }),
      }),
      { maxLength: 2 },
    ),
    text: fc.oneof(text, fc.constant('{\n\t"a": 1,\n  "日本": "😀"\n}')),
  },
  { requiredKeys: ['file', 'target', 'diagnostics'] },
)
