import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { exampleImages, type Tree, writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const account = 'OCIS_SERVICE_ACCOUNT_ID=4f1c\nOCIS_SERVICE_ACCOUNT_SECRET=topsecret4711\n'
const theme = 'themes/owncloud/theme.json'
const current = { ...exampleImages, [theme]: JSON.stringify(exampleTheme()) }

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-deployments-'))
})

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

function write(files: Tree) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true })
    writeFileSync(path.join(cwd, name), text)
  }
}

const run = (...args: string[]) => runInProcess(args, { cwd, env: {} })

/** The answers of doctor, by their questions. */
async function doctor(...args: string[]) {
  const { stdout } = await run('doctor', ...args, '--format', 'json')
  const { answers } = JSON.parse(stdout) as {
    answers: { question: string; verdict: string; findings: { code: string; message: string }[] }[]
  }
  const answerTo = (question: string) => {
    const found = answers.find((answer) => answer.question === question)
    return { verdict: found?.verdict, said: found?.findings.map(({ message }) => message).join('\n') }
  }
  return { theme: answerTo('theme'), logo: answerTo('logo'), options: answerTo('web-options'), answerTo }
}

describe('images of the theme in use', () => {
  const damaged = [
    ['a damaged file', { 'themes/acme/logo.svg': 'no image' }, /themes\/acme\/logo\.svg: not .*damaged/],
    ['another format', { 'themes/acme/logo.svg': exampleImages['themes/acme/favicon.png'] }, /file is png/],
  ] as const

  it.each(damaged)('are looked at by doctor as by migrate and validate: %s', async (_, images, said) => {
    write({ 'ocis.env': account })
    writeInstance(path.join(cwd, 'data'), { ...current, ...images })
    const answer = (await doctor('data', '--settings', 'ocis.env')).theme
    expect([answer.verdict, answer.said]).toEqual(['affected', expect.stringMatching(said)])
    const plan = await run('migrate', 'data', '--settings', 'ocis.env')
    expect(plan.stdout).toMatch(said)
    expect(plan.stdout).not.toContain('Nothing to do')
    const checked = await run(
      'validate',
      `data/web/assets/${theme}`,
      '--assets',
      'data/web/assets',
      '--images',
    )
    expect(checked.stdout).toMatch(said)
  })

  it('are at places of the converted file, where the theme is converted', async () => {
    const legacy = { ...current, [theme]: JSON.stringify(exampleLegacyTheme()) }
    writeInstance(path.join(cwd, 'data'), { ...legacy, 'themes/acme/logo.svg': 'no image' })
    const { stdout } = await run('migrate', 'data')
    expect(stdout).toMatch(/damaged\. .*\(This place is in the converted file\.\) \(image-unreadable\)/)
  })

  it('are looked at in the folder of oCIS before a migration to OpenCloud', async () => {
    writeInstance(path.join(cwd, 'data'), { ...current, 'themes/acme/logo.svg': 'no image' })
    const { theme } = await doctor('data', '--from', 'ocis-7', '--target', 'opencloud-7.3')
    expect(theme).toMatchObject({ verdict: 'affected' })
    writeInstance(path.join(cwd, 'fine'), current)
    const fine = await run('migrate', 'data', '--to', 'new')
    expect(fine.stdout).not.toContain('Nothing to do')
  })
})

describe('a data folder without web assets', () => {
  it('has no theme, and is known by the folders of other services', async () => {
    write({ 'ocis.env': account, 'data/nats/x': '', 'data/storage/x': '', 'data/idm/x': '' })
    const { theme, logo } = await doctor('data', '--settings', 'ocis.env')
    expect([theme.verdict, logo.verdict]).toEqual(['not-affected', 'not-affected'])
    const { status, stdout } = await run('migrate', 'data')
    expect([status, stdout]).toEqual([0, expect.stringContaining('Nothing to do.')])
  })

  it('is not any folder with such names', async () => {
    write({ 'idm/x': '', 'storage/x': '', 'nats/x': '', 'docker-compose.yml': 'services: {}' })
    const { status, stderr } = await run('migrate', '.')
    expect([status, stderr]).toEqual([2, expect.stringContaining('. has neither web/assets nor a folder')])
  })

  it('is named where the folder above it was passed', async () => {
    writeInstance(path.join(cwd, 'servers/ocis'), current)
    const { status, stderr } = await run('migrate', 'servers')
    expect([status, stderr]).toEqual([2, expect.stringMatching(/servers\/ocis is such a folder\.$/m)])
  })
})

describe('doctor', () => {
  it('names the place that it could not look at', async () => {
    write({ 'ocis.env': account, 'shared/theme.json': '{}' })
    writeInstance(path.join(cwd, 'data'), exampleImages)
    mkdirSync(path.join(cwd, 'data/web/assets/themes/owncloud'))
    symlinkSync('../../../../../shared/theme.json', path.join(cwd, 'data/web/assets', theme))
    const { theme: answer, answerTo } = await doctor('data', '--settings', 'ocis.env')
    const said = expect.stringMatching(/^themes\/owncloud\/theme\.json: Symbolic link/)
    expect([answer, answerTo('content-policy')]).toEqual(Array(2).fill({ verdict: 'unknown', said }))
  })

  it('leaves settings of OpenCloud to their own question where there is no theme', async () => {
    write({ 'ocis.env': `${account}OCIS_URL=https://cloud.example\n` })
    const branding = { common: { logo: 'themes/_branding/acme.png' } }
    writeInstance(path.join(cwd, 'data'), {
      'themes/_branding/theme.json': JSON.stringify(branding),
      'themes/_branding/acme.png': exampleImages['themes/acme/favicon.png'],
    })
    const call = ['data', '--settings', 'ocis.env', '--from', 'ocis-7', '--target', 'opencloud-7.3']
    const { theme, logo, answerTo } = await doctor(...call)
    expect([theme.verdict, logo.verdict]).toEqual(['not-affected', 'affected'])
    expect(answerTo('variables').said).toContain('Rename OCIS_URL to OC_URL.')
  })
})

describe('a server below a path of its host', () => {
  const web = (theme: string) => JSON.stringify({ server: 'https://acme.example/cloud/', theme, options: {} })

  it.each([
    'https://acme.example/cloud/themes/acme/theme.json',
    '/cloud/themes/acme/theme.json',
    '/themes/acme/theme.json',
  ])('has its theme in its own folder: %s', async (address) => {
    write({ 'config.json': web(address) })
    const acme = { ...exampleImages, 'themes/acme/theme.json': current[theme] }
    writeInstance(path.join(cwd, 'data'), acme)
    const { stdout } = await run('migrate', 'data', '--web-config', 'config.json')
    expect(stdout).toMatch(/- themes\/acme\/theme\.json \(current\), read: the theme in use/)
    expect(stdout).not.toContain('active-theme-missing')
  })
})
