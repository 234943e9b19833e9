import { describe, expect, it } from 'vitest'
import { parseEnvironment } from '../../src/settings/environment.js'

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
