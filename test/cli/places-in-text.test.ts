import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-places-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  writeInstance(path.join(folder, 'new'), {})
  writeInstance(path.join(folder, 'data'), {
    'themes/wrong/theme.json': files['wrong.json'],
    'themes/legacy/theme.json': files['legacy.json'],
    'themes/_branding/theme.json': files['branding.json'],
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

const files = {
  'wrong.json': `{
  "common": {
    "name": 5
  },
  "clients": { "web": { "defaults": {}, "themes": [ { "name": "a", "isDark": "no" } ] } }
}
`,
  'legacy.json': `{
  "web": {
    "default": {
      "general": { "slogan": 7 }
    }
  }
}
`,
  'branding.json': `{
  "clients": { "web": { "defaults": {
    "logo": { "topbar": 1 }
  } } }
}
`,
  'list.json': `{
  "common": {},
  "clients": { "web": {
    "defaults": {},
    "themes": ["a"]
  } }
}
`,
  'vault.json': `{
  "clients": { "web": { "defaults": {}, "themes": [
    { "name": "Vault", "mode": "vault", "isDark": false },
    { "mode": "regular" }
  ] } }
}
`,
} as const

describe('the line of a wrong value', () => {
  it.each([
    ['validate wrong.json', ['wrong.json:3:13 /common/name', 'wrong.json:5:78 /clients/web/themes/0/isDark']],
    ['convert wrong.json', ['wrong.json:3:13 /common/name', 'wrong.json:5:78 /clients/web/themes/0/isDark']],
    ['convert wrong.json --drop-invalid -o new.json --force', ['- wrong.json:3:13 /common/name: ']],
    ['convert legacy.json', ['legacy.json:4:30 /web/default/general/slogan']],
    ['convert branding.json --as branding', ['branding.json:3:25 /clients/web/defaults/logo/topbar']],
    ['preview legacy.json', ['legacy.json:4:30 /web/default/general/slogan']],
    ['preview list.json', ['list.json:5:16 /clients/web/themes/0']],
    ['resolve list.json', ['list.json:5:16 /clients/web/themes/0']],
    [
      'migrate data',
      [
        '- themes/wrong/theme.json:3:13 /common/name: ',
        '- themes/legacy/theme.json:4:30 /web/default/general/slogan: ',
        '- themes/_branding/theme.json:3:25 /clients/web/defaults/logo/topbar: ',
      ],
    ],
    ['migrate data --to new', ['- themes/wrong/theme.json:3:13 /common/name: ']],
    ['doctor data --from ocis-5', ['themes/wrong/theme.json:3:13 /common/name']],
  ])('is in what %s says', async (call, places) => {
    const { stdout, stderr } = await runInProcess(call.split(' '), { cwd: folder })
    for (const place of places) expect(stdout + stderr).toContain(place)
  })

  it.each(['convert', 'resolve'])('is in the JSON of %s', async (verb) => {
    const args = [verb, 'vault.json', '--format', 'json', '--target', 'ocis-7']
    const { stdout } = await runInProcess(args, { cwd: folder })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { pointer: string; range?: object }[] }
    expect(diagnostics).not.toEqual([])
    for (const { pointer, range } of diagnostics) expect(range === undefined, pointer).toBe(pointer === '')
  })
})

it('is that of the input, also where the new file has the theme elsewhere in the list', async () => {
  const { stderr } = await runInProcess(['convert', 'vault.json', '--target', 'ocis-7'], { cwd: folder })
  expect(stderr).toContain('- vault.json:4:5 /clients/web/themes/1/isDark: The theme "Theme" has no "isDark"')
  expect(stderr).toContain('- vault.json:4:5 /clients/web/themes/1/name: A theme has no name.')
})
