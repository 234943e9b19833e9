import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { below, problemOfPattern, splitPattern } from '../../src/node/split-pattern.js'

/** Splits a pattern on a system with these folders. */
function split(pattern: string, system: path.PlatformPath, root: string, folders: readonly string[]) {
  const { cwd, rest } = splitPattern(pattern, root, (place) => folders.includes(place), system)
  return [cwd, rest]
}

describe('a pattern on Windows', () => {
  const folders = ['C:\\Program Files (x86)', 'C:\\Program Files (x86)\\web', 'C:\\data\\[2] themes']
  it.each([
    ['web\\*.json', ['C:\\data', 'web/*.json']],
    ['C:\\Program Files (x86)\\web\\**\\theme.json', ['C:\\Program Files (x86)\\web', '**/theme.json']],
    ['[2] themes\\\\*.json', ['C:\\data\\[2] themes', '*.json']],
    ['[23] themes\\*.json', ['C:\\data', '[23] themes/*.json']],
    ['\\themes\\*.json', ['C:\\', 'themes/*.json']],
    ['/themes/*.json', ['C:\\', 'themes/*.json']],
    ['D:/*.json', ['D:\\', '*.json']],
    ['C:*.json', ['C:\\data', '*.json']],
    ['\\\\host\\share\\acme\\*.json', ['\\\\host\\share\\', 'acme/*.json']],
  ])('%s starts where it says', (pattern, parts) => {
    expect(split(pattern, path.win32, 'C:\\data', folders)).toEqual(parts)
  })
})

describe('a pattern elsewhere', () => {
  it.each([
    ['a (1)/b/*.json', ['/data/a (1)', 'b/*.json']],
    ['*/a (1)/*.json', ['/data', '*/a (1)/*.json']],
    ['/srv/a\\*/*.json', ['/srv', 'a\\*/*.json']],
    ['../*.json', ['/', '*.json']],
    ['/srv/!*.json', ['/srv', '\\!*.json']],
    ['*//', ['/data', '*/']],
    ['/srv/!(a).json', ['/srv', '!(a).json']],
    ['theme.json', ['/data', 'theme.json']],
  ])('%s starts where it says', (pattern, parts) => {
    expect(split(pattern, path.posix, '/data', ['/', '/srv', '/data/a (1)'])).toEqual(parts)
  })
})

it('a file of the current folder of a drive has no root', () => {
  expect(below('C:', 'web\\theme.json', path.win32)).toBe('C:web\\theme.json')
  expect(below('C:\\', 'theme.json', path.win32)).toBe('C:\\theme.json')
  expect(below('C:', 'theme.json', path.posix)).toBe('C:/theme.json')
})

describe('a pattern that the library for patterns can not take', () => {
  it.each<[string, string]>([
    ['32769 characters', `${'a'.repeat(32_768)}*`],
    ...['(', '!(', '{a,', '['].map((open): [string, string] => ['brackets', open.repeat(300)]),
    ...['*a*a*a*b', '**/themes/*-*-*-*.json', '{*a*b,c}*d*/x', '@(*a|{*b,c})*c*d*'].map(
      (all): [string, string] => ['asterisks in a name', all],
    ),
    ['times "**"', '**/a/**/a/**/a/**/b'],
    ...['+(*a)b', 'web/*(a|b*)/*.json'].map((all): [string, string] => ['group that may repeat', all]),
  ])('is one with too many: %s', (what, pattern) => {
    expect(problemOfPattern(pattern)).toContain(what)
  })

  it.each([
    '**/theme.json',
    '**/*acme*theme*',
    '+(a|b)*/*(c)*.json',
    '**/a/**/b/**',
    '{a,b,{c,d}}/*.json',
    '[ab][cd]'.repeat(40),
    '{a,b}'.repeat(1000),
  ])('is not %.40s', (pattern) => {
    expect(problemOfPattern(pattern)).toBeUndefined()
  })
})
