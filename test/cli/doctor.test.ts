import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { questions } from '../../src/doctor/answer.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { exampleThemeFor } from '../support/example-theme-for.js'
import { exampleImages as images, snapshot, type Tree, writeInstance } from '../support/instances.js'
import { runInProcess } from '../support/run-command.js'

const account = 'OCIS_SERVICE_ACCOUNT_ID=4f1c\nOCIS_SERVICE_ACCOUNT_SECRET=topsecret4711\n'
const current = { ...images, 'themes/owncloud/theme.json': JSON.stringify(exampleTheme()) }

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-doctor-'))
})

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true })
})

const write = (files: Tree) => writeInstance(cwd, files, '')

const doctor = (...args: string[]) => runInProcess(['doctor', ...args], { cwd, env: {} })

interface Result {
  from: string | null
  target: string
  folder: string | null
  answers: {
    question: keyof typeof questions
    verdict: string
    findings: { code: string; message: string }[]
  }[]
}

/** The verdicts by their questions. */
async function verdicts(...args: string[]): Promise<Partial<Record<keyof typeof questions, string>>> {
  const { stdout } = await doctor(...args, '--format', 'json')
  const { answers } = JSON.parse(stdout) as Result
  return Object.fromEntries(answers.map(({ question, verdict }) => [question, verdict]))
}

describe('doctor', () => {
  it('ends with 0 only where nothing is affected and everything is known', async () => {
    write({ 'ocis.env': account })
    writeInstance(path.join(cwd, 'data'), current)
    const { status, stdout, stderr } = await doctor('data', '--settings', 'ocis.env')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.match(/^not affected {2}/gm)).toHaveLength(9)
    expect(stdout).toContain('Without --from, all changes')
    expect(stdout).toContain("9 questions: 0 affected, 0 can't tell, 9 not affected.")
  })

  it('takes the settings by the former name of the option, too, and says why it changed', async () => {
    write({ 'ocis.env': account })
    writeInstance(path.join(cwd, 'data'), current)
    const { status, stdout, stderr } = await doctor('data', '--env-file', 'ocis.env')
    const now = await doctor('data', '--settings', 'ocis.env')
    expect([status, stdout]).toEqual([now.status, now.stdout])
    expect(stderr).toContain('Write --settings instead of --env-file')
    write({ 'later.env': 'MICRO_REGISTRY=mdns\n', 'last.env': 'MICRO_REGISTRY=nats-js-kv\n' })
    const mixed = (...files: string[]) => verdicts(...files, '--from', 'ocis-4')
    expect(await mixed('--env-file', 'later.env', '--settings', 'last.env')).toMatchObject({
      registry: 'not-affected',
    })
    expect(await mixed('--settings', 'last.env', '--env-file=later.env')).toMatchObject({
      registry: 'affected',
    })
    expect((await doctor('--help')).stdout).not.toContain('env-file')
  })

  it('says what to set, and what is missing to tell', async () => {
    write({ 'ocis.env': 'MICRO_REGISTRY=mdns\nLDAP_BIND_PASSWORD=topsecret4711\n' })
    const { status, stdout } = await doctor('--settings', 'ocis.env', '--from', 'ocis-4')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^oCIS 4 → oCIS 8 \(ocis-8\)$/m)
    expect(stdout).toMatch(
      /^affected +Service registry\n +- .*Set MICRO_REGISTRY=nats-js-kv\. \(registry-deprecated\)$/m,
    )
    expect(stdout).toContain('Rename LDAP_BIND_PASSWORD to OCIS_LDAP_BIND_PASSWORD.')
    expect(stdout).toMatch(/^can't tell +Theme$/m)
    expect(stdout).toMatch(/ - \w+: Pass the data folder .*\n +Theme, Uploaded logo$/m)
    expect(stdout).not.toContain('4711')
    expect(stdout).not.toContain('Without --from')
  })

  it('says once what is missing for several questions, and in JSON for each', async () => {
    const { stdout } = await doctor()
    expect(stdout.match(/settings of the server are not given/g)).toHaveLength(1)
    expect(stdout.match(/^ +Removed and renamed variables, .*, Options of the web client$/gm)).toHaveLength(1)
    const { answers } = JSON.parse((await doctor('--format', 'json')).stdout) as Result
    const missing = answers.filter(({ findings }) =>
      findings.some(({ message }) => message.includes('are not given')),
    )
    expect(missing).toHaveLength(6)
  })

  it('lists the errors of themes by themselves, with their lines, that of the theme in use first', async () => {
    write({ 'ocis.env': `${account}WEB_UI_THEME_PATH=/themes/broken/theme.json\n` })
    writeInstance(path.join(cwd, 'data'), {
      ...images,
      'themes/acme/theme.json': JSON.stringify(exampleLegacyTheme()),
      'themes/another/theme.json': '{\n "a": }',
      'themes/broken/theme.json': '{"common": {"name": "Broken",}\n',
    })
    const { stdout } = await doctor('data', '--settings', 'ocis.env')
    const theme = /^affected +Theme\n(.*?)^\S/ms.exec(stdout)?.[1]?.trimEnd().split('\n')
    expect(theme).toEqual([
      expect.stringMatching(
        /- error: themes\/broken\/theme\.json:1:29 \(the theme in use\): .*\(syntax-error\)$/,
      ),
      expect.stringMatching(/- error: themes\/another\/theme\.json:2:5: .*\(syntax-error\)$/),
      expect.stringMatching(
        /- warning: .* says: convert themes\/acme\/.*And \d more findings\. \(theme-to-migrate\)$/,
      ),
    ])
    const { answers } = JSON.parse(
      (await doctor('data', '--settings', 'ocis.env', '--format', 'json')).stdout,
    )
    expect(
      answers.find(({ question }: { question: string }) => question === 'theme').findings[0],
    ).toMatchObject({
      code: 'syntax-error',
      severity: 'error',
      message: expect.stringContaining('themes/broken/theme.json:1:29'),
    })
  })

  it('knows the theme in use behind a symbolic link', async () => {
    write({ 'ocis.env': `${account}WEB_UI_THEME_PATH=/themes/acme/theme.json\n` })
    writeInstance(path.join(cwd, 'data'), {
      'shared/theme.json': '{"a": 1,}',
      'themes/other/theme.json': '{',
    })
    symlinkSync('../shared', path.join(cwd, 'data/web/assets/themes/acme'))
    const { stdout } = await doctor('data', '--settings', 'ocis.env')
    expect(stdout).toMatch(
      /shared\/theme\.json:1:8 \(the theme in use\): .*\n.*themes\/other\/theme\.json:1:2: /,
    )
    const plan = JSON.parse(
      (await runInProcess(['migrate', 'data', '--settings', 'ocis.env', '--format', 'json'], { cwd })).stdout,
    )
    expect(plan.inventory).toContainEqual(
      expect.objectContaining({ file: 'themes/acme/theme.json', linksTo: 'shared/theme.json', isRead: true }),
    )
  })

  it('knows no uploaded logo behind a symbolic link', async () => {
    write({ 'ocis.env': account })
    writeInstance(path.join(cwd, 'data'), { 'themes/acme/theme.json': '{}' })
    mkdirSync(path.join(cwd, 'uploads'))
    symlinkSync('../../../uploads', path.join(cwd, 'data/web/assets/branding'))
    const { answers } = JSON.parse(
      (await doctor('data', '--settings', 'ocis.env', '--format', 'json')).stdout,
    )
    expect(answers.find(({ question }: { question: string }) => question === 'logo').verdict).toBe('unknown')
  })

  it('says which setting names a data folder that is not here, and that another one can be passed', async () => {
    write({ 'ocis.env': `${account}OCIS_BASE_DATA_PATH=/nowhere/ocis\n` })
    const said =
      /\/nowhere\/ocis: no such .* is OCIS_BASE_DATA_PATH of ocis\.env\. If .*, pass its data folder on this host\./
    expect((await doctor('--settings', 'ocis.env')).stdout).toMatch(said)
    for (const more of [[], ['--rollback'], ['--to', '.']])
      expect((await runInProcess(['migrate', '--settings', 'ocis.env', ...more], { cwd })).stderr).toMatch(
        said,
      )
    const elsewhere = await runInProcess(['migrate', '--settings', 'ocis.env', '/nowhere/ocis'], { cwd })
    expect(elsewhere.stderr).not.toContain('OCIS_BASE_DATA_PATH')
  })

  it('changes nothing', async () => {
    write({ 'ocis.env': account })
    writeInstance(path.join(cwd, 'data'), {
      ...images,
      'themes/owncloud/theme.json': JSON.stringify(exampleLegacyTheme()),
    })
    const before = snapshot(cwd)
    expect((await doctor('data', '--settings', 'ocis.env')).status).toBe(1)
    expect(snapshot(cwd)).toEqual(before)
  })

  it('says the same to programs', async () => {
    write({ 'ocis.env': `${account}MICRO_REGISTRY=mdns\n` })
    const { status, stdout, stderr } = await doctor(
      '--settings',
      'ocis.env',
      '--from',
      'ocis-4',
      '--format',
      'json',
    )
    expect([status, stderr]).toEqual([1, ''])
    const result = JSON.parse(stdout) as Result
    expect(result).toMatchObject({ from: 'ocis-4', target: 'ocis-8', settings: 'ocis.env', folder: null })
    expect(result.answers.map(({ question }) => question)).toEqual(Object.keys(questions))
    expect(result.answers[1]).toEqual({
      question: 'registry',
      title: 'Service registry',
      verdict: 'affected',
      findings: [
        {
          code: 'registry-deprecated',
          severity: 'warning',
          message: expect.any(String),
          services: [],
          changes: [{ action: 'set', variable: 'MICRO_REGISTRY', value: 'nats-js-kv' }],
        },
        expect.objectContaining({ severity: 'info' }),
      ],
    })
  })

  it('asks nothing that changed before the release of today', async () => {
    write({ 'ocis.env': 'MICRO_REGISTRY=mdns\nOCIS_CACHE_SIZE=1\nWEB_OPTION_HOME_FOLDER=/a\n' })
    writeInstance(path.join(cwd, 'data'), current)
    expect((await doctor('data', '--settings', 'ocis.env', '--from', 'ocis-7')).status).toBe(0)
    expect(await verdicts('data', '--settings', 'ocis.env', '--from', 'ocis-6')).toMatchObject({
      variables: 'affected',
      registry: 'not-affected',
      'web-options': 'affected',
    })
  })

  it.each<[string, string[], RegExp]>([
    ['a release of today that is none', ['--from', 'ocis-44'], /--from must be one of ocis-2/],
    ['a target that is none', ['--target', 'ocis-99'], /--target must be one of/],
    ['a way back', ['--from', 'ocis-8', '--target', 'ocis-6'], /there is no upgrade/],
    ['a format that is none', ['--format', 'sarif'], /--format must be one of pretty, json/],
    ["settings that aren't there", ['--settings', 'none.env'], /none\.env/],
    ["a folder that isn't there", ['none'], /none/],
    ['a folder of something else', ['.'], /neither web\/assets/],
    ['two folders', ['a', 'b'], /Pass only one data folder/],
  ])('refuses %s', async (_, args, message) => {
    const { status, stdout, stderr } = await doctor(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })
})

describe('a compose project', () => {
  const project = (services: object) => JSON.stringify({ services })
  const environment = {
    OCIS_SERVICE_ACCOUNT_ID: '4f1c',
    OCIS_SERVICE_ACCOUNT_SECRET: 'topsecret4711',
    NATS_NATS_HOST: '0.0.0.0',
  }
  const ocis = { image: 'owncloud/ocis:4', environment, volumes: ['./data:/var/lib/ocis'] }

  it('has its data folder in a mount, and the variables of each service', async () => {
    writeInstance(path.join(cwd, 'data'), current)
    const search = {
      image: 'owncloud/ocis:4',
      command: 'search server',
      environment: { LDAP_BIND_PASSWORD: 'topsecret4711' },
    }
    write({ 'compose.yml': project({ ocis, search, db: { image: 'postgres' } }) })
    const { status, stdout, stderr } = await doctor('--settings', 'compose.yml')
    expect([status, stderr]).toEqual([1, expect.stringContaining(path.join(cwd, 'data'))])
    expect(stdout).toContain('search: LDAP_BIND_PASSWORD has no effect')
    expect(stdout).toContain('search: Several services run parts of the server')
    expect(stdout).toContain('Set MICRO_REGISTRY_ADDRESS=ocis:9233.')
    expect(stdout).toMatch(/^not affected +Theme$/m)
    expect(stdout + stderr).not.toContain('4711')
    write({ 'compose.yml': project({ ocis, db: { image: 'postgres' } }) })
    expect((await doctor('--settings', 'compose.yml')).status).toBe(0)
  })

  it('may have its data in a volume, which leaves the theme open', async () => {
    write({ 'compose.yml': project({ ocis: { ...ocis, volumes: ['data:/var/lib/ocis'] } }) })
    const { status, stdout } = await doctor('--settings', 'compose.yml')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^can't tell +Theme$/m)
    expect(stdout).toMatch(/docker volume inspect.*\n +Theme, Uploaded logo$/m)
  })

  it('may have the service account in ocis.yaml', async () => {
    writeInstance(path.join(cwd, 'data'), current)
    const without = { ...ocis, environment: {}, volumes: ['./data:/var/lib/ocis', './config:/etc/ocis'] }
    write({ 'compose.yml': project({ ocis: without }) })
    expect((await verdicts('--settings', 'compose.yml'))['service-account']).toBe('unknown')
    write({ 'config/ocis.yaml': 'graph:\n  application: {id: a}\n' })
    expect((await verdicts('--settings', 'compose.yml'))['service-account']).toBe('affected')
    const yaml =
      'graph:\n  service_account:\n    service_account_id: a\n    service_account_secret: topsecret4711\n'
    write({ 'config/ocis.yaml': yaml })
    expect((await verdicts('--settings', 'compose.yml'))['service-account']).toBe('not-affected')
    write({ 'config/ocis.yaml': 'graph: [\n  topsecret4711' })
    const { stdout, stderr } = await doctor('--settings', 'compose.yml')
    expect(stdout).toMatch(/^can't tell +Service account$/m)
    expect(stdout + stderr).not.toContain('4711')
  })

  it("may name a configuration of the web service that isn't here", async () => {
    writeInstance(path.join(cwd, 'data'), current)
    const named = { ...ocis, environment: { ...environment, WEB_UI_CONFIG_FILE: '/etc/web.json' } }
    write({ 'compose.yml': project({ ocis: named }) })
    const found = await verdicts('--settings', 'compose.yml')
    expect([found['web-options'], found.theme]).toEqual(['unknown', 'unknown'])
    write({ 'web.json': '{"theme": "/themes/owncloud/theme.json", "options": {}}' })
    expect(await verdicts('--settings', 'compose.yml', '--web-config', 'web.json')).toMatchObject({
      'web-options': 'not-affected',
      theme: 'not-affected',
    })
  })
})

describe('broken settings', () => {
  it.each([
    ['a line without an assignment', 'OCIS_JWT_SECRET: topsecret4711\nA=b\n', 'ocis.env'],
    [
      'a dollar sign',
      'services:\n  ocis:\n    image: owncloud/ocis\n    environment: {A: "topsecret4711$%"}\n',
      'c.yml',
    ],
    [
      'a brace',
      'services:\n  ocis:\n    image: owncloud/ocis\n    environment: {A: "${topsecret4711"}\n',
      'c.yml',
    ],
  ])('show no secret: %s', async (_, text, name) => {
    write({ [name]: text })
    const { stdout, stderr } = await doctor('--settings', name)
    expect(stderr).toContain(name.replace('c.yml', 'A: '))
    expect(stdout + stderr).not.toContain('4711')
  })
})

it('has a page of documentation with every question', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/doctor.md'), 'utf8')
  for (const title of Object.values(questions)) expect(page).toContain(title)
})

describe('a secret', () => {
  // Each of them means something to YAML or to Compose.
  it.each([
    ...[
      '*',
      '&',
      '!',
      '@',
      '%',
      '`',
      '|',
      '>',
      '{',
      '[',
      '"',
      "'",
      '- ',
      '? ',
      '<<: ',
      '!!int ',
      '$',
      '${',
    ].map((start) => `${start}topsecret4711`),
    ...['topsecret4711: x', '{{ topsecret4711 }}', 'a$topsecret4711', 'a: b: topsecret4711'],
  ])('that is written %s is in no message', async (value) => {
    const compose = `services:\n  ocis:\n    image: owncloud/ocis:4\n    environment:\n      OCIS_JWT_SECRET: ${value}\n`
    write({
      'compose.yml': compose,
      'ocis.env': `OCIS_JWT_SECRET=${value}\n`,
      'bad.env': `OCIS_JWT_SECRET ${value}\nA=b\n`,
    })
    write({ 'conf/ocis.yaml': `idm:\n  service_account:\n    service_account_secret: ${value}\n` })
    writeInstance(path.join(cwd, 'data'), current)
    for (const file of ['compose.yml', 'ocis.env', 'bad.env']) {
      for (const args of [
        ['doctor'],
        ['doctor', '--format', 'json'],
        ['migrate'],
        ['migrate', '--format', 'json'],
      ]) {
        const { stdout, stderr } = await runInProcess([...args, 'data', '--settings', file], {
          cwd,
          env: { OCIS_CONFIG_DIR: path.join(cwd, 'conf') },
        })
        expect(stdout + stderr).not.toContain('4711')
        expect(stderr).not.toContain('internal error')
      }
    }
    const { stdout, stderr } = await runInProcess(['doctor', 'data'], {
      cwd,
      env: { OCIS_CONFIG_DIR: path.join(cwd, 'conf') },
    })
    expect(stdout + stderr).not.toContain('4711')
  })

  it('in an address is left out', async () => {
    const address = 'https://user:topsecret4711@t.example/x/theme.json?token=topsecret4711'
    write({ 'a.env': `WEB_UI_THEME_PATH=${address}\nOCIS_URL=${address}\nWEB_UI_THEME_SERVER=${address}\n` })
    writeInstance(path.join(cwd, 'data'), {
      ...current,
      'themes/acme/theme.json': current['themes/owncloud/theme.json'],
    })
    for (const verb of ['doctor', 'migrate']) {
      for (const format of ['json', 'pretty']) {
        const args = [verb, 'data', '--settings', 'a.env', '--format', format]
        const { stdout, stderr } = await runInProcess(args, { cwd, env: {} })
        expect(stdout + stderr).not.toContain('4711')
        expect(stdout).toContain('t.example')
      }
    }
  })
})

describe('doctor on the way from oCIS to OpenCloud', () => {
  const target = ['--target', 'opencloud-7.3']
  const legacy = { ...images, 'themes/owncloud/theme.json': JSON.stringify(exampleLegacyTheme()) }
  const messages = async (...args: string[]) => {
    const { answers } = JSON.parse((await doctor(...args, '--format', 'json')).stdout) as Result
    return answers.filter(({ question }) => question === 'theme').flatMap(({ findings }) => findings)
  }

  it('says what migrate does with the call that it names', async () => {
    write({ 'ocis.env': account })
    writeInstance(path.join(cwd, 'ocis'), legacy)
    mkdirSync(path.join(cwd, 'NEWFOLDER'))
    const before = snapshot(cwd)
    const { status, stdout } = await doctor('ocis', '--settings', 'ocis.env', ...target)
    expect(status).toBe(1)
    const [, call = '', step = ''] =
      /^affected +Theme\n +- \w+: "theme-convert (.*?)" says: (.*?) \(/m.exec(stdout) ?? []
    expect(call).toBe('migrate ocis --to NEWFOLDER --settings ocis.env')
    expect(step).toMatch(/^(?:copy|write) /)
    const planned = await runInProcess(call.split(' '), { cwd, env: {} })
    expect(planned.stdout).toContain(step)
    expect(snapshot(cwd)).toEqual(before)
  })

  it('decides by --from what folder is meant, and by what is in it without', async () => {
    writeInstance(path.join(cwd, 'data'), legacy)
    const elsewhere = expect.stringContaining('"theme-convert migrate data --to NEWFOLDER" says')
    expect(await messages('data', ...target)).toMatchObject([{ message: elsewhere }])
    expect(await messages('data', ...target, '--from', 'ocis-7')).toMatchObject([{ message: elsewhere }])
  })

  it('names no call that migrate refuses: --from OpenCloud with a folder of oCIS leaves the themes open', async () => {
    writeInstance(path.join(cwd, 'data'), legacy)
    const from = ['--from', 'opencloud-4']
    expect(await messages('data', ...target, ...from)).toMatchObject([
      {
        code: 'upgrade-unknown',
        message: expect.stringMatching(
          /^--from is opencloud-4, but data is of oCIS, because themes\/owncloud/,
        ),
      },
    ])
    expect((await runInProcess(['migrate', 'data', ...target], { cwd, env: {} })).status).toBe(2)
    const file = 'themes/acme/theme.json'
    writeInstance(path.join(cwd, 'opencloud'), { [file]: JSON.stringify(exampleThemeFor('opencloud-4')) })
    const [found] = await messages('opencloud', ...target, ...from)
    expect(found?.message).toContain('"theme-convert migrate opencloud --target opencloud-7.3"')
    const planned = await runInProcess(['migrate', 'opencloud', ...target], { cwd, env: {} })
    expect(planned.status).not.toBe(2)
  })

  it.each([
    ['--settings', 'compose.yml', '--service', 'web'],
    ['--settings', 'my settings.env', '--web-config', 'web.json'],
  ])('names a call that looks at the same settings: %s %s %s %s', async (...settings) => {
    write({
      'compose.yml': JSON.stringify({
        services: {
          web: { image: 'owncloud/ocis:4', environment: ['WEB_UI_THEME_PATH=/themes/acme/theme.json'] },
          other: { image: 'owncloud/ocis:4' },
        },
      }),
      'my settings.env': 'WEB_UI_THEME_PATH=/themes/acme/theme.json\n',
      'web.json': '{"theme": "/themes/owncloud/theme.json", "options": {}}',
    })
    writeInstance(path.join(cwd, 'data'), legacy)
    const found = (await messages('data', ...settings, '--target', 'ocis-7')).find(
      ({ code }) => code === 'theme-to-migrate',
    )
    const [, call = '', step = ''] = /"theme-convert (.*?)" says: (\w+ \S+)/.exec(found?.message ?? '') ?? []
    const words = [...call.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    expect(words).toEqual(['migrate', 'data', '--target', 'ocis-7', ...settings])
    const planned = await runInProcess(words, { cwd, env: {} })
    expect([planned.stdout, planned.status]).toEqual([expect.stringContaining(step), 1])
  })

  it('goes back to oCIS in the folder of that server, into which the themes are copied', async () => {
    const file = 'themes/acme/theme.json'
    writeInstance(path.join(cwd, 'opencloud'), { [file]: JSON.stringify(exampleThemeFor('opencloud-7.3')) })
    const [found] = await messages('opencloud', '--from', 'opencloud-7.3', '--target', 'ocis-8')
    expect(found?.message).toMatch(
      /^Copy the web assets of opencloud into .* oCIS .*"theme-convert migrate NEWFOLDER --target ocis-8" says: convert /,
    )
  })

  it('quotes a folder as shells take it', async () => {
    writeInstance(path.join(cwd, 'my data'), legacy)
    const [found] = await messages('my data', ...target)
    expect(found?.message).toMatch(/migrate ['"]my data['"] --to NEWFOLDER/)
  })
})

describe('an OpenCloud server', () => {
  const file = 'themes/opencloud/theme.json'

  it('is not asked without --from what oCIS changed before the fork', async () => {
    writeInstance(path.join(cwd, 'data'), { [file]: JSON.stringify(exampleThemeFor('opencloud-4')) })
    const { stdout } = await doctor('data')
    expect(stdout).toContain('Any earlier release of OpenCloud')
    expect(stdout).not.toContain('oCIS 5')
  })

  it('is no other one for a copy of a theme of oCIS', async () => {
    writeInstance(path.join(cwd, 'data'), {
      [file]: JSON.stringify(exampleThemeFor('opencloud-7.3')),
      [`${file}.bak`]: JSON.stringify(exampleLegacyTheme()),
    })
    const { stderr } = await doctor('data')
    expect(stderr).toContain('This server is OpenCloud')
    expect(stderr).not.toContain('Pass --target: ')
  })
})

describe('a folder that is none of a server', () => {
  it('is answered with the variables of both products, and what may name it', async () => {
    write({ 'docker-compose.yml': 'services: {}\n', 'config/themes/acme/logo.svg': '' })
    expect((await doctor('.')).stderr).toMatch(/OC_BASE_DATA_PATH.*docker-compose\.yml .*--settings/)
    expect((await doctor('config/themes')).stderr).toContain('pass the folder that it is in')
  })
})
