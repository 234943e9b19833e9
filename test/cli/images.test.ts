import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { logoOnly, uploadServers, writeInstance } from '../support/instances.js'
import { commandFile, runCommand, runInProcess } from '../support/run-command.js'

const [, ocis4] = uploadServers
const svg = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="50" height="50" fill="${color}"/></svg>`

let folder: string
const inFolder = (name: string) => path.join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('validate --images', () => {
  const validate = (...args: string[]) =>
    runInProcess(['validate', '--assets', '.', '--images', ...args, 'theme.json'], { cwd: folder })

  beforeEach(async () => {
    mkdirSync(inFolder('themes/acme'), { recursive: true })
    writeFileSync(inFolder('theme.json'), JSON.stringify(exampleTheme(), null, 2))
    writeFileSync(inFolder('themes/acme/logo.svg'), svg('#0b4f4a'))
    const picture = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#c0d0e0' } })
    writeFileSync(inFolder('themes/acme/favicon.png'), await picture(64, 64).png().toBuffer())
    writeFileSync(inFolder('themes/acme/harbour.jpg'), await picture(1600, 900).jpeg().toBuffer())
  })

  it('finds a logo of the colour of the bar, in its line', async () => {
    const { status, stdout } = await validate()
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /warning image-invisible theme\.json:\d+:\d+ \/clients\/web\/defaults\/logo\/topbar\n/,
    )
    expect(stdout).toContain('"topbar": "themes/acme/logo.svg"')
    expect(stdout).toContain('1 warning in 1 file')
  })

  it('lets each finding be raised or left out', async () => {
    expect((await validate('--rule', 'image-invisible=error')).status).toBe(1)
    expect((await validate('--strict')).status).toBe(1)
    const { stdout, stderr } = await validate('--rule', 'image-invisible=off')
    expect([stdout, stderr]).toEqual(['theme.json: valid for ocis-8\n', ''])
    expect((await validate('--rule', 'image-invisble=off')).stderr).toContain(
      'Did you mean "image-invisible"?',
    )
  })

  it('finds programs in a logo', async () => {
    writeFileSync(inFolder('themes/acme/logo.svg'), svg('#fff').replace('/></svg>', ' onclick="x()"/></svg>'))
    const { status, stdout } = await validate()
    expect(status).toBe(1)
    expect(stdout).toContain('error image-script')
  })

  it('needs to know the folder', async () => {
    const { status, stderr } = await runInProcess(['validate', '--images', 'theme.json'], { cwd: folder })
    expect([status, stderr]).toEqual([2, expect.stringContaining('--images requires --assets')])
  })
})

const damagedLogo = { ...logoOnly(ocis4.shipped), 'branding/acme.png': 'no image' }

describe('migrate', () => {
  it('looks into an uploaded logo', async () => {
    writeInstance(folder, damagedLogo)
    const migrate = (...args: string[]) => runInProcess(['migrate', folder, '--target', 'ocis-7', ...args])
    expect((await migrate()).stdout).toContain('themes/_branding/acme.png: not an image that browsers show')

    const logo = (color: string) =>
      sharp(Buffer.from(svg(color)))
        .resize(400)
        .png()
        .toBuffer()
    writeFileSync(inFolder('web/assets/branding/acme.png'), await logo('#041e42'))
    expect((await migrate()).stdout).toContain('(image-invisible)')
    writeFileSync(inFolder('web/assets/branding/acme.png'), await logo('#ff8800'))
    expect((await migrate()).stdout).not.toContain('(image-')
  })

  it('makes a favicon of the logo', async () => {
    writeInstance(folder, logoOnly(ocis4.shipped))
    const png = await sharp(Buffer.from(svg('#ff8800')))
      .resize(400)
      .png()
      .toBuffer()
    writeFileSync(inFolder('web/assets/branding/acme.png'), png)
    const migrate = (...args: string[]) =>
      runInProcess([
        'migrate',
        folder,
        '--target',
        'ocis-7',
        '--favicon-out',
        inFolder('favicon.png'),
        ...args,
      ])
    const made = await migrate('--apply')
    expect([made.status, made.stdout]).toEqual([0, expect.stringContaining('Favicon: ')])
    expect(await sharp(inFolder('favicon.png')).metadata()).toMatchObject({
      format: 'png',
      width: 64,
      height: 64,
    })
    // The logo is at its new place now.
    expect((await migrate()).status).toBe(0)
    writeFileSync(inFolder('favicon.png'), 'mine')
    expect(await migrate()).toMatchObject({ status: 2, stderr: expect.stringContaining('exists already') })
    expect((await migrate('--force')).status).toBe(0)
  })

  it("does nothing when the favicon can't be written", async () => {
    writeInstance(folder, logoOnly(ocis4.shipped))
    writeFileSync(
      inFolder('web/assets/branding/acme.png'),
      await sharp(Buffer.from(svg('#ff8800')))
        .png()
        .toBuffer(),
    )
    const { status, stderr } = await runInProcess([
      'migrate',
      folder,
      '--apply',
      '--favicon-out',
      inFolder('none/favicon.png'),
    ])
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("favicon.png can't be written: there is no folder"),
    ])
    expect(existsSync(inFolder('web/assets/themes/_branding/acme.png'))).toBe(false)
    expect(existsSync(inFolder('web/assets/branding/acme.png'))).toBe(true)
  })

  it('looks at no image through a link', async () => {
    const theme = {
      common: { name: 'Acme', logo: 'themes/linked/logo.png' },
      clients: { web: { themes: [] } },
    }
    writeInstance(folder, { 'themes/owncloud/theme.json': JSON.stringify(theme) })
    writeInstance(folder, { 'logo.png': 'no image' }, 'outside')
    const linked = inFolder('web/assets/themes/linked')
    symlinkSync(inFolder('outside'), linked)
    const plan = async () => (await runInProcess(['migrate', folder, '--target', 'ocis-7'])).stdout
    expect(await plan()).not.toContain('(image-unreadable)')
    rmSync(linked)
    cpSync(inFolder('outside'), linked, { recursive: true })
    expect(await plan()).toContain('(image-unreadable)')
  })

  it('makes none of what is no image, and does nothing then', async () => {
    writeInstance(folder, damagedLogo)
    const { status, stderr } = await runInProcess([
      'migrate',
      folder,
      '--apply',
      '--favicon-out',
      inFolder('favicon.png'),
    ])
    expect([status, stderr]).toEqual([2, expect.stringMatching(/of the logo \S+\.png: not an image/)])
    expect(existsSync(inFolder('web/assets/branding/acme.png'))).toBe(true)
    expect(existsSync(inFolder('favicon.png'))).toBe(false)
  })

  it('says why of a drawing that is too large', async () => {
    const drawing = (size: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"/>`
    for (const [size, says] of [
      ['30000', 'million pixels'],
      ['0', 'not an image'],
    ] as const) {
      writeInstance(folder, { ...logoOnly(ocis4.shipped, 'acme.svg'), 'branding/acme.svg': drawing(size) })
      const { stderr } = await runInProcess(['migrate', folder, '--favicon-out', inFolder('favicon.png')])
      expect(stderr).toMatch(new RegExp(`can't be created of the logo \\S+\\.svg: .*${says}`))
    }
  })
})

describe('where sharp is not installed', () => {
  /** The command in a folder of its own, where it finds nothing but itself. */
  function runAlone(...args: string[]) {
    const alone = inFolder('alone')
    cpSync(path.dirname(commandFile), alone, { recursive: true })
    return runCommand(args, { command: path.join(alone, 'cli.cjs') })
  }

  it('everything else still works, and it is said', async () => {
    writeInstance(folder, logoOnly(ocis4.shipped))
    const { status, stdout, stderr } = runAlone('migrate', folder, '--target', 'ocis-7', '--apply')
    expect(status).toBe(0)
    expect(stdout).toContain('undoes it')
    expect(stderr).toBe(
      'Images were not inspected, because sharp is not installed: npm install sharp (beside theme-convert).\n',
    )
    expect(
      JSON.parse(readFileSync(inFolder('web/assets/themes/_branding/theme.json'), 'utf8')),
    ).toHaveProperty('common')

    writeFileSync(inFolder('theme.json'), JSON.stringify(exampleTheme()))
    const checked = runAlone(
      'validate',
      '--assets',
      inFolder('web/assets'),
      '--images',
      '--rule',
      'image-missing=off',
      inFolder('theme.json'),
    )
    expect(checked).toMatchObject({ status: 0, stderr: expect.stringContaining('sharp is not installed') })
    expect(runAlone('doctor', folder).stderr).toContain(
      'Images were not inspected, because sharp is not installed',
    )
    const favicon = runAlone('migrate', folder, '--favicon-out', inFolder('favicon.png'))
    expect(favicon).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('The favicon requires sharp'),
    })
  })
})
