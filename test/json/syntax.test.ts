import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstTrouble } from '../../src/json/trouble.js'
import { parseText } from '../../src/text/parse-text.js'

const good = `{
  "common": {
    "name": "Acme",
    "logo": "themes/acme/logo.svg",
    "urls": {
      "imprint": "https://a.example",
      "privacy": ""
    }
  },
  "clients": {
    "web": {
      "themes": [
        {
          "isDark": false
        },
        {
          "isDark": true
        }
      ]
    }
  }
}
`

/** Mistakes in the text above: what is written for what, where that is found, what is marked, and what is said. */
const mistakes: readonly (readonly [string, string, string, string, RegExp])[] = [
  // Commas.
  ['"privacy": ""', '"privacy": "",', '7:20', ',', /^Trailing comma/],
  ['"privacy": ""', `"privacy": "",${' '.repeat(300)}`, '7:20', ',', /^Trailing comma/],
  ['        }\n      ]', '        },\n      ]', '18:10', ',', /^Trailing comma/],
  ['"Acme",', '"Acme",,', '3:20', ',', /^Extra comma/],
  ['"common": {', '"common": {,', '2:14', ',', /^Extra comma/],
  ['"Acme",', '"Acme"', '4:5', '"logo"', /^Missing comma/],
  ['  },\n  "clients"', '  }\n  "clients"', '10:3', '"clients"', /^Missing comma/],
  ['        },\n        {', '        }\n        {', '16:9', '{', /^Missing comma/],
  ['"Acme",', '"Acme";', '3:19', ';', /comma/],
  // Colons and values.
  ['"name": "Acme"', '"name" "Acme"', '3:12', '"Acme"', /^Missing colon/],
  ['"common": {', '"common" {', '2:12', '{', /^Missing colon/],
  ['"name": "Acme"', '"name" = "Acme"', '3:12', '=', /colon/],
  ['"name": "Acme"', '"name" => "Acme"', '3:12', '=>', /colon/],
  ['"name": "Acme"', '"name":: "Acme"', '3:12', ':', /^Extra character/],
  ['"name": "Acme"', '"name":= "Acme"', '3:12', '=', /^Extra character/],
  ['"name": "Acme"', '"name":', '3:11', ':', /^Missing value/],
  ['"privacy": ""', '"privacy": ', '7:16', ':', /^Missing value/],
  ['"name": "Acme"', '"name"', '3:5', '"name"', /^Key without a value/],
  ['"Acme",', '"Acme":', '3:19', ':', /^Unexpected colon/],
  ['"web": {', '"web": @{', '11:12', '@', /^Unexpected "@"/],
  ['"Acme",', '"Acme", x', '3:21', 'x', /^Unexpected "x"/],
  // Words that other languages have, and numbers.
  ['false', 'False', '14:21', 'False', /no False.* false /],
  ['false', 'None', '14:21', 'None', /no None/],
  ['false', 'NaN', '14:21', 'NaN', /no NaN/],
  ['false', '-Infinity', '14:21', '-Infinity', /no -Infinity/],
  ['false', 'undefined', '14:21', 'undefined', /no undefined/],
  ['false', 'yes', '14:21', 'yes', /no yes/],
  ['"Acme"', '.5', '3:13', '.5', /number/],
  ['"Acme"', '5.', '3:13', '5.', /number/],
  ['"Acme"', '+5', '3:13', '+5', /number/],
  ['"Acme"', '05', '3:13', '05', /number/],
  ['"Acme"', '0x1F', '3:13', '0x1F', /number/],
  ['"Acme"', '16px', '3:13', '16px', /double quotes/],
  ['"Acme"', '10 px', '3:13', '10 px', /double quotes/],
  // Quotes.
  ['"name": "Acme"', 'name: "Acme"', '3:5', 'name', /^Key without quotes/],
  ['"name": "Acme"', 'swatch-brand: "Acme"', '3:5', 'swatch-brand', /^Key without quotes/],
  ['"Acme"', 'Acme Cloud', '3:13', 'Acme Cloud', /without quotes/],
  ['"Acme"', '/themes/acme', '3:13', '/themes/acme', /without quotes/],
  ['"Acme"', '#d5e0de', '3:13', '#d5e0de', /without quotes/],
  ['"Acme"', "'Acme'", '3:13', "'", /^' is not a JSON quote/],
  ['"name"', "'name'", '3:5', "'", /^' is not a JSON quote/],
  ['"Acme"', '`Acme`', '3:13', '`', /^` is not a JSON quote/],
  ['"Acme"', '“Acme”', '3:13', '“', /^“ is not a JSON quote/],
  ['"Acme"', '"Acme”', '3:13', '"Acme”,', /closed with ”/],
  ['"Acme"', '"Acme\'', '3:13', '"Acme\',', /closed with '/],
  ['"Acme"', 'Acme"', '3:13', 'Acme"', /^Missing quote before/],
  ['"name":', 'name":', '3:5', 'name"', /^Missing quote before/],
  ['"name":', '"name:', '3:5', '"name: "', /^Missing quote after the key/],
  ['"Acme",', '"Acme,', '3:13', '"Acme,', /^Missing closing quote/],
  ['"Acme"', '"Acme\nCloud"', '3:13', '"Acme', /line break/],
  ['"Acme"', '"The "best" Acme"', '3:18', '"', /^Unescaped quote/],
  ['"Acme"', '"<a href="x">y</a>"', '3:22', '"', /^Unescaped quote/],
  ['"Acme",', '"Acme"",', '3:19', '"', /^Extra quote/],
  ['"name"', '"name""', '3:11', '"', /^Extra quote/],
  // Escapes and control characters.
  ['themes/acme/', 'themes\\acme\\', '4:20', '\\a', /^Invalid escape \\a/],
  ['themes/acme/', 'C:\\users\\', '4:16', '\\u', /^Invalid escape \\u/],
  ['Acme', "Acme\\'s", '3:18', "\\'", /^Invalid escape \\'/],
  ['"Acme"', '"Acme\\"', '3:13', '"Acme\\",', /escapes the closing quote/],
  ['"Acme"', '"Acme \\\n Cloud"', '3:13', '"Acme ', /line break/],
  ['Acme', 'Acme\tCloud', '3:18', '\t', /^Tab in a string/],
  ['Acme', 'Ac\u0007me', '3:16', '\u0007', /^Control character.*\\u0007/],
  // Brackets.
  ['      ]\n', '      }\n', '19:7', '}', /^Expected \]/],
  [
    '          "isDark": false\n        }',
    '          "isDark": false\n        ]',
    '15:9',
    ']',
    /^Expected }/,
  ],
  ['      ]\n', '', '19:5', '}', /^Expected \]/],
  ['  }\n}\n', '  }\n', '21:4', '', /^Missing } at the end/],
  ['      ]\n    }\n  }\n}\n', '', '18:10', '', /^Missing \]}}} at the end/],
  ['"common": {', '"common":', '3:11', ':', /opening bracket/],
  ['"urls": {', '"urls": {{', '5:14', '{', /^Extra opening bracket/],
  ['"Acme"', '{{ .Values.name }}', '3:14', '{', /placeholder/],
  ['"themes": [', '"themes": {', '13:9', '{', /^Missing key/],
  ['"urls": {', '"urls": [', '6:16', ':', /opening bracket/],
  // What isn't JSON.
  ['"Acme",', '"Acme", // ours', '3:21', '// ours', /^Comment/],
  ['"Acme",', '"Acme", # ours', '3:21', '# ours', /^Comment/],
  ['"Acme",', '"Acme", /* our\nname */', '3:21', '/* our\nname */', /^Comment/],
  ['"Acme",', '"Acme", <!-- ours -->', '3:21', '<!-- ours -->', /^Comment/],
  ['"name"', '\u00a0"name"', '3:5', '\u00a0', /^Invisible character U\+00A0/],
  ['"name"', '\ufeff"name"', '3:5', '\ufeff', /^Invisible character U\+FEFF/],
  ['"name"', '\u200b"name"', '3:5', '\u200b', /^Invisible character U\+200B/],
  ['    "name"', '<<<<<<< HEAD\n    "name"', '3:1', '<<<<<<<', /^Git conflict/],
]

const texts: readonly (readonly [string, string, string, string, RegExp])[] = [
  ['a comment at the start', `// Acme\n${good}`, '1:1', '// Acme', /^Comment/],
  ['an HTML page', '<!DOCTYPE html>\n<html></html>', '1:1', '<!DOCTYPE', /^HTML/],
  ['UTF-16', [...good].join('\0'), '1:2', '\0', /UTF-16/],
  ['YAML', 'common:\n  name: Acme\n', '1:1', 'common:', /^YAML/],
  ['JavaScript', "export default {\n  name: 'x'\n}\n", '1:1', 'export default', /^JavaScript/],
  ['a Markdown fence', `\`\`\`json\n${good}\`\`\`\n`, '1:1', '```json', /^Markdown/],
  ['escaped quotes', '{\\"a\\": \\"b\\"}', '1:2', '\\', /^Backslash/],
  ['a word', 'hello', '1:1', 'hello', /^Not JSON/],
  ['two documents', `${good}{}`, '23:1', '{', /^Second document/],
  ['a bracket too many', `${good}}`, '23:1', '}', /^Extra closing bracket/],
  ['a bracket at the start', ']', '1:1', ']', /^Extra closing bracket/],
  ['a semicolon at the end', `${good.trim()};`, '22:2', ';', /^Text after the end/],
  ['a closing bracket too early', '{"a":{}},"b":1}', '1:9', ',', /^Text after the end/],
  ['no { at the start', good.slice(1), '2:3', '"common"', /^Missing \{/],
  ['no end', '{', '1:2', '', /cut off/],
  ['a cut in a string', good.slice(0, good.indexOf('me",')), '3:13', '"Ac', /cut off/],
  ['a cut behind a colon', good.slice(0, good.indexOf(' "Acme"')), '3:12', '', /cut off/],
  ['a cut in a word', good.slice(0, good.indexOf('lse')), '14:21', 'fa', /without quotes/],
  ['the lines of Windows', good.replaceAll('\n', '\r\n').replace('"Acme"', "'Acme'"), '3:13', "'", /^'/],
]

/** Checks that there is one finding, and gives where it is, what it marks and what it says. */
function finding(text: string): { at: string; marked: string; message: string } {
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  const { diagnostics } = parseText(text)
  expect(diagnostics.map(({ code }) => code)).toEqual(['syntax-error'])
  const [{ message = '', range } = {}] = diagnostics
  const offset = ({ line, column }: { line: number; column: number }) =>
    text.split(/(?<=\n)/, line - 1).join('').length + column - 1
  if (range === undefined) throw new Error('The finding has no place')
  const { line, column } = range.start
  return { at: `${line}:${column}`, marked: text.slice(offset(range.start), offset(range.end)), message }
}

describe('a mistake in a text', () => {
  it.each(mistakes)('%j, written as %j', (from, to, at, marked, message) => {
    const text = good.replace(from, () => to)
    expect(text).not.toBe(good)
    expect(finding(text)).toEqual({ at, marked, message: expect.stringMatching(message) })
  })

  it.each(texts)('%s', (_, text, at, marked, message) => {
    expect(finding(text)).toEqual({ at, marked, message: expect.stringMatching(message) })
  })

  it('is found once, whatever else is wrong behind it', () => {
    expect(finding(`{'a': 'b', "c": True, d: 1,}`).at).toBe('1:2')
  })

  it('says where the bracket opens that is not closed', () => {
    const [missing] = parseText('{\n  "a": [1, 2}').diagnostics
    expect(missing?.related).toMatchObject([{ range: { start: { line: 2, column: 8 } } }])
  })

  it.each(['', ' \n\t'])('%j is an empty file', (text) => {
    expect(parseText(text).diagnostics).toMatchObject([{ code: 'empty-file' }])
  })
})

/** Texts near to JSON: documents with some noise in them, and tokens in any order. */
const noise = fc.constantFrom(
  ...[',', ':', '"', '}', '{', '[', ']', '\\', '\\u12', '//', '/*', '#', 'NaN', 'true', "'", '=', '-', '.'],
  ...[
    '0',
    '1',
    '1e',
    'e5',
    ' ',
    '\n',
    '\r',
    '\t',
    '\v',
    '\0',
    '\u0007',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\ud800',
  ],
)
const mutated = fc
  .tuple(fc.json(), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), noise), { maxLength: 3 }))
  .map(([json, edits]) =>
    edits.reduce((text, [at, removed, added]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + added + text.slice(place + removed)
    }, json),
  )
const tokens = fc.array(noise, { maxLength: 12 }).map((parts) => parts.join(''))

describe('a number that no program can hold', () => {
  // JSON.parse reads it as infinite, which written again is null; the server takes the file for a broken one.
  it.each(['1e999', '-1E+400', `1${'0'.repeat(400)}`])('is a mistake: %s', (number) => {
    const text = good.replace('false', number)
    const [{ code, message, range } = {}] = parseText(text).diagnostics
    expect(code).toBe('syntax-error')
    expect(message).toMatch(/^The number -?1[^ ]{2,20} is out of range/)
    expect(range).toEqual({ start: { line: 14, column: 21 }, end: { line: 14, column: 21 + number.length } })
    expect(parseText(good.replace('false', '1.7e308')).diagnostics).toEqual([])
  })
})

describe('any text', () => {
  it('is accepted and refused as by JSON.parse, with one finding in it', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, tokens), (text) => {
        let isJson = true
        try {
          JSON.parse(text, (_, value) => {
            if (Math.abs(value) === Number.POSITIVE_INFINITY) isJson = false
            return value
          })
        } catch {
          isJson = false
        }
        expect(firstTrouble(text) === undefined).toBe(isJson)
        if (isJson) return
        const { document, diagnostics } = parseText(text)
        expect(document).toBeUndefined()
        expect(diagnostics).toHaveLength(1)
        const [{ message, range } = {}] = diagnostics
        expect(message).toMatch(/\S\.$/)
        const lines = text.split(/\r\n|\r|\n/)
        for (const { line, column } of [range?.start, range?.end].map(
          (place) => place ?? { line: 0, column: 0 },
        )) {
          expect(column).toBeGreaterThan(0)
          expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 1)
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('a huge text', () => {
  const many = 100_000
  it.each([
    ['a string without an end', () => `{"a":"${'x'.repeat(16 * many)}`, 'syntax-error'],
    ['a string of escapes without an end', () => `{"a":"${'\\n'.repeat(8 * many)}`, 'syntax-error'],
    ['brackets', () => '['.repeat(10 * many), 'too-many-values'],
    ['fewer brackets', () => '['.repeat(many / 20), 'too-deep'],
    ['closing brackets', () => ']'.repeat(10 * many), 'syntax-error'],
    ['objects', () => '{"a":'.repeat(2 * many), 'too-many-values'],
    ['fewer objects', () => '{"a":'.repeat(many / 20), 'too-deep'],
    ['white space', () => ' '.repeat(32 * many), 'empty-file'],
    ['line breaks before a mistake', () => `{${'\n'.repeat(32 * many)}`, 'syntax-error'],
    ['white space before a comma', () => `[1${' '.repeat(32 * many)},]`, 'syntax-error'],
    ['a word', () => 'x'.repeat(32 * many), 'syntax-error'],
    ['a number', () => `1${'0'.repeat(32 * many)}x`, 'syntax-error'],
    ['a comment', () => `/*${'*\n'.repeat(16 * many)}`, 'syntax-error'],
    ['quotes', () => '"'.repeat(32 * many), 'syntax-error'],
    ['backslashes', () => '\\'.repeat(32 * many), 'syntax-error'],
    ['lists', () => `[${'[],'.repeat(5 * many)}`, 'too-many-values'],
    ['fewer lists', () => `[${'[],'.repeat(many / 40)}`, 'syntax-error'],
    ['NUL characters', () => '\0'.repeat(32 * many), 'syntax-error'],
  ])('of %s gives one finding', (_, text, code) => {
    const { diagnostics } = parseText(text())
    expect(diagnostics.map((finding) => finding.code)).toEqual([code])
    expect(diagnostics[0]?.message.length).toBeLessThan(200)
  })
})
