import { describe, expect, it } from 'vitest'
import { fromProcess, parseEnvironment } from '../../src/settings/environment.js'

describe('an environment file', () => {
  it.each<[string, string, Record<string, string>]>([
    ['plain values', 'A=/a\nB=b=c\nC=\n', { A: '/a', B: 'b=c', C: '' }],
    ['quotes of both kinds', 'A="/a b"\nB=\'/b "c"\'\n', { A: '/a b', B: '/b "c"' }],
    ['escapes in double quotes alone', 'A="a\\"b\\\\c\\n"\nB=\'a\\"\'\n', { A: 'a"b\\c\\n', B: 'a\\"' }],
    ['exported variables', 'export A=/a\n  export\tB="/b"\n', { A: '/a', B: '/b' }],
    ['comments', '# A=1\nB=/b # c\nC="/c" # d\nD=/d#e\n #E=1\n', { B: '/b', C: '/c', D: '/d#e' }],
    [
      'lines that end with CRLF',
      'A=/a\r\nB="/b"\r\n\r\nC=\'/c\' # d\r\nD=\r\n',
      { A: '/a', B: '/b', C: '/c', D: '' },
    ],
    ['spaces around everything', ' A = /a \nB=\t/b\t\n', { A: '/a', B: '/b' }],
    ['a byte-order mark', '\ufeffA=/a\nB=/b', { A: '/a', B: '/b' }],
    ['names alone, which the line after them survives', 'A=/a\nexport B\nC\nD=/d', { A: '/a', D: '/d' }],
    ['values of several lines', 'A="one\nB=2\nthree"\nC=/c', { A: 'one\nB=2\nthree', C: '/c' }],
    ['quotes that nobody closed', 'A="/a\nB="/b"\nC=it\'s\n', { A: '"/a', B: '/b', C: "it's" }],
    ['a variable that stands twice', 'A=1\nA=2', { A: '2' }],
    ['names that objects have', '__proto__=a\nconstructor=b', { ['__proto__']: 'a', constructor: 'b' }],
    [
      'lines continued by a backslash',
      'A=/a\\\n/b \\\r\nc\nB="/a\\\n/b\\\\"\nC=/c\\',
      {
        A: '/a/b c',
        B: '/a/b\\',
        C: '/c\\',
      },
    ],
    ['nothing', '', {}],
  ])('may have %s', (_, text, expected) => {
    expect(Object.entries(parseEnvironment(text))).toEqual(Object.entries(expected))
  })

  it('may be of any shape without taking its time', () => {
    const many = 100_000
    expect(parseEnvironment(`A=${' '.repeat(many)}x`)).toEqual({ A: 'x' })
    expect(parseEnvironment(`A=b${' '.repeat(many)}x # c`)).toEqual({ A: `b${' '.repeat(many)}x` })
    expect(parseEnvironment(`A="${'\\"'.repeat(many)}"`)).toEqual({ A: '"'.repeat(many) })
  })
})

describe('the environment of a process, as /proc has it', () => {
  it.each<[string, Record<string, string>]>([
    ['plain values', { A: '/a', B: 'b=c', C: '' }],
    ['anything that a value can have', { A: ' a # b ', B: `'"$x\`\\`, C: 'one\nB=2\r\n\\\n', D: "it's\\" }],
  ])('is read with %s', (_, variables) => {
    const text = Object.entries(variables).map(([name, value]) => `${name}=${value}\0`)
    expect(parseEnvironment(fromProcess(text.join('')) ?? '')).toEqual(variables)
    expect(fromProcess(text.join('').slice(0, -1))).toBe(fromProcess(text.join('')))
  })

  it('is read without what is no variable of a server', () => {
    expect(parseEnvironment(fromProcess('BASH_FUNC_f%%=() { :; }\0A=b\0') ?? '')).toEqual({ A: 'b' })
  })

  it.each(['PNG\0\u0001', 'A\0=\0b\0', '\0', 'A=b\0c\0'])('is not %j', (text) => {
    expect(fromProcess(text)).toBeUndefined()
  })
})
