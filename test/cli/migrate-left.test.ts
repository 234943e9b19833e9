import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme } from '../../src/shipped/example-themes.js'
import {
  exampleImages as images,
  logoOnly,
  type Tree,
  uploadServers,
  writeInstance,
} from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const legacy = JSON.stringify(exampleLegacyTheme())
const use = { ...images, 'themes/owncloud/theme.json': legacy }
const [ocis3, ocis4] = uploadServers

let data: string
const write = (files: Tree) => writeInstance(data, files)
const settings = (text: string) => {
  writeFileSync(path.join(data, 'server.env'), text)
  return ['--settings', path.join(data, 'server.env')]
}
const run = (args: readonly string[]) => runInProcess(['migrate', data, ...args], { env: {} })
/** The last part of the line about what was done. */
const endOf = (stdout: string) => /^Done.*undoes it; (.*)\.$/m.exec(stdout)?.[1]

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'theme-convert-left-'))
})

afterEach(() => {
  rmSync(data, { recursive: true, force: true })
})

/** Each sets a server up, and returns the arguments of a migration that leaves the code. */
const servers: readonly (readonly [string, string, () => readonly string[]])[] = [
  [
    'web-options-lost',
    'add the lost links as the warnings say, then start the new server',
    () => {
      write({ ...logoOnly(ocis3.shipped), [`themes/owncloud/theme.json`]: '{}' })
      write(logoOnly(ocis4.shipped))
      return ['--imprint-url', 'javascript:alert(1)', '--target', 'ocis-7']
    },
  ],
  [
    'asset-path-gone',
    'change the settings as the warnings say, then start the new server',
    () => {
      write(use)
      return settings(`WEB_ASSET_PATH=${data}/web/assets\n`)
    },
  ],
  [
    'theme-misses-merge',
    'change the settings as the warnings say, then start the new server',
    () => {
      write({ ...images, 'themes/acme/own.json': legacy })
      return settings('WEB_UI_THEME_PATH=/themes/acme/own.json\n')
    },
  ],
  [
    'theme-misnamed',
    'name the theme as the warnings say, then start the new server',
    () => {
      write({ ...logoOnly(ocis3.shipped), 'themes/acme/theme.jsonc': legacy })
      return []
    },
  ],
  [
    'symbolic-link',
    'check what is behind the links, then start the new server',
    () => {
      write(use)
      symlinkSync('/nowhere', path.join(data, 'web/assets/themes/other'))
      return []
    },
  ],
  [
    'upload-again',
    'start the new server and upload the logo again',
    () => {
      write(logoOnly(ocis4.shipped))
      return ['--target', 'ocis-5']
    },
  ],
]

describe('what a migration leaves', () => {
  it.each(servers)('has status 1, and is named: %s', async (code, end, setUp) => {
    const args = setUp()
    expect((await run(args)).status).toBe(1)
    const applied = await run([...args, '--apply'])
    expect([applied.status, endOf(applied.stdout)]).toEqual([1, end])
    expect(applied.stdout).toMatch(/^Done but for changes by hand\. /m)
    expect(applied.stdout).toContain(`(${code})`)
  })

  it('has status 1 in a plan without steps', async () => {
    write({})
    const { status, stdout } = await run(['--imprint-url', 'https://acme.example/imprint'])
    expect([status, stdout]).toEqual([1, expect.stringContaining('No steps, but there are findings:')])
  })

  it('is nothing of a misnamed theme beside one that the server reads', async () => {
    write({ ...use, 'themes/owncloud/theme.jsonc': legacy })
    const { status, stdout } = await run(['--apply'])
    expect([status, stdout]).toEqual([0, expect.stringContaining('(theme-misnamed)')])
  })

  it('may be warnings to look at, with status 0', async () => {
    write({ ...use, 'themes/acme/theme.json': legacy })
    const { status, stdout } = await run(['--apply'])
    expect(status).toBe(0)
    expect(endOf(stdout)).toMatch(/^look at the \d+ warnings? above, then start the new server$/)
  })

  it('is nothing of a theme that is right', async () => {
    write(use)
    const { status, stdout } = await run(['--apply'])
    expect([status, endOf(stdout)]).toEqual([0, expect.stringMatching(/start the new server( now)?$/)])
  })
})
