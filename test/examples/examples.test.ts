import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { serverText } from '../../src/shipped/server-text.js'
import { inRoot, requireBuild, root, run } from '../package/built.js'

const legacy = 'examples/acme/legacy-theme.json'
const current = 'examples/acme/theme.json'
const stale = `${current} is not what the command makes of ${legacy}. If the change is meant, run: npm run --silent example > ${current}`

const node = (...args: string[]) => run(process.execPath, args, root)

beforeAll(requireBuild)

describe('the example of the command', () => {
  it('is what "npm run example" runs', () => {
    const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(scripts['example']).toBe(`node dist/cli.cjs ${legacy} && node examples/preview.mjs`)
  })

  it('gives the theme that is shown', () => {
    const { status, stdout, stderr } = node('dist/cli.cjs', legacy)
    expect({ status, stdout }, stale).toEqual({ status: 0, stdout: readFileSync(inRoot(current), 'utf8') })
    // An uploaded logo has to be moved, and the admin has to hear of it.
    expect(stderr).toContain('themes/_branding/acme.png')
  })

  it('gives a theme that is accepted and needs no other conversion', () => {
    expect(node('dist/cli.cjs', 'validate', current).status).toBe(0)
    expect(node('dist/cli.cjs', current, '--check').status).toBe(0)
    expect(node('dist/cli.cjs', legacy, '--check').status).toBe(1)
  })

  it('gives its counterpart for OpenCloud, which is accepted and needs no other conversion', () => {
    const openCloud = 'examples/acme/opencloud-theme.json'
    const { status, stdout, stderr } = node('dist/cli.cjs', legacy, '--target', 'opencloud-7.3')
    expect({ status, stdout }, stale).toEqual({ status: 0, stdout: readFileSync(inRoot(openCloud), 'utf8') })
    expect(stderr).toMatch(/Colours: \d+ exact, \d+ alike, \d+ derived/)
    expect(node('dist/cli.cjs', 'validate', openCloud).status).toBe(0)
    expect(node('dist/cli.cjs', openCloud, '--target', 'opencloud-7.3', '--check').status).toBe(0)
  })

  it('keeps what people see', () => {
    const theme = JSON.parse(readFileSync(inRoot(current), 'utf8'))
    expect(theme.common).toMatchObject({
      name: 'Acme Cloud',
      logo: 'themes/_branding/acme.png',
      urls: {
        imprint: 'https://acme.example/imprint',
        privacy: 'https://acme.example/privacy',
      },
    })
    expect(theme.clients.web.themes).toMatchObject([
      { name: 'Light Theme', isDark: false, designTokens: { colorPalette: { 'text-default': '#12302c' } } },
      { name: 'Dark Theme', isDark: true, designTokens: { colorPalette: { 'text-default': '#e3efed' } } },
    ])
    // Nobody knows this key, so nobody may drop it.
    expect(theme.acmeDesignTeam).toEqual({ contact: 'design@acme.example' })
  })
})

describe('the example of the library', () => {
  it('gives the same theme, and says what was dropped', () => {
    const { status, stdout, stderr } = node('examples/convert.mjs', legacy)
    expect({ status, stdout }, stale).toEqual({ status: 0, stdout: readFileSync(inRoot(current), 'utf8') })
    expect(stderr).toContain('warning file-moved /common/logo: ')
    expect(stderr).toContain('\nThe result is valid.\n')
    expect(stderr).toMatch(/\nwrapped to ocis-8: [1-9]\d* values were dropped\.\n/)
  })

  it("says what is wrong with a file that it can't convert", () => {
    const { status, stdout, stderr } = node('examples/convert.mjs', 'LICENSE')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^error syntax-error 1:\d+: /)
  })
})

describe('the example of a server', () => {
  it('has the example theme, as a logo upload wrote it', () => {
    const file = 'examples/acme/instance/web/assets/themes/owncloud/theme.json'
    const read = (name: string) => readFileSync(inRoot(name), 'utf8')
    expect(read(file)).toBe(serverText(JSON.parse(read(legacy))))
  })
})
