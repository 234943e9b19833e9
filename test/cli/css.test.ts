import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rootBlock } from '../../src/cli/css.js'

const property = (name: string, value: string) => ({
  name,
  value,
  set: true,
  pointer: '/designTokens/colorPalette/x',
  by: [],
})
const block = (value: string, name = '--oc-color-x') => rootBlock([property(name, value)])

describe('a :root block', () => {
  it.each([
    '#0b4f4a',
    'rgb(11, 79, 74)',
    'linear-gradient(90deg, #fff 0%, var(--oc-color-border, red) 100%)',
    '"Open Sans", Inter, sans-serif',
    "'it''s; fine!'",
    '[a {b: c;} !]',
    '',
  ])('holds %j as it is', (value) => {
    expect(block(value)).toBe(`:root {\n  --oc-color-x: ${value};\n}\n`)
  })

  it.each([
    ['"a\u202eb"', '"a\\202e b"'],
    ['a\u2028\u009b', 'a\\2028 \\9b '],
    ['1px\n::error::x', '1px ::error::x'],
  ])('holds %j within a line, as %j', (value, escaped) => {
    expect(block(value)).toBe(`:root {\n  --oc-color-x: ${escaped};\n}\n`)
  })

  it('has only what the client sets', () => {
    expect(rootBlock([{ ...property('--oc-color-x', 'red'), set: false }])).toBe(':root {\n}\n')
  })

  it.each([
    'red; } body { display: none',
    'red } body { display: none',
    '#fff !important',
    'red;',
    'rgb(1, 2',
    'a]',
    '(]',
    '"open',
    '"line\nbreak"',
    'url(a b)',
    'url(a',
    '/* open',
    'red\\',
    '"</style><script>alert(1)</script>"',
    '"\u001b[31m"',
    '"##vso[task.complete]"',
    '"goes \\\non"',
  ])('leaves %j out and says so', (value) => {
    expect(block(value)).toBe(
      ':root {\n  /* --oc-color-x is left out: its value would end the declaration. */\n}\n',
    )
  })

  it.each([
    ['--oc-color-a b', '--oc-color-a\\20 b'],
    ['--oc-color-x: red; } *', '--oc-color-x\\3a \\20 red\\3b \\20 \\7d \\20 \\2a '],
    ['--oc-color-*/x', '--oc-color-\\2a \\2f x'],
    ['--oc-color-größe', '--oc-color-größe'],
    ['--oc-color-1.5', '--oc-color-1\\2e 5'],
    ['--oc-color-\ud800', '--oc-color-\\d800 '],
  ])('escapes the name %j', (name, escaped) => {
    expect(block('red', name)).toBe(`:root {\n  ${escaped}: red;\n}\n`)
  })

  it('is one block with one declaration or comment, whatever names and values hold', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a-"\'\\(){}[];:!/*<>\n url') })
    fc.assert(
      fc.property(text, text, (name, value) => {
        const lines = block(value, `--oc-${name}`)
        const withoutContent = lines
          .replace(/^ {2}(?:[^:]*?): (?<value>[\s\S]*);\n\}\n$/m, '')
          .replace(/^ {2}\/\*[^*]*\*\/\n\}\n$/m, '')
        expect(withoutContent).toBe(':root {\n')
      }),
    )
  })
})
