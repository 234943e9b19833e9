import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { legacyAcme } from '../support/acme.js'
import { type Tree, writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const whole = JSON.stringify(legacyAcme)
const torn = whole.slice(0, whole.indexOf('"dark"'))

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-names-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const writeFiles = (files: Tree) => writeInstance(cwd, files, '.')

const said = async (...args: string[]) => {
  const { status, stdout, stderr } = await runInProcess(args, { cwd })
  return { status, text: stdout + stderr }
}

const verbs = ['convert', 'detect', 'preview', 'resolve', 'migrate', 'doctor']

describe.each([
  ['a theme', 'brand.json', whole],
  ['a torn theme', 'brand.json', torn],
  ['a theme with a byte-order mark', 'BRAND.JSON', `\ufeff${whole}`],
  ['the copy of a theme', 'theme.json.bak', whole],
  ['a theme as text', 'brand.txt', torn],
])('a folder with %s under another name', (_, name, content) => {
  beforeEach(() => writeFiles({ [`in/deep/${name}`]: content, 'in/package.json': '{ "logo": "" }' }))

  it.each(['validate', ...verbs])('is no reason for %s to say that there is none', async (verb) => {
    const { text } = await said(verb, 'in')
    expect(text).toContain(path.join('in', 'deep', name))
    expect(text).not.toContain('package.json')
  })
})

it('validate says what else there is', async () => {
  writeFiles({ 'in/package.json': '{ "web": "" }', 'in/b.json': '[]', 'in/node_modules/a.json': whole })
  const { status, text } = await said('validate', 'in')
  expect([status, text]).toEqual([
    2,
    expect.stringMatching(/b\.json and 1 more file have no keys of a theme/),
  ])
  writeFiles({ 'empty/readme.md': '' })
  expect((await said('validate', 'empty')).text).toContain('no other JSON file')
})

it('validate reports a torn theme beside a whole one', async () => {
  writeFiles({ 'theme.json': whole, 'brand.json': torn, 'broken.json': '{ "favicon": ' })
  const { text } = await said('validate', '.', '--format', 'json')
  const { files } = JSON.parse(text) as { files: { file: string }[] }
  expect(files.map(({ file }) => file)).toEqual(['brand.json', 'theme.json'])
})

it('a call that needs a file names the theme.json of a folder first', async () => {
  writeFiles({ 'in/a.json': whole, 'in/acme/theme.json': whole })
  expect((await said('convert', 'in')).text).toContain(path.join('in', 'acme', 'theme.json'))
})

it('migrate lists a torn theme in the assets', async () => {
  writeFiles({ 'web/assets/themes/acme/brand.json': torn, 'web/assets/themes/acme/x.json': '{ ' })
  const { text } = await said('migrate', '.')
  expect(text).toContain('themes/acme/brand.json (unreadable)')
  expect(text).not.toContain('x.json')
})

it.each(['*'.repeat(70_000), `${'a'.repeat(65_536)}*`, '('.repeat(30_000), '!('.repeat(3000)])(
  'a pattern that is too large is named, and is no internal error: %.4s',
  async (pattern) => {
    writeFileSync(path.join(cwd, 'theme.json'), whole)
    const { status, text } = await said('validate', pattern)
    expect([status, text]).toEqual([2, expect.stringMatching(/^theme-convert: The pattern .{60,90} has /)])
  },
)
