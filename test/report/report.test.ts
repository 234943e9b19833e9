import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import pc from 'picocolors'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { inReadingOrder } from '../../src/findings/reading-order.js'
import { catalogue, convert, type Diagnostic, validate } from '../../src/index.js'
import {
  type CheckedFile,
  createReporter,
  formatDiagnostics,
  type ReportFormat,
  reportFormats,
} from '../../src/report/index.js'
import { printable } from '../../src/report/visible.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { checkedFile } from '../support/findings.js'
import { officialSchema } from '../support/official-schemas.js'

const text = `{
  "common": { "name": 7, "logo": "/x.svg" },
  "clients": { "web": { "defaults": {}, "themes": [] } }
}`
const { diagnostics } = validate(text)

function report(format: ReportFormat, files: readonly CheckedFile[]): string {
  const reporter = createReporter(format, { version: '1.2.3' })
  return reporter.start() + files.map((file) => reporter.file(file)).join('') + reporter.end()
}

const some = fc.array(checkedFile, { maxLength: 3 })

describe('every format', () => {
  it.each(reportFormats)('%s is the same in pieces and at once', (format) => {
    const source = { file: 'theme.json', target: 'ocis-8', text }
    expect(formatDiagnostics(diagnostics, format, { ...source, version: '1.2.3' })).toBe(
      report(format, [{ ...source, diagnostics }]),
    )
  })

  it('knows the formats that there are', () => {
    expect(() => createReporter('xml' as 'json')).toThrow(RangeError)
  })
})

describe('what is not listed', () => {
  const file: CheckedFile = {
    file: 'a.json',
    target: 'ocis-8',
    diagnostics: [{ code: 'wrong-type', severity: 'error', message: 'Wrong.', pointer: '/a' }],
    omitted: [
      { code: 'wrong-type', severity: 'error', count: 1234 },
      { code: 'unused-token', severity: 'info', count: 5 },
    ],
  }
  const output = (format: ReportFormat) => report(format, [file, { ...file, file: 'b.json', omitted: [] }])

  it('is in the counts for people, and said of each code', () => {
    const lines = output('pretty').split('\n')
    expect(lines[0]).toBe('a.json: 1235 errors, 5 infos for ocis-8')
    expect(lines).toContain('  … 1234 more of wrong-type')
    expect(lines).toContain('  … 5 more of unused-token')
    expect(lines.at(-2)).toBe('1236 errors, 5 infos in 2 files')
    expect(report('pretty', [{ ...file, diagnostics: [] }])).not.toContain('valid')
  })

  it('is a property of its file in JSON, and of the run in SARIF', () => {
    const { files } = JSON.parse(output('json')) as { files: Record<string, unknown>[] }
    expect(files.map(({ omitted }) => omitted)).toEqual([file.omitted, undefined])
    expect(JSON.parse(report('json', [{ ...file, diagnostics: [] }]))).toMatchObject({
      files: [{ valid: false }],
    })
    const [run] = (JSON.parse(output('sarif')) as Log).runs
    expect(run?.results).toHaveLength(2)
    expect(run?.properties).toEqual({ omitted: [{ file: 'a.json', omitted: file.omitted }] })
  })

  it('is a finding about the whole file where the format knows nothing else', () => {
    expect(output('github').split('\n')).toEqual([
      expect.stringContaining('Wrong.'),
      expect.stringMatching(/^::error file=a\.json,.*\(wrong-type\)::1234 more/),
      expect.stringMatching(/^::notice file=a\.json,.*\(unused-token\)::5 more/),
      expect.stringContaining('Wrong.'),
      '',
    ])
    const issues = JSON.parse(output('gitlab')) as { check_name: string; description: string }[]
    expect(issues.map((issue) => `${issue.check_name} ${issue.description}`)).toEqual([
      'wrong-type /a: Wrong.',
      expect.stringMatching(/^wrong-type 1234 more/),
      expect.stringMatching(/^unused-token 5 more/),
      'wrong-type /a: Wrong.',
    ])
    expect(output('junit')).toMatch(/<testsuite name="a\.json" tests="2" failures="2"/)
    expect(output('junit')).toMatch(/<failure message="1234 more/)
    expect(output('junit')).toMatch(/<system-out>a\.json: 5 more/)
  })
})

describe('json', () => {
  it('is the findings in reading order, with whether each file is valid', () => {
    fc.assert(
      fc.property(some, (files) => {
        const parsed = JSON.parse(report('json', files)) as unknown
        expect(parsed).toEqual(
          JSON.parse(
            JSON.stringify({
              files: files.map(({ file, target, diagnostics: found, omitted = [] }) => ({
                file,
                target,
                valid: [...found, ...omitted].every(({ severity }) => severity !== 'error'),
                diagnostics: inReadingOrder(found),
                ...(omitted.length > 0 && { omitted }),
              })),
            }),
          ),
        )
      }),
    )
  })

  it('is laid out as JSON.stringify does it', () => {
    const output = report('json', [{ file: 'a', target: 'ocis-8', diagnostics: [] }])
    expect(output).toBe(`${JSON.stringify(JSON.parse(output), null, 2)}\n`)
  })
})

describe('github', () => {
  /** Reads workflow commands as the runner does. */
  function read(output: string) {
    return output
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const [, command, list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
        const decode = (value: string) =>
          value
            .replaceAll('%2C', ',')
            .replaceAll('%3A', ':')
            .replaceAll('%0A', '\n')
            .replaceAll('%0D', '\r')
            .replaceAll('%25', '%')
        const properties = Object.fromEntries(
          list.split(',').map((entry) => {
            const equals = entry.indexOf('=')
            return [entry.slice(0, equals), decode(entry.slice(equals + 1))]
          }),
        )
        return { command, properties, message: decode(data) }
      })
  }

  /** What a terminal would act on is replaced; line ends are kept by the format's own escapes. */
  function shownAs(text: string) {
    return text
      .split(/([\r\n])/)
      .map((part) => (/[\r\n]/.test(part) ? part : printable(part)))
      .join('')
  }

  it('gives each finding back as the runner reads it', () => {
    fc.assert(
      fc.property(checkedFile, (file) => {
        // Other line separators stay in a line for the runner, and in this reader too.
        const commands = read(report('github', [file]))
        expect(commands).toHaveLength(file.diagnostics.length + (file.omitted ?? []).length)
        for (const [index, { severity, message, code, range }] of inReadingOrder(
          file.diagnostics,
        ).entries()) {
          const { command, properties, message: shown } = commands[index] as ReturnType<typeof read>[number]
          expect(command).toBe({ error: 'error', warning: 'warning', info: 'notice' }[severity])
          expect(shown.endsWith(shownAs(message))).toBe(true)
          expect(properties['title']).toBe(`${catalogue[code].title} (${code})`)
          expect(properties['file']).toBe(shownAs(file.file.replaceAll('\\', '/')))
          expect(properties['line']).toBe(range && String(range.start.line))
          const isOneLine = range !== undefined && range.start.line === range.end.line
          expect(properties['col']).toBe(isOneLine ? String(range.start.column) : undefined)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('sarif', () => {
  const official = officialSchema('sarif')
  const ajv = new Ajv({ strict: false, allErrors: true })
  // The package is CommonJS, and its default export is one level down for some loaders.
  ;((addFormats as unknown as { default?: typeof addFormats.default }).default ?? addFormats)(ajv as never)
  const isSarif = official === undefined ? undefined : ajv.compile(JSON.parse(official) as object)

  it.runIf(isSarif !== undefined)('holds against the official schema, for any findings', () => {
    fc.assert(
      fc.property(some, (files) => {
        expect(isSarif?.(JSON.parse(report('sarif', files))), JSON.stringify(isSarif?.errors)).toBe(true)
      }),
    )
    expect(isSarif?.({ version: '2.1.0' })).toBe(false)
  })

  it('has the rules that found something, and results that lead to their rule and place', () => {
    const log = JSON.parse(
      report('sarif', [{ file: 'a b/ü.json', target: 'ocis-8', diagnostics, text }]),
    ) as Log
    const [run] = log.runs
    const rules = run?.tool.driver.rules ?? []
    expect(rules.map(({ id }) => id)).toEqual([...new Set(diagnostics.map(({ code }) => code))])
    for (const { id, helpUri } of rules)
      expect(helpUri).toMatch(new RegExp(`^https://github\\.com/.+/blob/v\\d.+/docs/rules\\.md#${id}$`))
    expect(rules.every(({ help }) => (help?.text.length ?? 0) > 30)).toBe(true)
    expect(run?.tool.driver.version).toBe('1.2.3')
    expect(run?.results).toHaveLength(diagnostics.length)
    for (const [index, result] of (run?.results ?? []).entries()) {
      const { code, range, severity } = diagnostics[index] as Diagnostic
      expect(rules[result.ruleIndex as number]?.id).toBe(code)
      expect(result.level).toBe(severity === 'info' ? 'note' : severity)
      const place = result.locations?.[0]?.physicalLocation
      expect(place?.artifactLocation?.uri).toBe('a%20b/%C3%BC.json')
      expect(place?.region).toEqual({
        startLine: range?.start.line,
        startColumn: range?.start.column,
        endLine: range?.end.line,
        endColumn: range?.end.column,
      })
    }
  })

  it.each([
    ['a\\b.json', 'a/b.json'],
    ['/a/b.json', 'file:///a/b.json'],
    ['C:\\a b\\c.json', 'file:///C:/a%20b/c.json'],
    ['\\\\host\\share\\c.json', 'file://host/share/c.json'],
  ])('has the address of %s', (file, uri) => {
    const log = JSON.parse(report('sarif', [{ file, target: 'ocis-8', diagnostics, text }])) as Log
    const place = log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation
    expect(place?.artifactLocation?.uri).toBe(uri)
  })

  it('recognises a finding by its place in the document, not in the text', () => {
    const prints = (source: string) => {
      const output = formatDiagnostics(validate(source).diagnostics, 'sarif', { text: source })
      return (JSON.parse(output) as Log).runs[0]?.results?.map(
        ({ partialFingerprints }) => partialFingerprints,
      )
    }
    expect(prints(`\n\n\n${text}`)).toEqual(prints(text))
    expect(new Set(prints(text)?.map((print) => JSON.stringify(print))).size).toBe(diagnostics.length)
  })
})

it.each(reportFormats)('lists findings in reading order as %s', (format) => {
  const range = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 2 } })
  const unsorted: Diagnostic[] = [
    { code: 'low-contrast', severity: 'warning', message: 'Third.', pointer: '/c' },
    { code: 'low-contrast', severity: 'warning', message: 'Second.', pointer: '/b', range: range(7) },
    { code: 'image-script', severity: 'error', message: 'First.', pointer: '/a', range: range(9) },
  ]
  const output = formatDiagnostics(unsorted, format)
  const places = ['First.', 'Second.', 'Third.'].map((message) => output.indexOf(message))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})

describe('markdown', () => {
  it('has a row for each file and finding, in which texts mean nothing', () => {
    const file = '[x](http://evil.example) <img> @all | `a`.json'
    const text = report('markdown', [
      { file, target: 'ocis-8', diagnostics },
      { file: 'b.json', target: 'ocis-7', diagnostics: [] },
    ])
    const rows = text.split('\n').filter((line) => line.startsWith('| '))
    expect(rows).toHaveLength(4 + 2 + diagnostics.length)
    expect(rows).toContain('| b.json | ocis-7 | 0 | 0 | 0 |')
    expect(new Set(rows.map((row) => row.split('|').length))).toEqual(new Set([6, 7]))
    for (const mark of ['](', '<img', '@all', '`']) expect(text).not.toContain(mark)
    for (const { code } of diagnostics) expect(text).toContain(`| ${code} |`)
  })

  it('counts what is too much to list', () => {
    const one = diagnostics[0] as Diagnostic
    const many = report('markdown', [
      { file: 'a.json', target: 'ocis-8', diagnostics: Array(1030).fill(one) },
    ])
    expect(many).toContain('… 30 more.')
    expect(many.split('\n').filter((line) => line.includes(`| ${one.code} |`))).toHaveLength(1000)
  })
})

describe('the configuration', () => {
  it.each(['pretty', 'json', 'github', 'sarif', 'junit', 'markdown'] as const)('is named by %s', (format) => {
    const named = formatDiagnostics(diagnostics, format, { configuration: 'acme-check.json' })
    expect(named).toContain('acme-check.json')
    expect(formatDiagnostics(diagnostics, format)).not.toContain('acme-check')
  })
})

describe('junit', () => {
  const official = officialSchema('junit')

  it.runIf(official !== undefined)('holds against the common schema, for any findings', async () => {
    const schema = { fileName: 'junit.xsd', contents: official as string }
    const check = async (xml: string) => validateXML({ xml: { fileName: 'a.xml', contents: xml }, schema })
    const samples = fc.sample(checkedFile, 60)
    const result = await check(report('junit', samples))
    expect(result.errors.slice(0, 3)).toEqual([])
    expect((await check('<testsuites><wrong/></testsuites>')).valid).toBe(false)
  })

  it('has a suite for each file, a failure for each error and warning, and a passed case for a valid file', () => {
    const xml = report('junit', [
      { file: 'a.json', target: 'ocis-8', diagnostics },
      { file: 'b.json', target: 'ocis-8', diagnostics: [] },
    ])
    const failures = diagnostics.filter(({ severity }) => severity !== 'info').length
    expect(xml).toContain(`<testsuite name="a.json" tests="${failures}" failures="${failures}"`)
    expect(xml.match(/<failure /g)).toHaveLength(failures)
    expect(xml).toContain('<testcase name="valid for ocis-8" classname="b.json" time="0"')
  })
})

it('names the cases of junit by code and key, each once and without its line', () => {
  const range = { start: { line: 7, column: 1 }, end: { line: 7, column: 2 } }
  const lacks: Diagnostic = { code: 'missing-key', severity: 'error', message: 'a', pointer: '/a', range }
  const xml = formatDiagnostics([lacks, { ...lacks, message: 'b' }, { ...lacks, pointer: '' }], 'junit')
  expect([...xml.matchAll(/<testcase name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'missing-key /a',
    'missing-key /a (2)',
    'missing-key',
  ])
  expect(xml).toContain('theme.json:7:1: error: b')
})

describe('gitlab', () => {
  it('has what Code Quality asks for, and different fingerprints', () => {
    fc.assert(
      fc.property(some, (files) => {
        const issues = JSON.parse(report('gitlab', files)) as Record<string, unknown>[]
        expect(issues).toHaveLength(
          files.flatMap(({ diagnostics: found, omitted = [] }) => [...found, ...omitted]).length,
        )
        for (const issue of issues) {
          expect(issue).toEqual({
            description: expect.any(String),
            check_name: expect.stringMatching(/^[a-z-]+$/),
            fingerprint: expect.stringMatching(/^[\da-f]{32}$/),
            severity: expect.stringMatching(/^(critical|minor|info)$/),
            location: {
              path: expect.any(String),
              lines: { begin: expect.any(Number), end: expect.any(Number) },
            },
          })
        }
      }),
    )
    const twice = [...diagnostics, ...diagnostics]
    const issues = JSON.parse(formatDiagnostics(twice, 'gitlab')) as { fingerprint: string }[]
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(twice.length)
  })

  const issuesOf = (name: string) => report('gitlab', [{ file: name, target: 'ocis-8', diagnostics, text }])

  it.each(['themes\\a.json', '.\\themes\\a.json', './themes/a.json'])('knows the file of %s', (file) => {
    expect(issuesOf(file)).toBe(issuesOf('themes/a.json'))
  })
})

describe.each(['gitlab', 'sarif'] as const)('the fingerprints of %s', (format) => {
  const finding: Diagnostic = { code: 'unknown-key', severity: 'info', message: 'a', pointer: '/a' }
  const printsOf = (findings: readonly Diagnostic[], file = 'a.json') => {
    const output = formatDiagnostics(findings, format, { file })
    return [...output.matchAll(/"(?:fingerprint|themeConvert\/v2)": "([\da-f]{32})"/g)].map(
      ([, print]) => print,
    )
  }
  const range = { start: { line: 7, column: 1 }, end: { line: 7, column: 2 } }

  it.each<[string, Partial<Diagnostic>]>([
    ['its message', { message: 'b' }],
    ['its severity', { severity: 'error' }],
    ['its line', { range }],
    ['related places', { related: [{ message: 'b', pointer: '/b' }] }],
  ])('stay when a finding changes %s', (_, change) => {
    expect(printsOf([{ ...finding, ...change }])).toEqual(printsOf([finding]))
  })

  it('differ by key, code, file and number', () => {
    const twice = printsOf([finding, finding])
    const others = [
      ...printsOf([{ ...finding, pointer: '/b' }]),
      ...printsOf([{ ...finding, code: 'misspelt-key' }]),
      ...printsOf([finding], 'b.json'),
    ]
    expect(twice[0]).toBe(printsOf([finding])[0])
    expect(new Set([...twice, ...others]).size).toBe(5)
  })

  it('stay for a missing key when another one is added', () => {
    const theme = exampleTheme() as unknown as { common: { urls?: object; slogan?: string } }
    delete theme.common.slogan
    const one = validate(theme).diagnostics
    delete theme.common.urls
    const two = validate(theme).diagnostics
    expect(two.filter(({ code, pointer }) => code === 'missing-key' && pointer === '/common')).toHaveLength(2)
    expect(new Set(printsOf(two)).size).toBe(two.length)
    expect(printsOf(two)).toEqual(expect.arrayContaining(printsOf(one)))
  })

  it('are the same from release to release', () => {
    expect(printsOf([finding])).toEqual(['50767b714c3393948cadd2be31802c2b'])
  })
})

describe('pretty', () => {
  const place = (line: number, column: number, length: number) => ({
    start: { line, column },
    end: { line, column: column + length },
  })
  const found = (source: string, range: Diagnostic['range']) =>
    formatDiagnostics(
      [{ code: 'wrong-type', severity: 'error', message: 'Wrong.', pointer: '/a', ...(range && { range }) }],
      'pretty',
      { file: 'a.json', text: source },
    ).split('\n')

  it('shows the line with carets below what is meant', () => {
    expect(found('{\n  "a": "b"\n}', place(2, 8, 3))).toEqual([
      'a.json: 1 error',
      '',
      '  error wrong-type a.json:2:8 /a',
      '    2 |   "a": "b"',
      '      |        ^^^',
      '    Wrong.',
      '',
      '1 error in 1 file',
      '',
    ])
  })

  it.each([
    ['tabs', '\t\t"a": 1', 3, '    "a": 1', '    ^^^'],
    ['wide characters', '"日本": 1, "a": 1', 10, '"日本": 1, "a": 1', '           ^^^'],
    ['combining characters', '"e\u0301": 1, "a": 1', 10, '"e\u0301": 1, "a": 1', '        ^^^'],
    ['control characters', '"\u001b": 1, "a": 1', 9, '"\ufffd": 1, "a": 1', '        ^^^'],
  ])('keeps the carets below it behind %s', (_, line, column, source, carets) => {
    const [, , , shown, below] = found(line, place(1, column, 3))
    expect(shown).toBe(`    1 | ${source}`)
    expect(below).toBe(`      | ${carets}`)
  })

  it('cuts long lines around the place', () => {
    const [, , , shown = '', below = ''] = found(
      `${'x'.repeat(5000)}"a"${'y'.repeat(5000)}`,
      place(1, 5001, 3),
    )
    expect(shown.length).toBeLessThan(120)
    expect(shown.slice(below.indexOf('^'), below.lastIndexOf('^') + 1)).toBe('"a"')
    expect(shown).toMatch(/\| ….*…$/)
  })

  it('shows the first line of several', () => {
    const range = { start: { line: 1, column: 6 }, end: { line: 3, column: 2 } }
    const [, , , shown, below] = found('{"a":{\n"b": 1\n}}', range)
    expect([shown, below]).toEqual(['    1 | {"a":{', '      |      ^…'])
  })

  it('never lets a text move the cursor or change the terminal', () => {
    fc.assert(
      fc.property(some, (files) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
        expect(report('pretty', files)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
      }),
      { numRuns: 300 },
    )
    const colored = createReporter('pretty', { colors: pc.createColors(true) })
    expect(colored.file({ file: 'a', target: 'ocis-8', diagnostics })).toContain('\u001b[31merror')
  })

  it('shows where else a finding belongs', () => {
    const source = '{"a": 1, "a": 2}'
    const output = formatDiagnostics(validate(source).diagnostics, 'pretty', { file: 'a.json', text: source })
    expect(output).toContain('a.json:1:10')
    expect(output).toContain('a.json:1:2: First occurrence')
  })

  it('ends with a count', () => {
    const info = { ...(diagnostics[0] as Diagnostic), severity: 'info' as const }
    const files = [
      { file: 'a', target: 'ocis-8', diagnostics: [info] },
      { file: 'b', target: 'ocis-8', diagnostics: [] },
    ]
    expect(report('pretty', files)).toMatch(/^b: valid for ocis-8\n1 info in 2 files\n$/m)
    expect(report('pretty', files.slice(1))).toBe('b: valid for ocis-8\n')
  })
})

it.each(reportFormats)('names no target in %s that was not given', (format) => {
  const { diagnostics } = convert(exampleTheme(), { target: 'opencloud-7.3' })
  const source = { file: 'theme.json' }
  expect(formatDiagnostics(diagnostics.slice(0, 1), format, source)).not.toMatch(
    /for ocis-8|"ocis-8"|\| ocis-8/,
  )
  expect(formatDiagnostics([], format, source)).not.toMatch(/ocis-8|undefined/)
})
