import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createColors } from 'picocolors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listBySeverity } from '../../src/cli/render.js'
import type { Severity } from '../../src/index.js'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import { writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const finding = (severity: Severity, message: string) =>
  ({ code: 'wrong-type', severity, message, pointer: '/a' }) as const

describe('a list of findings', () => {
  it('has each severity under its number, those left out included', () => {
    const lines = listBySeverity(
      {
        diagnostics: [
          finding('info', 'one.'),
          finding('error', 'two.'),
          { ...finding('info', 'three.'), file: 'f' },
        ],
        omitted: [
          { code: 'low-contrast', severity: 'warning', count: 7 },
          { code: 'wrong-type', severity: 'info', count: 2, file: 'f' } as never,
        ],
      },
      createColors(false),
    )
    expect(lines).toEqual([
      '  1 error:',
      '  - /a: two. (wrong-type)',
      '  7 warnings:',
      '  - … 7 more of low-contrast',
      '  4 infos:',
      '  - /a: one. (wrong-type)',
      '  - f /a: three. (wrong-type)',
      '  - f: … 2 more of wrong-type',
    ])
  })
})

describe('a summary', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-summaries-'))
    writeFileSync(path.join(folder, 'legacy.json'), JSON.stringify(exampleLegacyTheme()))
    writeInstance(path.join(folder, 'data'), {
      'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme()),
      'themes/other/theme.json': '{',
    })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each([
    [['convert', 'legacy.json', '-o', 'new.json', '--target', 'opencloud-7.3']],
    [['migrate', 'data']],
  ])('counts what it lists, by severity: %j', async (args) => {
    const { stdout, stderr } = await runInProcess(args, { cwd: folder })
    const listed: Record<string, [number, number]> = {}
    let current = ''
    for (const line of (stdout + stderr).split('\n')) {
      const [, number, severity] = /^ {2}(\d+) (error|warning|info)s?:$/.exec(line) ?? []
      if (severity !== undefined) {
        current = severity
        listed[severity] = [Number(number), 0]
      } else if (/^ {2}- .*\([a-z-]+\)$/.test(line) && current !== '')
        (listed[current] as [number, number])[1] += 1
      else current = ''
    }
    expect(Object.keys(listed).length).toBeGreaterThan(0)
    for (const [number, lines] of Object.values(listed)) expect(lines).toBe(number)
  })
})
