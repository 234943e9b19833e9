import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { runInProcess } from '../support/run-command.js'

describe('resolve', () => {
  const theme = (palette: object) =>
    JSON.stringify({
      common: {
        name: 'Acme',
        slogan: '',
        logo: 'a.svg',
        urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
      },
      clients: {
        web: {
          defaults: {
            logo: { topbar: 'a.svg', favicon: 'a.png', login: 'a.svg' },
            loginPage: { backgroundImg: '' },
            designTokens: { colorPalette: palette },
          },
          themes: [{ name: 'Light \u009b31m', isDark: false }],
        },
      },
    })

  it('prints a sheet that no value breaks out of', async () => {
    const { status, stdout } = await runInProcess(['resolve', '-', '--format', 'css'], {
      input: theme({ border: '#fff', icon: 'red } html { display: none' }),
    })
    expect(status).toBe(0)
    expect(stdout).toBe(
      ':root {\n  --oc-color-border: #fff;\n  /* --oc-color-icon is left out: its value would end the declaration. */\n}\n',
    )
  })

  it('keeps names and values from moving the cursor', async () => {
    const { status, stdout } = await runInProcess(['resolve', '-'], {
      input: theme({ '\u001b[31m': '\u009b2J', 'wide 漢': 'x' }),
    })
    expect(status).toBe(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    expect(stdout).toContain('/designTokens/colorPalette/\ufffd[31m')
  })

  it('fails for a file that the client refuses, and prints what it adds up to', async () => {
    const { common, clients } = JSON.parse(theme({ border: '#fff' }))
    const { status, stdout, stderr } = await runInProcess(['resolve', '-', '--format', 'css'], {
      input: JSON.stringify({ common, clients: { web: { ...clients.web, themes: [{ name: 'Light' }] } } }),
    })
    expect(status).toBe(1)
    expect(stdout).toBe(':root {\n  --oc-color-border: #fff;\n}\n')
    expect(stderr).toContain('(rejected-file)')
  })

  describe('of a file', () => {
    let folder: string
    const run = (...args: string[]) => runInProcess(['resolve', ...args], { cwd: folder })

    beforeEach(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
      writeFileSync(path.join(folder, 'theme.json'), JSON.stringify(exampleTheme()))
      writeFileSync(path.join(folder, 'legacy.json'), JSON.stringify(exampleLegacyTheme()))
      const uploaded = 'themes/_branding/acme.png'
      const branding = {
        common: { logo: uploaded },
        clients: { web: { defaults: { logo: { topbar: uploaded } } } },
      }
      writeFileSync(path.join(folder, 'branding.json'), JSON.stringify(branding))
    })

    afterEach(() => {
      rmSync(folder, { recursive: true, force: true })
    })

    it.each([
      [[], 'Theme "Light" for ocis-8: first theme that fits a system that prefers light themes'],
      [['--prefers', 'dark'], 'Theme "Dark" for ocis-8: first theme that fits'],
      [['--stored', 'Dark'], 'Theme "Dark" for ocis-8: the browser stored its name "Dark"'],
      [['--theme', 'Dark', '--stored', 'Light'], 'Theme "Dark" for ocis-8: requested'],
      [['--mode', 'vault', '--prefers', 'dark'], 'Theme "Vault" for ocis-8'],
      [['--target', 'ocis-6', '--stored', 'Vault'], 'Theme "Vault" for ocis-6: the browser stored'],
    ])('%j chooses as the release does', async (args, title) => {
      const { status, stdout, stderr } = await run('theme.json', ...args)
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toContain(title)
      expect(stdout).toContain(' more keep the value of the design system')
    })

    it.each([
      ['theme', '--oc-color-text-default', '"#12302c"'],
      ['defaults', '--oc-space-medium', '"16px"'],
      ['common', '/common/name', '"Acme Cloud"'],
      ['common (server)', '/common/shareRoles/a8d5fe5e-96e3-418d-825b-534dbdf22b99/iconName', '"eye"'],
      ['common (branding)', '/common/logo', '"themes/_branding/acme.png"'],
      ['defaults (branding)', '/logo/topbar', '"themes/_branding/acme.png"'],
      ['design-system', '--oc-font-family', '"Inter, sans-serif"'],
    ])('explains a value that %s gives', async (layer, subject, value) => {
      const { status, stdout, stderr } = await run(
        'theme.json',
        '--branding',
        'branding.json',
        '--explain',
        subject,
      )
      expect([status, stderr]).toEqual([0, ''])
      const winner = stdout.split('\n').find((line) => line.startsWith('→'))
      expect(winner?.slice(3).startsWith(`${layer} `)).toBe(true)
      expect(stdout).toContain(`${subject} is ${value}, from `)
    })

    it('gives a legacy theme the links of the old web service', async () => {
      writeFileSync(
        path.join(folder, 'config.json'),
        JSON.stringify({ options: { accessDeniedHelpUrl: 'https://o.example/h' } }),
      )
      const theme = JSON.parse(JSON.stringify(exampleLegacyTheme()))
      delete theme.common.accessDeniedHelpUrl
      writeFileSync(path.join(folder, 'legacy.json'), JSON.stringify(theme))
      const { status, stdout } = await run('legacy.json', '--web-config', 'config.json', '--format', 'json')
      expect(status).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({
        target: 'legacy',
        theme: { common: { accessDeniedHelpUrl: 'https://o.example/h' } },
      })
      const current = await run('theme.json', '--imprint-url', 'https://o.example/i')
      expect(current.status).toBe(0)
      expect(current.stderr).toContain(
        'does not read imprintUrl from the web configuration. Write the link into the theme. (web-option-unused)',
      )
    })

    it.each([
      [['theme.json', 'legacy.json'], 'resolve accepts one file.'],
      [[], 'Pass at least one file'],
      [['theme.json', '--prefers', 'blue'], '--prefers'],
      [['theme.json', '--explain', 'logo'], '--explain requires a custom property'],
      [['theme.json', '--explain', '/logo', '--format', 'css'], '--explain has no CSS'],
      [['theme.json', '--branding', 'nowhere.json'], "--branding nowhere.json can't be read"],
      [['nowhere.json'], 'nowhere.json'],
    ])('%j is wrong use', async (args, message) => {
      const { status, stdout, stderr } = await run(...args)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain(message)
    })

    it('has nothing to print where no theme is shown', async () => {
      const { status, stdout, stderr } = await run('theme.json', '--theme', 'Blue')
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toContain('Unknown theme "Blue".')
    })
  })
})
