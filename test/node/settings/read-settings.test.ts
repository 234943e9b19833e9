import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readServerSettings } from '../../../src/node/settings/read-settings.js'
import { SettingsError } from '../../../src/settings/error.js'
import { dataFolder, onHost } from '../../../src/settings/folders.js'
import { type Tree, writeInstance } from '../../support/instances.js'

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(cwd, { recursive: true, force: true })
})

function read(files: Tree, names = Object.keys(files), environment = {}, service?: string) {
  writeInstance(cwd, files, '')
  return readServerSettings({ files: names, cwd, environment, ...(service !== undefined && { service }) })
}

const variables = async (...args: Parameters<typeof read>) => ({ ...(await read(...args)).variables })

/** Lines of YAML; written as a text so that it shows what people have. */
const compose = (...lines: string[]) => `services:\n${lines.map((line) => `  ${line}\n`).join('')}`

describe('settings from environment files', () => {
  it('are those of all of them, later over earlier', async () => {
    expect(await variables({ 'a.env': 'A=1\nB=1\n', 'b.env': 'B=2\n' })).toEqual({ A: '1', B: '2' })
  })

  it('are those of the process without any', async () => {
    const { variables: found, source } = await read({}, [], { OCIS_URL: 'x' })
    expect([found, source]).toEqual([{ OCIS_URL: 'x' }, 'this process'])
  })

  it.each([
    ['', 'sets no variables'],
    ['# OCIS_URL=https://a.example\n', 'sets no variables'],
    ['A=1\nOCIS_CACHE_STORE: redis\n', 'another notation'],
    ['A=1\nset -gx OCIS_CACHE_STORE redis\n', 'another notation'],
  ])('are not all settings where variables may be missing: %j', async (text, message) => {
    const { isWhole, gap } = await read({ 'a.env': text })
    expect([isWhole, gap]).toEqual([false, expect.stringContaining(message)])
  })

  it('with other lines in them are read, which is said', async () => {
    const { variables: found, notes } = await read({ 'a.env': 'A=1\nstop it\n' })
    expect([{ ...found }, notes]).toEqual([{ A: '1' }, [expect.stringContaining('line 2')]])
    // It may be a part of a secret.
    expect(notes.join()).not.toContain('stop it')
  })
})

describe('settings from compose files', () => {
  it('may be a list or a map, with variables of the .env beside it, whose own may name others', async () => {
    const files = {
      'compose.yml': compose(
        'ocis:',
        '  image: owncloud/ocis:${TAG:-latest}',
        '  environment:',
        '    OCIS_URL: https://${DOMAIN:-localhost}',
        '    WEB_UI_THEME_PATH: ${THEME}',
        '    OCIS_INSECURE: true',
        '    PASSED:',
        '    UNSET:',
        "    MONEY: '$$5'",
      ),
      'over.yml': compose(
        'ocis:',
        '  environment:',
        '    - WEB_UI_THEME_SERVER=${SERVER-none}',
        '    - PASSED',
      ),
      '.env': "BASE=/themes\nTHEME=${BASE}/acme/custom.json\nDOMAIN='a.example'\nPASSED=yes\n",
    }
    expect(await variables(files, ['compose.yml', 'over.yml'])).toEqual({
      OCIS_URL: 'https://a.example',
      WEB_UI_THEME_PATH: '/themes/acme/custom.json',
      WEB_UI_THEME_SERVER: 'none',
      OCIS_INSECURE: 'true',
      PASSED: 'yes',
      MONEY: '$5',
    })
  })

  it('read env_file in every form, below "environment"', async () => {
    const files = {
      'deploy/compose.yml': compose(
        'ocis:',
        '  image: owncloud/ocis',
        '  env_file:',
        '    - ocis.env',
        '    - path: none.env',
        '      required: false',
        '    - {path: raw.env, format: raw}',
        '  environment: [B=compose]',
      ),
      'deploy/ocis.env': 'A=1\nB=1\nC=${A}/c\n',
      'deploy/raw.env': 'D=${A}\n',
    }
    expect(await variables(files, ['deploy/compose.yml'])).toEqual({
      A: '1',
      B: 'compose',
      C: '1/c',
      D: '${A}',
    })
  })

  it('follow anchors, merge keys, extends, !reset and !override', async () => {
    const files = {
      'base.yml': compose('base:', '  image: owncloud/ocis-rolling:7', '  environment: {A: base, B: base}'),
      'compose.yml': `x-shared: &shared\n  C: shared\n  D: shared\n${compose(
        'ocis:',
        '  extends: {file: base.yml, service: base}',
        '  environment:',
        '    <<: *shared',
        '    B: own',
        'other:',
        '  image: redis',
      )}`,
      'over.yml': compose('ocis:', '  environment: !override', '    B: over'),
    }
    const [first, second] = ['compose.yml', 'over.yml'] as const
    expect(await variables(files, [first])).toEqual({ A: 'base', B: 'own', C: 'shared', D: 'shared' })
    expect(await variables(files, [first, second])).toEqual({ B: 'over' })
    writeFileSync(path.join(cwd, 'over.yml'), compose('ocis:', '  environment: !reset []'))
    expect({
      ...(await readServerSettings({ files: [first, second], cwd, environment: {} })).variables,
    }).toEqual({})
  })

  it('lose what is reset, and extend a file that a variable names', async () => {
    const files = {
      '.env': 'BASE=base\n',
      'base/c.yml': compose('base:', '  image: owncloud/ocis', '  environment: {A: base, B: base}'),
      'c.yml': compose(
        'ocis:',
        '  extends: {file: "${BASE}/c.yml", service: base}',
        '  image: !reset null',
        '  build: .',
        '  environment: {A: !reset null, C: own}',
      ),
    }
    const { variables: found, image } = await read(files, ['c.yml'], {}, 'ocis')
    expect([{ ...found }, image]).toEqual([{ B: 'base', C: 'own' }, undefined])
  })

  it('are filled by environment files that are given too, instead of .env, and say what does not arrive', async () => {
    const files = {
      'compose.yml': compose('ocis:', '  image: owncloud/ocis', '  environment: ["OCIS_URL=${URL}"]'),
      '.env': 'URL=wrong\n',
      'prod.env': 'URL=right\nWEB_UI_THEME_PATH=/themes/acme/theme.json\n',
    }
    const { variables: found, notes } = await read(files, ['compose.yml', 'prod.env'])
    expect({ ...found }).toEqual({ OCIS_URL: 'right' })
    expect(notes).toEqual([expect.stringContaining('does not get WEB_UI_THEME_PATH')])
  })

  it.each([undefined, 'win32'])(
    'are found through COMPOSE_FILE of an environment file (%s)',
    async (name) => {
      if (name !== undefined) vi.spyOn(process, 'platform', 'get').mockReturnValue(name as NodeJS.Platform)
      const files = {
        '.env': 'EXTRA=:web.yml\nCOMPOSE_FILE=compose.yml${EXTRA:-}${NONE:-}\nURL=https://a.example\n',
        'compose.yml': compose('ocis:', '  image: owncloud/ocis', '  environment: {OCIS_URL: "${URL}"}'),
        'web.yml': compose('ocis:', '  environment: {WEB_UI_THEME_PATH: /themes/acme/theme.json}'),
      }
      expect(await variables(files, ['.env'])).toEqual({
        OCIS_URL: 'https://a.example',
        WEB_UI_THEME_PATH: '/themes/acme/theme.json',
      })
    },
  )

  const parts = {
    'compose.yml': compose('ocis:', '  image: owncloud/ocis', '  environment: {A: 1, B: "${B}"}'),
    'compose.override.yml': compose('ocis:', '  environment: {A: 2}'),
    'web.yml': compose('ocis:', '  environment: {A: 3}'),
    'other.yml': compose('ocis:', '  image: owncloud/ocis', '  environment: {A: 4}'),
  }
  const listing = { '.env': 'B=b\nCOMPOSE_FILE=compose.yml:web.yml\n', ...parts }
  it.each<[string, Tree, string[], string]>([
    ['the override file', parts, ['compose.yml'], '2'],
    ['the other files of the project', listing, ['compose.yml'], '3'],
    ['the file of which they are a part', listing, ['web.yml'], '3'],
    ['the file that takes values of an .env', { '.env': 'B=b\n', ...parts }, ['.env'], '2'],
  ])('take in what Compose reads with them: %s', async (_, files, names, value) => {
    const { variables: found, notes } = await read(files, names)
    expect([found['A'], notes.join()]).toEqual([value, expect.stringContaining('read, too')])
  })

  it.each<[Tree, string[], string]>([
    [parts, ['other.yml'], '4'],
    [listing, ['other.yml'], '4'],
    [listing, ['compose.yml', 'other.yml'], '4'],
    [parts, ['compose.yml', 'web.yml'], '3'],
  ])('are those of the call where Compose needs that, too: %#', async (files, names, value) => {
    const { variables: found, notes } = await read(files, names)
    expect([found['A'], notes.join()]).toEqual([value, expect.not.stringContaining('read, too')])
  })

  it('are no part of a service, whose variables are elsewhere', async () => {
    await expect(read(parts, ['web.yml'], {}, 'ocis')).rejects.toThrow('neither an image nor a build')
    const { variables: found } = await read(
      { 'c.yml': compose('ocis:', '  build: .', '  environment: {A: 1}') },
      ['c.yml'],
      {},
      'ocis',
    )
    expect(found['A']).toBe('1')
  })

  it('leave out services that are not started', async () => {
    const old = ['old:', '  image: owncloud/ocis:4.0', '  profiles: [old]', '  environment: {A: 0}']
    const files = { 'c.yml': compose('ocis: {image: "owncloud/ocis", environment: {A: 1}}', ...old) }
    const usual = await read(files)
    expect([usual.variables['A'], usual.processes.length, usual.notes.join()]).toEqual([
      '1',
      1,
      expect.stringContaining('"old"'),
    ])
    await expect(read(files, ['c.yml'], { COMPOSE_PROFILES: 'a,old' })).rejects.toThrow('--service')
    expect((await read(files, ['c.yml'], {}, 'old')).variables['A']).toBe('0')
    expect((await variables({ 'c.yml': compose(...old) }))['A']).toBe('0')
  })

  it('take in the files that they include, with their own folders and .env', async () => {
    const files = {
      'compose.yml': `include:\n  - \${PART:-web}/compose.yml\n  - path: [nats/a.yml, nats/b.yml]\n    env_file: nats/own.env\n${compose(
        'proxy: {image: owncloud/ocis, command: proxy server}',
      )}`,
      '.env': 'SHARED=upper\n',
      'web/compose.yml': compose(
        'web:',
        '  image: owncloud/ocis',
        '  command: web server',
        '  env_file: web.env',
        '  environment: ["A=$OWN", "B=$SHARED"]',
        '  volumes: ["./data:/var/lib/ocis"]',
      ),
      'web/.env': 'OWN=web\nSHARED=lower\n',
      'web/web.env': 'C=c\n',
      'nats/a.yml': compose('nats: {image: owncloud/ocis, command: nats server}'),
      'nats/b.yml': compose('nats: {environment: ["D=${D}"]}'),
      'nats/own.env': 'D=d\n',
    }
    const { variables: found, mounts, processes, notes } = await read(files, ['compose.yml'])
    expect({ ...found }).toEqual({ A: 'web', B: 'upper', C: 'c' })
    expect(mounts).toMatchObject([{ source: path.join(cwd, 'web/data') }])
    expect(processes).toEqual([
      { name: 'web', variables: expect.objectContaining({ C: 'c' }), runsNats: false },
      { name: 'nats', variables: expect.objectContaining({ D: 'd' }), runsNats: true },
      { name: 'proxy', variables: {}, runsNats: false },
    ])
    expect(notes).toEqual([])
  })

  it('tell what keeps the variables of another service from being read', async () => {
    const file = compose(
      'a: {image: owncloud/ocis}',
      'b: {image: owncloud/ocis, command: search server, environment: {X: "${Y:?}"}}',
    )
    const { processes } = await read({ 'c.yml': file })
    expect(processes).toMatchObject([
      { name: 'a' },
      { name: 'b', problem: expect.stringContaining('Y is not') },
    ])
  })

  it.each(['pa$%word-4711', 'pa${wor-d4711', 'pa${wor%d4711}'])(
    'show nothing of secrets: %s',
    async (secret) => {
      const file = compose('a:', '  image: owncloud/ocis', '  environment:', `    S: '${secret}'`)
      const error: unknown = await read({ 'c.yml': file }).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(SettingsError)
      expect(String(error)).toContain('The service "a", S: ')
      expect(String(error)).not.toContain('4711')
    },
  )

  it.each<[string, string[]]>([
    [
      'the image and its default command',
      ['b:', '  image: docker.io/owncloud/ocis@sha256:ab', 'r: {image: redis}'],
    ],
    ['OpenCloud', ['b: {image: "opencloudeu/opencloud-rolling:4"}']],
    [
      'an own image with the command',
      ['b: {image: acme/files, command: "ocis init; ocis server"}', 'r: {image: x}'],
    ],
    [
      'a shell as entry point',
      [
        'b:',
        '  image: owncloud/ocis',
        '  entrypoint: [/bin/sh]',
        '  command: ["-c", "ocis init || true; ocis server"]',
      ],
    ],
    [
      'the service web among others',
      [
        'b: {image: owncloud/ocis, command: [web, server]}',
        'p: {image: owncloud/ocis, command: proxy server}',
      ],
    ],
    [
      'a server without its web service elsewhere',
      [
        'b: {image: owncloud/ocis, command: web server}',
        's: {image: owncloud/ocis, environment: {OCIS_EXCLUDE_RUN_SERVICES: "idm,web"}}',
      ],
    ],
    [
      'beside one that only writes the configuration',
      ['b: {image: owncloud/ocis}', 'i: {image: owncloud/ocis, command: init}'],
    ],
  ])('are those of the service that runs the web service: %s', async (_, lines) => {
    const { source } = await read({ 'compose.yml': compose(...lines) })
    expect(source).toBe('the service "b" of compose.yml')
  })

  it('count the processes of the server', async () => {
    const file = compose(
      'a: {image: owncloud/ocis}',
      'b: {image: owncloud/ocis, command: antivirus server}',
      'c: {image: x}',
    )
    const { processes } = await read({ 'compose.yml': file })
    expect(processes.map(({ name, runsNats }) => [name, runsNats])).toEqual([
      ['a', true],
      ['b', false],
    ])
  })

  it.each<[string, Tree, string]>([
    [
      'no service of a server',
      { 'c.yml': compose('a: {image: x}', 'b: {image: y}') },
      '--service: a (x), b (y)',
    ],
    [
      'two servers',
      { 'c.yml': compose('a: {image: owncloud/ocis}', 'b: {image: owncloud/ocis}') },
      'Several services may run the web service (a, b)',
    ],
    [
      'a required variable that is not set',
      { 'c.yml': compose('a: {image: owncloud/ocis, environment: {X: "${Y:?set Y}"}}') },
      'X: Y is not set (set Y).',
    ],
    [
      'an env_file that is missing',
      { 'c.yml': compose('a: {image: owncloud/ocis, env_file: n.env}') },
      'n.env, which',
    ],
    ['broken YAML', { 'c.yml': 'services:\n  a: [\n' }, 'c.yml is not valid YAML, line'],
    ['services of another form', { 'c.yml': 'services: 7\n' }, 'no services'],
    ['a service that is none', { 'c.yml': compose('a: 7') }, 'is not a map'],
    [
      'an environment that is none',
      { 'c.yml': compose('a: {image: owncloud/ocis, environment: 7}') },
      '"environment"',
    ],
    ['a file that includes itself', { 'c.yml': 'include: [c.yml]\nservices: {}\n' }, 'includes itself'],
    ['an include that is none', { 'c.yml': 'include: 7\nservices: {}\n' }, '"include"'],
    ['an included file that is missing', { 'c.yml': 'include: [n.yml]\nservices: {}\n' }, 'c.yml includes'],
    ['a service that extends itself', { 'c.yml': compose('a: {extends: a}') }, 'extends itself'],
    [
      'a service that extends nothing',
      { 'c.yml': compose('a: {extends: b}') },
      'extends "b", which is not in',
    ],
    ['too many aliases', { 'c.yml': `${bomb()}services:\n  a: *i\n` }, 'c.yml is not valid YAML, an alias'],
    ...['<<: 5', '<<: [{}, 5]', '<<: *a', 'b: !override { <<: 5 }'].map(
      (line): [string, Record<string, string>, string] => [
        `a merge of what is no map: ${line}`,
        { 'c.yml': `a: &a 5\nservices:\n  s:\n    ${line}\n` },
        'c.yml is not valid YAML, what << merges',
      ],
    ),
    [
      'a NUL character, which a path can not have',
      { 'c.yml': compose('s: {image: owncloud/ocis, volumes: ["/a\\0b:/var/lib/ocis"]}') },
      'NUL character',
    ],
    [
      'a systemd unit',
      { 'c.yml': '[Service]\nEnvironmentFile=/etc/o.env\nx\n' },
      'Use the file that it names: /etc/o.env, and',
    ],
  ])('are refused for %s', async (_, files, message) => {
    await expect(read(files)).rejects.toThrow(message)
    await expect(read(files)).rejects.toBeInstanceOf(SettingsError)
  })

  it('are those of the named service', async () => {
    const file = compose('a: {image: x, environment: {A: a}}', 'b: {image: y, environment: {A: b}}')
    expect(await variables({ 'c.yml': file }, ['c.yml'], {}, 'b')).toEqual({ A: 'b' })
    await expect(read({ 'c.yml': file }, ['c.yml'], {}, 'n')).rejects.toThrow('Unknown service "n"')
    await expect(read({ 'e.env': 'A=b' }, ['e.env'], {}, 'n')).rejects.toThrow(
      '--service names a service of a compose',
    )
  })
})

/** YAML that grows to a billion values. */
function bomb(): string {
  const names = [...'abcdefghi']
  return names
    .map((name, index) => {
      const values = Array(10).fill(index === 0 ? 'x' : `*${names[index - 1]}`)
      return `${name}: &${name} [${values.join(', ')}]\n`
    })
    .join('')
}

describe('files of settings that nobody has', () => {
  const indented = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index))

  it.each([
    ['too large', 'a.env', 'A=1\n'.repeat(200_000), 'more than 512 kB'],
    ['nested too deep', 'a.yml', `services: ${'{a: '.repeat(20_000)}`, 'nested too deep'],
    [
      'with a key twice',
      'a.yml',
      compose('a:', '  image: b', 'c: {}', 'a: {}'),
      'line 5: the key "a" is a duplicate',
    ],
    [
      'that extend without end',
      'a.yml',
      compose(...indented(500, (index) => `s${index}: { image: owncloud/ocis, extends: s${index + 1} }`)),
      'more than 100 services',
    ],
  ])('are refused: %s', async (_, name, text, message) => {
    await expect(read({ [name]: text })).rejects.toThrow(SettingsError)
    await expect(read({ [name]: text })).rejects.toThrow(message)
  })

  it('may merge several maps into one', async () => {
    const text = 'x-a: &x { A: 1 }\nx-b: &y { B: 2 }\n'.concat(
      compose('ocis:', '  image: owncloud/ocis', '  environment: { <<: *x, <<: *y }'),
    )
    expect(await variables({ 'a.yml': text })).toEqual({ A: '1', B: '2' })
  })
})

describe('the folders of a container', () => {
  const withVolumes = (...volumes: string[]) =>
    read({
      'c.yml': compose(
        'a:',
        '  image: owncloud/ocis',
        '  volumes:',
        ...volumes.map((line) => `    - ${line}`),
      ),
    })

  it('are those of the host that are mounted there', async () => {
    const server = await withVolumes(
      './data:/var/lib/ocis',
      './theme:/var/lib/ocis/web/assets/themes/acme:ro',
    )
    expect(dataFolder(server)).toEqual({
      folder: path.join(cwd, 'data'),
      note: expect.stringContaining('/var/lib/ocis of the service "a" of c.yml is '),
    })
    expect(onHost(server, '/var/lib/ocis/web/config.json')).toEqual({
      path: `${path.join(cwd, 'data')}/web/config.json`,
    })
    expect(onHost(server, '/var/lib/ocis/web/assets/themes/acme/x')).toEqual({
      path: `${path.join(cwd, 'theme')}/x`,
    })
    expect(onHost(server, '/etc/ocis')).toBeUndefined()
    expect(server.mounts.map(({ isReadOnly }) => isReadOnly)).toEqual([false, true])
  })

  it('may lie in a mount of more, or be given in the long form', async () => {
    const server = await withVolumes('{type: bind, source: /srv/all, target: /var/lib/}')
    expect(dataFolder(server)).toMatchObject({ folder: `${path.resolve('/srv/all')}/ocis` })
  })

  it('are said to be in a volume, or in none', async () => {
    const server = await withVolumes('ocis-data:/var/lib/ocis')
    expect(() => dataFolder(server)).toThrow('is the volume "ocis-data"')
    const other = await withVolumes('./config:/etc/ocis')
    expect(() => dataFolder(other)).toThrow('There is no mount at the data folder')
  })
})
