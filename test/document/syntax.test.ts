import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/document/json.js'
import { linesOf } from '../../src/document/positions.js'
import { mistakesIn } from '../../src/document/syntax.js'
import { parseText } from '../../src/index.js'

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
          "name": "Light",
          "isDark": false
        },
        {
          "name": "Dark",
          "isDark": true
        }
      ]
    }
  }
}
`

/** Where a mistake is found, what is marked there, and how its message begins. */
type Place = readonly [string, string, string]

/** Slips in the theme above: what is written for what, what is found, and what the cure makes of it. */
const slips: readonly (readonly [string, string, string, Place, string])[] = [
  [
    'line break in text',
    '"Acme"',
    '"Acme\nCloud"',
    ['3:13', '"Acme', 'A line break in a text'],
    '"Acme\\nCloud"',
  ],
  [
    'line break in text, twice',
    '"Acme"',
    '"Acme\n\n   Cloud, the best\nof all"',
    ['3:13', '"Acme', 'A line break in a text'],
    '"Acme\\n\\n   Cloud, the best\\nof all"',
  ],
  ['crlf break', '"Acme"', '"Acme\r\nCloud"', ['3:13', '"Acme', 'A line break in a text'], '"Acme\\nCloud"'],
  [
    'unclosed value',
    '"Acme",',
    '"Acme,',
    ['3:13', '"Acme', 'The quote at the end of this text is missing'],
    '"Acme",',
  ],
  [
    'unclosed value last',
    '"privacy": ""',
    '"privacy": "x',
    ['7:18', '"x', 'The quote at the end of this text is missing'],
    '"privacy": "x"',
  ],
  [
    'unclosed value no comma',
    '"Acme",',
    '"Acme',
    ['3:13', '"Acme', 'The quote at the end of this text is missing'],
    '"Acme",',
  ],
  [
    'unopened value',
    '"Acme"',
    'Acme"',
    ['3:13', 'Acme"', 'The quote at the beginning of this text is missing'],
    '"Acme"',
  ],
  [
    'unopened path',
    '"themes/acme/logo.svg"',
    'themes/acme/logo.svg"',
    ['4:13', 'themes/acme/logo.svg"', 'The quote at the beginning of this text is missing'],
    '"themes/acme/logo.svg"',
  ],
  [
    'unopened url',
    '"https://a.example"',
    'https://a.example"',
    ['6:18', 'https://a.example"', 'The quote at the beginning of this text is missing'],
    '"https://a.example"',
  ],
  [
    'unclosed key',
    '"name": "Acme"',
    '"name: "Acme"',
    ['3:5', '"name', 'The quote behind this key is missing'],
    '"name": "Acme"',
  ],
  [
    'unclosed key obj',
    '"common": {',
    '"common: {',
    ['2:3', '"common', 'The quote behind this key is missing'],
    '"common": {',
  ],
  [
    'unclosed key bool',
    '"isDark": false',
    '"isDark: false',
    ['15:11', '"isDark', 'The quote behind this key is missing'],
    '"isDark": false',
  ],
  [
    'unopened key',
    '"name": "Acme"',
    'name": "Acme"',
    ['3:5', 'name"', 'The quote before this key is missing'],
    '"name": "Acme"',
  ],
  [
    'unopened key obj',
    '"common": {',
    'common": {',
    ['2:3', 'common"', 'The quote before this key is missing'],
    '"common": {',
  ],
  [
    '# comment',
    '"name": "Acme",',
    '"name": "Acme", # ours',
    ['3:21', '# ours', 'A comment'],
    '"name": "Acme",',
  ],
  [
    '# comment own line',
    '    "logo"',
    '    # ours\n    "logo"',
    ['4:5', '# ours', 'A comment'],
    '    "logo"',
  ],
  [
    'html comment inside',
    '    "logo"',
    '    <!-- ours -->\n    "logo"',
    ['4:5', '<!-- ours -->', 'A comment'],
    '    "logo"',
  ],
  ['} for ]', '      ]\n', '      }\n', ['21:7', '}', 'This bracket closes what "[" opened'], '      ]\n'],
  [
    '] for }',
    '          "isDark": false\n        }',
    '          "isDark": false\n        ]',
    ['16:9', ']', 'This bracket closes what "{" opened'],
    '          "isDark": false\n        }',
  ],
  [
    'one } too many in the middle',
    '      "privacy": ""\n    }\n',
    '      "privacy": ""\n    }\n    }\n',
    ['9:5', '}', 'A closing bracket too many'],
    '      "privacy": ""\n    }\n',
  ],
  [
    'one } too many same line',
    '      "privacy": ""\n    }\n',
    '      "privacy": ""\n    }}\n',
    ['9:3', '}', 'A closing bracket too many'],
    '      "privacy": ""\n    }\n',
  ],
  [
    'one } missing in middle',
    '    }\n  },\n  "clients"',
    '    }\n  "clients"',
    ['9:3', '"clients"', 'A closing bracket is missing'],
    '    }\n  },\n  "clients"',
  ],
  [
    'one } missing in middle 2',
    '    }\n  },\n  "clients"',
    '  },\n  "clients"',
    ['8:3', '}', 'A closing bracket is missing'],
    '    }\n  },\n  "clients"',
  ],
  [
    'one } missing, comma kept',
    '    }\n  },\n  "clients"',
    '    },\n  "clients"',
    ['8:6', ',', 'A closing bracket is missing'],
    '    }\n  },\n  "clients"',
  ],
  [
    'theme } missing',
    '        },\n        {',
    '        {',
    ['16:9', '{', 'A closing bracket is missing'],
    '        },\n        {',
  ],
  [
    'theme } missing, comma',
    '          "isDark": false\n        },\n        {',
    '          "isDark": false,\n        {',
    ['15:26', ',', 'A closing bracket is missing'],
    '          "isDark": false\n        },\n        {',
  ],
  [
    'last theme } missing',
    '          "isDark": true\n        }\n',
    '          "isDark": true\n',
    ['20:7', ']', 'A closing bracket is missing'],
    '          "isDark": true\n        }\n',
  ],
  ['] missing', '      ]\n', '', ['21:5', '}', 'A closing bracket is missing'], '      ]\n'],
  [
    'last } missing',
    '  }\n}\n',
    '  }\n',
    ['23:4', '', 'The closing bracket } is missing at the end'],
    '  }\n}\n',
  ],
  [
    'web } missing',
    '    }\n  }\n}\n',
    '  }\n}\n',
    ['22:3', '}', 'A closing bracket is missing'],
    '    }\n  }\n}\n',
  ],
  [
    '{ missing',
    '"common": {',
    '"common":',
    ['3:5', '"name"', 'A bracket is missing before this key'],
    '"common": {',
  ],
  ['[ missing', '"themes": [', '"themes":', ['13:9', '{', 'The bracket of a list is missing'], '"themes": ['],
  [
    'theme { missing',
    '        {\n          "name": "Light"',
    '          "name": "Light"',
    ['13:11', '"name"', 'A bracket is missing before this key'],
    '        {\n          "name": "Light"',
  ],
  [
    'theme 2 { missing',
    '        {\n          "name": "Dark"',
    '          "name": "Dark"',
    ['17:11', '"name"', 'A bracket is missing before this key'],
    '        {\n          "name": "Dark"',
  ],
  ['[ for {', '"urls": {', '"urls": [', ['5:13', '[', 'A list has no keys'], '"urls": {'],
  ['zwsp', '"name"', '\u200b"name"', ['3:5', '\u200b', 'An invisible character (zero-width space'], '"name"'],
  [
    'bom inside',
    '"name"',
    '\ufeff"name"',
    ['3:5', '\ufeff', 'An invisible character (byte-order mark'],
    '"name"',
  ],
  [
    'trailing comma',
    '"privacy": ""',
    '"privacy": "",',
    ['7:20', ',', 'A comma before the closing bracket'],
    '"privacy": ""',
  ],
  [
    'trailing comma list',
    '        }\n      ]',
    '        },\n      ]',
    ['20:10', ',', 'A comma before the closing bracket'],
    '        }\n      ]',
  ],
  [
    'False',
    '"isDark": false',
    '"isDark": False',
    ['15:21', 'False', 'JSON writes false in lower case'],
    '"isDark": false',
  ],
  [
    'True',
    '"isDark": false',
    '"isDark": True',
    ['15:21', 'True', 'JSON writes true in lower case'],
    '"isDark": true',
  ],
  [
    'undefined',
    '"isDark": false',
    '"isDark": undefined',
    ['15:21', 'undefined', 'undefined is not JSON'],
    '"isDark": "undefined"',
  ],
  ['None', '"isDark": false', '"isDark": None', ['15:21', 'None', 'None is not JSON'], '"isDark": "None"'],
  [
    'NULL',
    '"isDark": false',
    '"isDark": NULL',
    ['15:21', 'NULL', 'JSON writes null in lower case'],
    '"isDark": null',
  ],
  ['NaN', '"isDark": false', '"isDark": NaN', ['15:21', 'NaN', 'NaN is not JSON'], '"isDark": "NaN"'],
  [
    '-Infinity',
    '"isDark": false',
    '"isDark": -Infinity',
    ['15:21', '-Infinity', '-Infinity is not JSON'],
    '"isDark": "-Infinity"',
  ],
  [
    'Infinity',
    '"isDark": false',
    '"isDark": Infinity',
    ['15:21', 'Infinity', 'Infinity is not JSON'],
    '"isDark": "Infinity"',
  ],
  ['yes', '"isDark": false', '"isDark": yes', ['15:21', 'yes', 'JSON has no yes'], '"isDark": true'],
  ['off', '"isDark": false', '"isDark": off', ['15:21', 'off', 'JSON has no off'], '"isDark": false'],
  ['nil', '"isDark": false', '"isDark": nil', ['15:21', 'nil', 'nil is not JSON'], '"isDark": "nil"'],
  [
    'single quotes spaces',
    '"Acme"',
    "'Acme Cloud of ours'",
    ['3:13', "'Acme Cloud of ours'", 'Single quotes'],
    '"Acme Cloud of ours"',
  ],
  [
    'single quotes apostrophe',
    '"Acme"',
    "'Acme's Cloud'",
    ['3:13', "'Acme's Cloud'", 'Single quotes'],
    `"Acme's Cloud"`,
  ],
  [
    'single quotes dq inside',
    '"Acme"',
    `'Acme "the" Cloud'`,
    ['3:13', `'Acme "the" Cloud'`, 'Single quotes'],
    '"Acme \\"the\\" Cloud"',
  ],
  [
    'single quoted key',
    '"name": "Acme"',
    `'name': "Acme"`,
    ['3:5', "'name'", 'Single quotes'],
    '"name": "Acme"',
  ],
  ['typographic', '"Acme"', '\u201cAcme\u201d', ['3:13', '\u201cAcme\u201d', 'Typographic quotes'], '"Acme"'],
  [
    'typographic de',
    '"Acme"',
    '\u201eAcme\u201c',
    ['3:13', '\u201eAcme\u201c', 'Typographic quotes'],
    '"Acme"',
  ],
  [
    'typographic close',
    '"Acme"',
    '"Acme\u201d',
    ['3:13', '"Acme\u201d', 'The text is closed by \u201d'],
    '"Acme"',
  ],
  ['typographic open', '"Acme"', '\u201cAcme"', ['3:13', '\u201cAcme"', 'Typographic quotes'], '"Acme"'],
  ['single close', '"Acme"', `"Acme'`, ['3:13', `"Acme'`, "The text is closed by '"], '"Acme"'],
  ['backtick', '"Acme"', '`Acme`', ['3:13', '`Acme`', 'Backticks'], '"Acme"'],
  [
    'inner quotes',
    '"Acme"',
    '"The "best" Acme"',
    ['3:18', '"', 'A quote inside of a text'],
    '"The \\"best\\" Acme"',
  ],
  [
    'inner quotes end',
    '"Acme"',
    '"Acme "Cloud""',
    ['3:19', '"', 'A quote inside of a text'],
    '"Acme \\"Cloud\\""',
  ],
  [
    'inner quotes start',
    '"Acme"',
    '""Acme" Cloud"',
    ['3:14', '"', 'A quote inside of a text'],
    '"\\"Acme\\" Cloud"',
  ],
  [
    'inner quotes comma',
    '"Acme"',
    '"The "best", they say"',
    ['3:18', '"', 'A quote inside of a text'],
    '"The \\"best\\", they say"',
  ],
  [
    'html value',
    '"Acme"',
    '"<a href="x">y</a>"',
    ['3:22', '"', 'A quote inside of a text'],
    '"<a href=\\"x\\">y</a>"',
  ],
  ['extra quote end', '"Acme",', '"Acme"",', ['3:19', '"', 'A quote too many'], '"Acme",'],
  ['extra quote start', '"Acme",', '""Acme",', ['3:13', '"', 'A quote too many'], '"Acme",'],
  [
    'extra quote key',
    '"name": "Acme"',
    '"name"": "Acme"',
    ['3:11', '"', 'A quote too many'],
    '"name": "Acme"',
  ],
  [
    'unquoted key',
    '"name": "Acme"',
    'name: "Acme"',
    ['3:5', 'name', 'A key without quotes'],
    '"name": "Acme"',
  ],
  [
    'unquoted key hyphen',
    '"name": "Acme"',
    'swatch-brand-default: "Acme"',
    ['3:5', 'swatch-brand-default', 'A key without quotes'],
    '"swatch-brand-default": "Acme"',
  ],
  [
    'unquoted value',
    '"Acme"',
    'Acme Cloud',
    ['3:13', 'Acme Cloud', 'A value without quotes'],
    '"Acme Cloud"',
  ],
  [
    'unquoted value comma',
    '"Acme"',
    'Hello, world and all',
    ['3:13', 'Hello, world and all', 'A value without quotes'],
    '"Hello, world and all"',
  ],
  [
    'unquoted path',
    '"themes/acme/logo.svg"',
    'themes/acme/logo.svg',
    ['4:13', 'themes/acme/logo.svg', 'A value without quotes'],
    '"themes/acme/logo.svg"',
  ],
  [
    'unquoted abs path',
    '"themes/acme/logo.svg"',
    '/themes/acme/logo.svg',
    ['4:13', '/themes/acme/logo.svg', 'A value without quotes'],
    '"/themes/acme/logo.svg"',
  ],
  [
    'unquoted url',
    '"https://a.example"',
    'https://a.example',
    ['6:18', 'https://a.example', 'A value without quotes'],
    '"https://a.example"',
  ],
  ['unquoted color', '"Acme"', '#d5e0de', ['3:13', '#d5e0de', 'A value without quotes'], '"#d5e0de"'],
  [
    'unquoted rgb',
    '"Acme"',
    'rgb(1, 2, 3)',
    ['3:13', 'rgb(1, 2, 3)', 'A value without quotes'],
    '"rgb(1, 2, 3)"',
  ],
  ['unquoted px', '"Acme"', '16px', ['3:13', '16px', 'A value without quotes'], '"16px"'],
  ['unquoted rem', '"Acme"', '0.5rem', ['3:13', '0.5rem', 'A value without quotes'], '"0.5rem"'],
  ['unquoted 10 px', '"Acme"', '10 px', ['3:13', '10 px', 'A value without quotes'], '"10 px"'],
  ['pct', '"Acme"', '100%', ['3:13', '100%', 'A value without quotes'], '"100%"'],
  ['.5', '"Acme"', '.5', ['3:13', '.5', 'A value without quotes'], '".5"'],
  ['5.', '"Acme"', '5.', ['3:13', '5.', 'A value without quotes'], '"5."'],
  ['+5', '"Acme"', '+5', ['3:13', '+5', 'A value without quotes'], '"+5"'],
  ['05', '"Acme"', '05', ['3:13', '05', 'A value without quotes'], '"05"'],
  ['0x1f', '"Acme"', '0x1F', ['3:13', '0x1F', 'A value without quotes'], '"0x1F"'],
  ['date', '"Acme"', '2026-01-01', ['3:13', '2026-01-01', 'A value without quotes'], '"2026-01-01"'],
  ['1,5', '"Acme"', '1,5', ['3:13', '1,5', 'A value without quotes'], '"1,5"'],
  ['missing comma', '"Acme",', '"Acme"', ['4:5', '"logo"', 'A comma is missing before this'], '"Acme",'],
  [
    'missing comma obj',
    '  },\n  "clients"',
    '  }\n  "clients"',
    ['10:3', '"clients"', 'A comma is missing before this'],
    '  },\n  "clients"',
  ],
  [
    'missing comma themes',
    '        },\n        {',
    '        }\n        {',
    ['17:9', '{', 'A comma is missing before this'],
    '        },\n        {',
  ],
  [
    'missing colon',
    '"name": "Acme"',
    '"name" "Acme"',
    ['3:12', '"Acme"', 'A colon is missing between the key and its value'],
    '"name": "Acme"',
  ],
  [
    'missing colon obj',
    '"common": {',
    '"common" {',
    ['2:12', '{', 'A colon is missing between the key and its value'],
    '"common": {',
  ],
  [
    '= for :',
    '"name": "Acme"',
    '"name" = "Acme"',
    ['3:12', '=', 'A colon belongs between a key and its value'],
    '"name": "Acme"',
  ],
  [
    '=> for :',
    '"name": "Acme"',
    '"name" => "Acme"',
    ['3:12', '=>', 'A colon belongs between a key and its value'],
    '"name": "Acme"',
  ],
  [
    '; for :',
    '"name": "Acme"',
    '"name"; "Acme"',
    ['3:11', ';', 'A colon belongs between a key and its value'],
    '"name": "Acme"',
  ],
  [
    ', for :',
    '"name": "Acme"',
    '"name", "Acme"',
    ['3:11', ',', 'A colon belongs between a key and its value'],
    '"name": "Acme"',
  ],
  ['; for ,', '"Acme",', '"Acme";', ['3:19', ';', 'A comma belongs between two entries'], '"Acme",'],
  ['. for ,', '"Acme",', '"Acme".', ['3:19', '.', 'A comma belongs between two entries'], '"Acme",'],
  [
    'double colon',
    '"name": "Acme"',
    '"name":: "Acme"',
    ['3:12', ':', 'A sign too many behind the colon'],
    '"name": "Acme"',
  ],
  ['double comma', '"Acme",', '"Acme",,', ['3:20', ',', 'A comma too many'], '"Acme",'],
  ['leading comma', '"common": {\n', '"common": {\n    ,', ['3:5', ',', 'A comma too many'], '"common": {\n'],
  ['colon for comma', '"Acme",', '"Acme":', ['3:19', ':', 'A comma belongs between two entries'], '"Acme",'],
  [
    'missing value',
    '"name": "Acme"',
    '"name": ',
    ['3:11', ':', 'The value behind this colon is missing'],
    '"name": ""',
  ],
  [
    'missing value last',
    '"privacy": ""',
    '"privacy": ',
    ['7:16', ':', 'The value behind this colon is missing'],
    '"privacy": ""',
  ],
  [
    'missing value no comma',
    '"name": "Acme",',
    '"name":',
    ['3:11', ':', 'The value behind this colon is missing'],
    '"name": "",',
  ],
  ['key without value', '"name": "Acme"', '"name"', ['3:5', '"name"', 'This key has no value'], '"name": ""'],
  [
    'windows path',
    '"themes/acme/logo.svg"',
    '"themes\\acme\\logo.svg"',
    ['4:20', '\\a', 'The backslash in \\a starts no escape that JSON knows'],
    '"themes\\\\acme\\\\logo.svg"',
  ],
  [
    'windows path end',
    '"themes/acme/logo.svg"',
    '"themes\\acme\\"',
    ['4:25', '\\"', 'The backslash makes the quote behind it a part of the text'],
    '"themes\\\\acme\\\\"',
  ],
  [
    'users path',
    '"themes/acme/logo.svg"',
    '"C:\\users\\logo.svg"',
    ['4:16', '\\u', 'The backslash in \\u starts no escape that JSON knows'],
    '"C:\\\\users\\\\logo.svg"',
  ],
  ["\\'", '"Acme"', `"Acme\\'s"`, ['3:18', "\\'", 'A backslash before a single quote'], `"Acme's"`],
  [
    'continuation',
    '"Acme"',
    '"Acme \\\n Cloud"',
    ['3:19', '\\', 'A text that goes on in the next line behind a backslash'],
    '"Acme \\n Cloud"',
  ],
  ['tab in text', '"Acme"', '"Acme\tCloud"', ['3:18', '\t', 'A tab in a text'], '"Acme\\tCloud"'],
  ['bell', '"Acme"', '"Ac\u0007me"', ['3:16', '\u0007', 'A control character in a text'], '"Ac\\u0007me"'],
  ['stray letter after', '"Acme",', '"Acme"x,', ['3:19', 'x', 'This does not belong here'], '"Acme",'],
  ['stray letter after comma', '"Acme",', '"Acme",x', ['3:20', 'x', 'This does not belong here'], '"Acme",'],
  [
    'stray letter own line',
    '    "logo"',
    '    x\n    "logo"',
    ['4:5', 'x', 'This does not belong here'],
    '    "logo"',
  ],
  [
    'stray after last',
    '"privacy": ""',
    '"privacy": "",\n x',
    ['8:2', 'x', 'This does not belong here'],
    '"privacy": ""',
  ],
  [
    'conflict',
    '    "name": "Acme",\n',
    '<<<<<<< HEAD\n    "name": "Acme",\n=======\n    "name": "Acme2",\n>>>>>>> branch\n',
    [
      '3:1',
      '<<<<<<< HEAD\n    "name": "Acme",\n=======\n    "name": "Acme2",\n>>>>>>> branch',
      'A conflict that git left in the file',
    ],
    '    "name": "Acme",\n',
  ],
  ['dots', '    "logo"', '    ...\n    "logo"', ['4:5', '...', 'Dots'], '    "logo"'],
  ['dots end', '"privacy": ""', '"privacy": "",\n ...', ['8:2', '...', 'Dots'], '"privacy": ""'],
  [
    'helm',
    '"Acme"',
    '{{ .Values.name }}',
    ['3:13', '{{ .Values.name }}', 'A placeholder of a template'],
    '"{{ .Values.name }}"',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what was to be filled in
  ['env', '"Acme"', '${NAME}', ['3:13', '${NAME}', 'A placeholder of a template'], '"${NAME}"'],
  ['object in object', '"urls": {', '"urls": {{', ['5:14', '{', 'An opening bracket too many'], '"urls": {'],
  ['set', '"themes": [', '"themes": {', ['12:17', '{', 'What stands in here has no keys'], '"themes": ['],
  [
    'a trailing comma far before the bracket',
    '"privacy": ""',
    `"privacy": "",${' '.repeat(300)}`,
    ['7:20', ',', 'A comma before the closing bracket'],
    '"privacy": ""',
  ],
]

/** Whole texts: what is found, and what the cures make of it, where they are a matter of writing. */
const texts: readonly (readonly [string, string, readonly Place[], string | undefined])[] = [
  ['# comment at start', `# Acme theme\n${good}`, [['1:1', '# Acme theme', 'A comment']], good],
  [
    '// comment at start',
    `// Acme theme\n// second\n${good}`,
    [['1:1', '// Acme theme\n// second', 'A comment']],
    good,
  ],
  [
    'yaml with #',
    '# comment\ncommon:\n  name: Acme\n',
    [['1:1', '# comment\ncommon:', 'This looks like YAML']],
    undefined,
  ],
  ['yaml ---', '---\ncommon:\n  name: Acme\n', [['1:1', '---', 'This looks like YAML']], undefined],
  [
    'html after comment',
    '<!-- saved -->\n<!DOCTYPE html>\n<html></html>',
    [['1:1', '<!-- saved -->\n<!DOCTYPE', 'This is a web page or XML']],
    undefined,
  ],
  ['html comment', `<!-- ours -->\n${good}`, [['1:1', '<!-- ours -->', 'A comment']], good],
  ['svg', '<svg xmlns="x"></svg>', [['1:1', '<svg', 'This is a web page or XML']], undefined],
  [
    '} for ], in one line',
    '{"a":[1,2},"b":3}',
    [['1:10', '}', 'This bracket closes what "[" opened']],
    '{"a":[1,2],"b":3}',
  ],
  [
    '] for }, in one line',
    '{"a":{"b":1],"b":3}',
    [['1:12', ']', 'This bracket closes what "{" opened']],
    '{"a":{"b":1},"b":3}',
  ],
  [
    'one } too many, in one line',
    '{"a":{"b":1}},"c":{"d":1}}',
    [['1:13', '}', 'A closing bracket too many']],
    '{"a":{"b":1},"c":{"d":1}}',
  ],
  ['one } too many at end', `${good}}`, [['25:1', '}', 'A closing bracket too many']], good],
  ['two } too many at end', `${good}}\n}`, [['25:1', '}\n}', 'Closing brackets too many']], good],
  [
    '} missing, in one line',
    '{"a":{"b":1,"c":2}',
    [['1:19', '', 'The closing bracket } is missing at the end']],
    '{"a":{"b":1,"c":2}}',
  ],
  [
    '] missing, in one line',
    '{"a":[1,2,"c":2}',
    [['1:10', ',', 'A closing bracket is missing']],
    '{"a":[1,2],"c":2}',
  ],
  [
    '] missing end, in one line',
    '{"a":[1,2}',
    [['1:10', '}', 'A closing bracket is missing']],
    '{"a":[1,2]}',
  ],
  [
    'root { missing',
    good.slice(1),
    [['2:3', '"common"', 'The bracket at the start of the theme is missing']],
    good,
  ],
  [
    'root {} missing',
    good.trim().slice(1, -1),
    [['2:3', '"common"', 'The bracket at the start of the theme is missing']],
    good,
  ],
  [
    'root } missing',
    good.trim().slice(0, -1),
    [['23:4', '', 'The closing bracket } is missing at the end']],
    good,
  ],
  [
    '[ for {, in one line',
    '{"a":["b":1,"c":2],"d":1}',
    [['1:6', '[', 'A list has no keys']],
    '{"a":{"b":1,"c":2},"d":1}',
  ],
  [
    'nbsp after end',
    `${good.trim()}\u00a0\n`,
    [['24:2', '\u00a0', 'An invisible character (no-break space']],
    good,
  ],
  [
    'nbsp indentation',
    good.replaceAll('    "', '\u00a0\u00a0\u00a0\u00a0"'),
    [['3:1', '\u00a0\u00a0\u00a0\u00a0', 'An invisible character (no-break space']],
    good,
  ],
  [
    'several in one line',
    `{'a': 'b', "c": True, d: 1,}`,
    [
      ['1:2', "'a'", 'Single quotes'],
      ['1:7', "'b'", 'Single quotes'],
      ['1:17', 'True', 'JSON writes true in lower case'],
      ['1:23', 'd', 'A key without quotes'],
      ['1:27', ',', 'A comma before the closing bracket'],
    ],
    '{"a":"b","c":true,"d":1}',
  ],
  [
    'several, in one line',
    '{"a":"x" "b":NaN,"c":[1,2,],"d":None}',
    [
      ['1:10', '"b"', 'A comma is missing before this'],
      ['1:14', 'NaN', 'NaN is not JSON'],
      ['1:26', ',', 'A comma before the closing bracket'],
      ['1:33', 'None', 'None is not JSON'],
    ],
    '{"a":"x","b":"NaN","c":[1,2],"d":"None"}',
  ],
  [
    'inner, in one line',
    '{"a":"The "best" one","b":"x"}',
    [['1:11', '"', 'A quote inside of a text']],
    '{"a":"The \\"best\\" one","b":"x"}',
  ],
  ['extra quote, in one line', '{"a":"b"","c":1}', [['1:9', '"', 'A quote too many']], '{"a":"b","c":1}'],
  [
    'unclosed, in one line',
    '{"a":"b,"c":"d"}',
    [['1:6', '"b', 'The quote at the end of this text is missing']],
    '{"a":"b","c":"d"}',
  ],
  [
    'unclosed obj, in one line',
    '{"a":{"b":"x},"c":1}',
    [['1:11', '"x', 'The quote at the end of this text is missing']],
    '{"a":{"b":"x"},"c":1}',
  ],
  [
    'unclosed key, in one line',
    '{"a:"b","c":"d"}',
    [['1:2', '"a', 'The quote behind this key is missing']],
    '{"a":"b","c":"d"}',
  ],
  [
    'unclosed end, in one line',
    '{"a":"b","c":"d}',
    [['1:14', '"d', 'The quote at the end of this text is missing']],
    '{"a":"b","c":"d"}',
  ],
  [
    'unclosed arr, in one line',
    '["a, "b", "c"]',
    [['1:2', '"a', 'The quote at the end of this text is missing']],
    '["a","b","c"]',
  ],
  [
    'unopened, in one line',
    '{"a":b","c":"d"}',
    [['1:6', 'b"', 'The quote at the beginning of this text is missing']],
    '{"a":"b","c":"d"}',
  ],
  [
    'unquoted, in one line',
    '{"a":red,"b":blue}',
    [
      ['1:6', 'red', 'A value without quotes'],
      ['1:14', 'blue', 'A value without quotes'],
    ],
    '{"a":"red","b":"blue"}',
  ],
  [
    'list unquoted',
    '[red, green]',
    [
      ['1:2', 'red', 'A value without quotes'],
      ['1:7', 'green', 'A value without quotes'],
    ],
    '["red","green"]',
  ],
  [
    'missing comma, in one line',
    '{"a":1"b":2}',
    [['1:7', '"b"', 'A comma is missing before this']],
    '{"a":1,"b":2}',
  ],
  ['list missing comma', '["a" "b"]', [['1:6', '"b"', 'A comma is missing before this']], '["a","b"]'],
  ['stray at end', `${good}x`, [['25:1', 'x', 'Something follows the closing bracket of the theme']], good],
  [
    'semicolon at end',
    `${good.trim()};\n`,
    [['24:2', ';', 'Something follows the closing bracket of the theme']],
    good,
  ],
  ['two docs', `${good}{}`, [['25:1', '{}', 'Something follows the closing bracket of the theme']], good],
  [
    'js',
    "export default {\n  name: 'x'\n};\n",
    [
      ['1:1', 'export default', 'This is JavaScript'],
      ['2:3', 'name', 'A key without quotes'],
      ['2:9', "'x'", 'Single quotes'],
    ],
    '{"name":"x"}',
  ],
  ['js const', 'const theme = {"a": 1};', [['1:1', 'const theme =', 'This is JavaScript']], '{"a":1}'],
  [
    'fence',
    ['```json\n', good, '```\n'].join(''),
    [['1:1', '```json', 'A fence of Markdown around the JSON']],
    good,
  ],
  [
    'escaped',
    '{\\"a\\": \\"b\\", \\"c\\": 1}',
    [['1:1', '{\\"', 'Every quote has a backslash before it']],
    '{"a":"b","c":1}',
  ],
  [
    'escaped nl',
    '{\\n  \\"a\\": \\"b\\"}',
    [['1:1', '{\\n  \\"', 'Every quote has a backslash before it']],
    '{"a":"b"}',
  ],
  ['ini', '[common]\nname=Acme\n', [['1:1', '[common]', 'This looks like TOML or an INI file']], undefined],
  [
    'toml',
    'name = "x"\n[common]\nname="Acme"\n',
    [['1:1', 'name =', 'This looks like TOML or an INI file']],
    undefined,
  ],
  ['garbage', 'hello', [['1:1', 'hello', 'This is not JSON']], undefined],
  ['png', '\ufffdPNG', [['1:1', '\ufffdPNG', 'This is not JSON']], undefined],
  [
    'python',
    `{"a": True, "b": None, 'c': "x"}`,
    [
      ['1:7', 'True', 'JSON writes true in lower case'],
      ['1:18', 'None', 'None is not JSON'],
      ['1:24', "'c'", 'Single quotes'],
    ],
    '{"a":true,"b":"None","c":"x"}',
  ],
  ['open', '{', [['1:2', '', 'The text ends in the middle of the theme']], undefined],
  [
    'tabs indent missing',
    '{\n\t"common": {\n\t\t"name": "Acme",\n\t\t"logo": "themes/acme/logo.svg",\n\t\t"urls": {\n\t\t\t"imprint": "https://a.example",\n\t\t\t"privacy": ""\n\t\t},\n\t"clients": {\n\t\t"web": {\n\t\t\t"themes": [\n\t\t\t\t{\n\t\t\t\t\t"name": "Light",\n\t\t\t\t\t"isDark": false\n\t\t\t\t},\n\t\t\t\t{\n\t\t\t\t\t"name": "Dark",\n\t\t\t\t\t"isDark": true\n\t\t\t\t}\n\t\t\t]\n\t\t}\n\t}\n}\n',
    [['8:4', ',', 'A closing bracket is missing']],
    good,
  ],
]

/** Where the file above is cut off. */
const cuts = ['ttps', '"logo"', '"themes/acme', 'lse\n', 'Dark": f', 'common', 'clients": {']

function found(text: string): Place[] {
  const lines = linesOf(text)
  return mistakesIn(text).found.map(({ offset, length, message }) => {
    const { line, column } = lines.range(offset, length).start
    return [`${line}:${column}`, text.slice(offset, offset + length), message]
  })
}

const beginning = ([at, marked, message]: Place): Place => [
  at,
  marked,
  expect.stringMatching(
    new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[ .:;,].*\\.$`, 's'),
  ) as string,
]

describe('one mistake in the syntax is one finding, with a cure that leads to JSON', () => {
  it.each(slips)('%s', (_, from, to, place, meant) => {
    const text = good.replace(from, () => to)
    expect(text).not.toBe(good)
    expect(found(text)).toEqual([beginning(place)])
    const { cured } = mistakesIn(text)
    expect(JSON.parse(cured)).toEqual(JSON.parse(good.replace(from, () => meant)))
    expect(parseText(cured).diagnostics).toEqual([])
  })

  it.each(slips)('with the line ends of Windows: %s', (_, from, to, [at], meant) => {
    const windows = (text: string) => text.replace(/\r?\n/g, '\r\n')
    const text = windows(good.replace(from, () => to))
    expect(found(text).map(([place]) => place)).toEqual([at])
    expect(JSON.parse(mistakesIn(text).cured)).toEqual(JSON.parse(good.replace(from, () => meant)))
  })

  it.each(texts)('%s', (_, text, places, meant) => {
    expect(found(text)).toEqual(places.map(beginning))
    if (meant !== undefined) expect(JSON.parse(mistakesIn(text).cured)).toEqual(JSON.parse(meant))
  })

  it.each(cuts)('a file that is cut off before %j', (rest) => {
    const text = good.slice(0, good.indexOf(rest))
    const lines = text.trimEnd().split('\n')
    const end = `${lines.length}:${(lines.at(-1) as string).length + 1}`
    expect(found(text)).toEqual([beginning([end, '', 'The text ends in the middle of the theme'])])
  })
})

/** What an editor does to a line of a file, where it can be done. */
const accidents: Readonly<Record<string, { to: RegExp; by: (line: string) => string[] }>> = {
  'a comma is lost': { to: /,$/, by: (line) => [line.slice(0, -1)] },
  'a comma is doubled': { to: /,$/, by: (line) => [`${line},`] },
  'a comma stands behind the last entry': { to: /[^,[{]$/, by: (line) => [`${line},`] },
  'a comment is added': { to: /^ /, by: (line) => [`${line} // ours`] },
  'a comment line is added': { to: /^/, by: (line) => [line, '  # ours'] },
  'a no-break space is added': { to: /^ /, by: (line) => [line.replace(' ', '\u00a0')] },
  'a line that closes a group is lost': { to: /^ *[}\]],?$/, by: () => [] },
  'a line that closes a group is doubled': { to: /^ +[}\]],?$/, by: (line) => [line, line] },
  'a group is closed by the wrong bracket': {
    to: /^ *[}\]],?$/,
    by: (line) => [line.replace(/[}\]]/, (bracket) => (bracket === '}' ? ']' : '}'))],
  },
  'a key loses its second quote': { to: /":/, by: (line) => [line.replace('":', ':')] },
  'a key loses its first quote': { to: /":/, by: (line) => [line.replace('"', '')] },
  'a key loses its quotes': { to: /":/, by: (line) => [line.replace(/"(\w+)":/, '$1:')] },
  'a text loses its last quote': { to: /": "\w+",?$/, by: (line) => [line.replace(/"(,?)$/, '$1')] },
  'a text loses its first quote': { to: /": "\w+",?$/, by: (line) => [line.replace(': "', ': ')] },
  'a text loses its quotes': { to: /": "\w+",?$/, by: (line) => [line.replace(/: "(\w+)"/, ': $1')] },
  'a colon is lost': { to: /":/, by: (line) => [line.replace('":', '"')] },
}

const key = fc.stringMatching(/^[a-z]{1,6}$/)
const theme = fc.letrec<{ value: JsonObject }>((tie) => ({
  value: fc.dictionary(
    key,
    fc.oneof(
      { depthSize: 'small' },
      key.map((text) => `x${text}`),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('value'),
    ),
    { minKeys: 1, maxKeys: 4 },
  ) as fc.Arbitrary<JsonObject>,
})).value

describe('any document with one accident', () => {
  it.each(Object.entries(accidents))('%s', (_, { to, by }) => {
    fc.assert(
      fc.property(theme, fc.constantFrom(2, 4, '\t'), fc.nat(), (document, indent, at) => {
        const lines = JSON.stringify(document, null, indent).split('\n')
        const places = lines.flatMap((line, index) => (to.test(line) ? [index] : []))
        fc.pre(places.length > 0)
        const place = places[at % places.length] as number
        const broken = lines.flatMap((line, index) => (index === place ? by(line) : line)).join('\n')
        fc.pre(!isJson(broken))
        const { found: mistakes, cured } = mistakesIn(broken)
        expect(mistakes.map(({ message }) => message)).toHaveLength(1)
        expect(JSON.parse(cured)).toEqual(document)
      }),
      { numRuns: 200 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
