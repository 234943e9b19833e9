import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runInProcess } from '../support/run-command.js'

const cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-branding-'))
afterAll(() => rmSync(cwd, { recursive: true }))
mkdirSync(path.join(cwd, '_branding'))

const run = (...args: string[]) => runInProcess(args, { cwd })
const logo = 'themes/_branding/acme.png'

describe('branding', () => {
  it('prints the file for a release of oCIS, and says what is left to do', async () => {
    const { status, stdout, stderr } = await run('branding', '--name', 'Acme Cloud', '--logo', 'img/acme.png')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      common: { name: 'Acme Cloud', logo },
      clients: { web: { defaults: { logo: { topbar: logo, login: logo } } } },
    })
    expect(stderr).toContain(`Put img/acme.png into the assets folder as ${logo}.`)
    expect(stderr).toContain('not in the working folder')
    writeFileSync(path.join(cwd, 'there.png'), '')
    const { stderr: found } = await run('branding', '--logo', 'there.png')
    expect(found).not.toContain('not in the working folder')
    // The themes for the vault keep their logo.
    expect(stderr).toContain('(vault)')
  })

  it('writes the file for OpenCloud, which the other verbs find right', async () => {
    const file = path.join('_branding', 'theme.json')
    const args = [
      'branding',
      '--logo',
      'acme.png',
      '--favicon',
      'f.png',
      '--target',
      'opencloud-7.3',
      '-o',
      file,
    ]
    expect(await run(...args)).toMatchObject({ status: 0, stdout: '' })
    expect(JSON.parse(readFileSync(path.join(cwd, file), 'utf8'))).toEqual({
      common: { logo },
      clients: { web: { defaults: { logo, favicon: 'themes/_branding/f.png' } } },
    })
    expect((await run('validate', '--target', 'opencloud-7.3', file)).status).toBe(0)
    expect((await run('detect', file)).stdout).toContain('OpenCloud')
    const again = await run(...args, '--slogan', 'Other')
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('--force')])
    expect((await run(...args, '--slogan', 'Other', '--force')).status).toBe(0)
  })

  it('writes nothing that the server would not show', async () => {
    const args = ['--imprint-url', 'javascript:alert(1)', '-o', 'bad.json']
    const { status, stdout, stderr } = await run('branding', ...args)
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining('script-link')])
    expect(() => readFileSync(path.join(cwd, 'bad.json'))).toThrow('ENOENT')
  })

  it('warns of what shows only in a part', async () => {
    const { status, stderr } = await run('branding', '--logo', 'https://cdn.example/acme.png')
    expect([status, stderr]).toEqual([0, expect.stringContaining('absolute-logo')])
    expect(stderr).not.toContain('Put https')
  })

  it.each([
    [[], /--name/],
    [['--name', ''], /--name is empty/],
    [['--name', 'A', '--target', 'ocis-5'], /ocis-6/],
    [['--name', 'A', 'theme.json'], /takes no file/],
    [['--title', 'A'], /--title/],
  ])('refuses %j', async (args, says) => {
    const { status, stdout, stderr } = await run('branding', ...args)
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(says)])
  })
})
