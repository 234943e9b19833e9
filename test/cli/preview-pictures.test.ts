import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { preview, previewMarkdown } from '../../src/preview/index.js'
import { legacyAcme } from '../support/acme.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
const at = (...names: string[]) => path.join(folder, ...names)
const run = (...args: string[]) => runInProcess(['preview', ...args], { cwd: folder })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-pictures-'))
  writeFileSync(at('theme.json'), JSON.stringify(legacyAcme))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** The colour of a picture at a place. */
async function pixel(file: string, left: number, top: number): Promise<string> {
  const area = { left, top, width: 1, height: 1 }
  const data = await sharp(file).extract(area).removeAlpha().raw().toBuffer()
  return `#${data.toString('hex')}`
}

describe('preview --png', () => {
  it('draws before beside after, light beside dark', async () => {
    const { status, stderr } = await run('theme.json', '--png', 'picture.png')
    expect([status, stderr]).toEqual([0, 'Written to picture.png.\n'])
    const { width, height } = await sharp(at('picture.png')).metadata()
    expect([width, height]).toEqual([2660, 1836])
    // The window at the left of the main page: 640 pixels for each, 20 between, and 54 above.
    const windows = await Promise.all(
      [22, 682, 1342, 2002].map((left) => pixel(at('picture.png'), left, 254)),
    )
    expect(windows).toEqual(['#0a4d8c', '#0a4d8c', '#79b8ff', '#79b8ff'])
    // The background of the file list.
    const lists = await Promise.all([200, 1520].map((left) => pixel(at('picture.png'), left, 400)))
    expect(lists).toEqual(['#ffffff', '#101820'])
  })

  it('writes everything or nothing', async () => {
    writeFileSync(at('preview.html'), 'mine')
    const { status } = await run('theme.json', '--png', 'picture.png', '-o', 'preview.html')
    expect(status).toBe(2)
    expect(() => readFileSync(at('picture.png'))).toThrow()
    const { stderr } = await run('theme.json', '--png', 'one', '-o', './one')
    expect(stderr).toContain('are the same file')
  })
})

describe('preview --markdown', () => {
  it('writes a summary with a picture for each theme', async () => {
    mkdirSync(at('summary'))
    expect((await run('theme.json', '--markdown', 'summary')).status).toBe(0)
    const text = readFileSync(at('summary/preview.md'), 'utf8')
    expect(text).toMatch(/^# Preview of theme\.json\n/)
    expect(text).toContain('(theme-1.png)')
    expect(await pixel(at('summary/theme-2.png'), 22, 254)).toBe('#79b8ff')
  })

  it('requires the folder', async () => {
    const { status, stderr } = await run('theme.json', '--markdown', 'none')
    expect(status).toBe(2)
    expect(stderr).toContain('there is no folder none')
  })

  it('lets no text of a theme mean anything', () => {
    const document = structuredClone(legacyAcme)
    document.web.default.general.name = '<script>x</script> @octocat [a](javascript:b) | `c` #1\n# Title'
    document.web.default.logo.topbar = 'branding/![x](https://evil.example/x.png)|@all'
    const text = previewMarkdown(preview(document), { title: '@a\n# b', pictures: [] })
    expect(text).not.toMatch(/<script|@(?:octocat|all|a)|\]\(javascript|!\[x|^# (?!Preview)|https:/m)
    expect(text).toContain('evil.example')
  })
})
