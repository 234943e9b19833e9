import { describe, expect, it } from 'vitest'
import type { Answer, QuestionId } from '../../src/doctor/answer.js'
import { diagnose } from '../../src/doctor/diagnose.js'
import { goneVariables } from '../../src/doctor/release-facts.js'
import type { Upgrade } from '../../src/doctor/upgrade.js'
import { changesOf as changesOfTarget } from '../../src/generated/target-facts.js'
import { targets } from '../../src/index.js'
import { emptyInstance } from '../../src/instance/instance.js'
import { planMigration } from '../../src/instance/migration.js'
import type { PlanOptions } from '../../src/instance/plan.js'
import { planTransfer } from '../../src/instance/transfer.js'
import type { ServerProcess } from '../../src/settings/services.js'
import type { Environment } from '../../src/settings/settings.js'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { setAt } from '../support/change.js'
import { instanceOf, logoOnly, type Tree, uploadServers } from '../support/instances.js'

const account = { OCIS_SERVICE_ACCOUNT_ID: 'id', OCIS_SERVICE_ACCOUNT_SECRET: 'secret' }
const images = { 'themes/acme/logo.svg': 's', 'themes/acme/favicon.png': 'f', 'themes/acme/harbour.jpg': 'h' }
const [, ocis4] = uploadServers

/** The plan for a folder that exists in memory only. */
const dataOf = (files: Tree, target: Upgrade['target'] = 'ocis-8') => ({
  plan: planMigration(instanceOf(files), { target, settings: {} }),
})

/** The plan for what goes from such a folder to a new OpenCloud server. */
const moved = (files: Tree, options: Partial<PlanOptions> = {}) => {
  const transfer = { source: instanceOf(files), destination: emptyInstance, isSame: () => false }
  const known = { target: 'opencloud-7.3', settings: {}, variables: {}, isWhole: true } as const
  return {
    plan: planTransfer(transfer, { ...known, ...options }),
    call: 'theme-convert migrate /var/lib/ocis --to NEWFOLDER',
  }
}

/** A server in one container, from any release to oCIS 8, of which all is known. */
function upgrade(variables: Environment, change: Partial<Upgrade> = {}): Upgrade {
  const target = change.target ?? 'ocis-8'
  return {
    processes: [{ name: 'ocis', variables: { ...account, ...variables }, runsNats: true }],
    isWhole: true,
    target,
    data: dataOf({}, target),
    ...change,
  }
}

function answerTo(question: QuestionId, variables: Environment, change: Partial<Upgrade> = {}): Answer {
  return diagnose(upgrade(variables, change)).find((answer) => answer.question === question) as Answer
}

const changesOf = ({ findings }: Answer) =>
  findings.flatMap(({ changes }) =>
    changes.map((change) =>
      change.action === 'set'
        ? `${change.variable}=${change.value}`
        : change.action === 'rename'
          ? `${change.variable} → ${change.to.join(' | ')}`
          : `- ${change.variable}`,
    ),
  )
const codesOf = ({ findings }: Answer) => findings.map(({ code }) => code)
const worst = ({ findings }: Answer) => findings.filter(({ severity }) => severity !== 'info')

describe('a server that needs nothing', () => {
  it('is not affected by anything', () => {
    expect(diagnose(upgrade({})).map(({ verdict }) => verdict)).toEqual(Array(9).fill('not-affected'))
  })

  it('of which nothing is known leaves every question open', () => {
    const answers = diagnose(upgrade({}, { isWhole: false, data: { problem: 'no folder' } }))
    expect(answers.map(({ verdict }) => verdict)).toEqual(Array(9).fill('unknown'))
  })

  it('is asked nothing that was so before', () => {
    const everything = Object.fromEntries(goneVariables.map(({ name }) => [name.replace('*', 'X'), 'x']))
    const old = { ...everything, MICRO_REGISTRY: 'mdns', OCIS_ENABLE_RESHARING: 'true', A_STORE: 'redis' }
    const answers = diagnose({ ...upgrade(old, { from: 'ocis-7' }) })
    expect(answers.map(({ verdict }) => verdict)).toEqual(Array(9).fill('not-affected'))
  })
})

/** Every variable of the guide: what is to be done, the release that dropped it. */
const dropped: readonly (readonly [QuestionId, string, number, string])[] = [
  ['variables', 'LDAP_BIND_PASSWORD', 5, 'LDAP_BIND_PASSWORD → OCIS_LDAP_BIND_PASSWORD'],
  [
    'variables',
    'LDAP_USER_SCHEMA_ID_IS_OCTETSTRING',
    5,
    'LDAP_USER_SCHEMA_ID_IS_OCTETSTRING → OCIS_LDAP_USER_SCHEMA_ID_IS_OCTETSTRING',
  ],
  [
    'variables',
    'SHARING_EVENTS_TLS_ROOT_CA_CERT',
    5,
    'SHARING_EVENTS_TLS_ROOT_CA_CERT → SHARING_EVENTS_TLS_ROOT_CA_CERTIFICATE',
  ],
  ['variables', 'WEB_ASSET_PATH', 6, 'WEB_ASSET_THEMES_PATH=/value/themes'],
  ['variables', 'ANTIVIRUS_ICAP_TIMEOUT', 7, 'ANTIVIRUS_ICAP_TIMEOUT → ANTIVIRUS_ICAP_SCAN_TIMEOUT'],
  ...[
    'OCIS_CACHE_SIZE',
    'GRAPH_CACHE_SIZE',
    'OCIS_PERSISTENT_STORE_SIZE',
    'EVENTHISTORY_STORE_SIZE',
    'SETTINGS_DATA_PATH',
    'SETTINGS_STORE_TYPE',
    'OCIS_DECOMPOSEDFS_METADATA_BACKEND',
    'STORAGE_SYSTEM_OCIS_METADATA_BACKEND',
    'STORAGE_USERS_OCIS_METADATA_BACKEND',
    'STORAGE_USERS_S3NG_METADATA_BACKEND',
    'OCM_OCM_PROVIDER_AUTHORIZER_VERIFY_REQUEST_HOSTNAME',
    'STORE_GRPC_ADDR',
  ].map((name) => ['variables', name, 7, `- ${name}`] as const),
  ...['IMPRINT_URL', 'PRIVACY_URL', 'ACCESS_DENIED_HELP_URL'].map(
    (name) => ['web-options', `WEB_OPTION_${name}`, 5, `- WEB_OPTION_${name}`] as const,
  ),
  ...[
    'DISABLE_PREVIEWS',
    'HOME_FOLDER',
    'HOVERABLE_QUICK_ACTIONS',
    'OPEN_LINKS_WITH_DEFAULT_APP',
    'PREVIEW_FILE_MIMETYPES',
    'ROUTING_ID_BASED',
    'SHARING_RECIPIENTS_PER_PAGE',
    'SIDEBAR_SHARES_SHOW_ALL_ON_LOAD',
  ].map((name) => ['web-options', `WEB_OPTION_${name}`, 7, `- WEB_OPTION_${name}`] as const),
]

describe.each(dropped)('%s: %s, gone with oCIS %i', (question, name, gone, change) => {
  const set = { [name]: '/value/' }

  it('is affected where it is set, before and over that release', () => {
    for (const from of [undefined, `ocis-${gone - 1}`]) {
      const answer = answerTo(question, set, { target: `ocis-${gone as 5}`, ...(from && { from }) })
      expect([answer.verdict, changesOf(answer)]).toEqual(['affected', [change]])
    }
  })

  it.each<[string, Environment, Partial<Upgrade>]>([
    ["isn't set", {}, {}],
    ['is empty', { [name]: '' }, {}],
    ['was gone before', set, { from: `ocis-${gone}` }],
    ...(gone === 5
      ? []
      : [['goes later', set, { target: 'ocis-5' }] as [string, Environment, Partial<Upgrade>]]),
  ])('is not affected where it %s', (_, variables, change) => {
    expect(answerTo(question, variables, change)).toMatchObject({ verdict: 'not-affected', findings: [] })
  })

  it('is open where the settings of the server are not given', () => {
    expect(answerTo(question, {}, { isWhole: false }).verdict).toBe('unknown')
    const problem = { name: 'b', variables: {}, problem: 'no file', runsNats: false }
    const first: ServerProcess = { name: 'a', variables: account, runsNats: true }
    const answer = answerTo(question, {}, { processes: [first, problem] })
    expect([answer.verdict, answer.findings.map(({ message }) => message).join()]).toEqual([
      'unknown',
      expect.stringContaining('"b" can\'t be read: no file'),
    ])
  })
})

describe('renamed variables', () => {
  it('whose successor is set may go, which changes nothing', () => {
    const answer = answerTo('variables', { LDAP_BIND_PASSWORD: 'a', OCIS_LDAP_BIND_PASSWORD: 'a' })
    expect([answer.verdict, worst(answer), changesOf(answer)]).toEqual([
      'not-affected',
      [],
      ['- LDAP_BIND_PASSWORD'],
    ])
  })

  it('count in every service, which is named', () => {
    const answer = answerTo(
      'variables',
      {},
      {
        processes: [
          { name: 'web', variables: account, runsNats: true },
          { name: 'idm', variables: { ...account, LDAP_BIND_PASSWORD: 'a' }, runsNats: false },
        ],
      },
    )
    expect(answer.findings.map(({ code, services }) => [code, services])).toEqual([
      ['variable-renamed', ['idm']],
    ])
  })

  it('need their successor in the same service', () => {
    const processes = [
      { name: 'web', variables: { ...account, OCIS_LDAP_BIND_PASSWORD: 'a' }, runsNats: true },
      { name: 'idm', variables: { ...account, LDAP_BIND_PASSWORD: 'a' }, runsNats: false },
    ]
    expect(answerTo('variables', {}, { processes }).verdict).toBe('affected')
  })
})

describe('OpenCloud', () => {
  const move = { from: 'ocis-7', target: 'opencloud-7.3' } as const
  const stay = { from: 'opencloud-2', target: 'opencloud-7.3' } as const
  const verdictsOf = (variables: Environment, change: Partial<Upgrade>) =>
    Object.fromEntries(
      diagnose(upgrade(variables, change)).map(({ question, verdict }) => [question, verdict]),
    )
  const withoutAccount = { OCIS_SERVICE_ACCOUNT_ID: '', OCIS_SERVICE_ACCOUNT_SECRET: '' }

  it.each([
    ['OCIS_BASE_DATA_PATH', 'OC_BASE_DATA_PATH'],
    ['OCIS_ASSET_THEMES_PATH', 'OC_ASSET_THEMES_PATH'],
    ['OCIS_URL', 'OC_URL'],
  ])('calls %s %s, and back', (ocis, openCloud) => {
    const there = answerTo('variables', { [ocis]: 'x' }, move)
    expect([there.verdict, changesOf(there)]).toEqual(['affected', [`${ocis} → ${openCloud}`]])
    expect(changesOf(answerTo('variables', { [ocis]: 'x', [openCloud]: 'x' }, move))).toEqual([])
    const back = answerTo('variables', { [openCloud]: 'x' }, { from: 'opencloud-4', target: 'ocis-8' })
    expect([back.verdict, changesOf(back)]).toEqual(['affected', [`${openCloud} → ${ocis}`]])
  })

  it('reads the variables of the web service under their names', () => {
    const variables = { WEB_UI_THEME_PATH: '/themes/acme/theme.json', WEB_ASSET_THEMES_PATH: '/x', TZ: 'UTC' }
    expect(answerTo('variables', variables, move).verdict).toBe('not-affected')
    expect(answerTo('variables', variables, stay).verdict).toBe('not-affected')
  })

  it('is asked about each variable that nothing is known of, by its name', () => {
    const answer = answerTo('variables', { OCIS_LOG_LEVEL: 'topsecret', PROXY_TLS: 'topsecret' }, move)
    expect([answer.verdict, codesOf(answer)]).toEqual(['unknown', ['upgrade-unknown']])
    expect(answer.findings[0]?.message).toContain('OCIS_LOG_LEVEL, PROXY_TLS: ')
    expect(JSON.stringify(answer)).not.toContain('topsecret')
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`OC_X${index}`, 'x']))
    expect(answerTo('variables', many, stay).findings[0]?.message).toContain('OC_X7 and 4 more: ')
  })

  it('is not asked about the variables of any process', () => {
    const answer = answerTo('variables', { SSH_TTY: 'x', OCIS_LOG_LEVEL: 'x' }, { ...move, isWhole: false })
    expect(answer.findings[0]?.message).toMatch(/^OCIS_LOG_LEVEL: /)
  })

  it('drops what oCIS dropped before it began', () => {
    const gone = { OCIS_CACHE_SIZE: '1', WEB_ASSET_PATH: '/srv/web', SETTINGS_DATA_PATH: '/x' }
    const answer = answerTo('variables', gone, { from: 'ocis-5', target: 'opencloud-1' })
    expect([answer.verdict, changesOf(answer)]).toEqual([
      'affected',
      ['WEB_ASSET_THEMES_PATH=/srv/web/themes', '- OCIS_CACHE_SIZE', '- SETTINGS_DATA_PATH'],
    ])
    const options = answerTo('web-options', { WEB_OPTION_HOME_FOLDER: '/' }, { ...move, from: 'ocis-6' })
    expect(changesOf(options)).toEqual(['- WEB_OPTION_HOME_FOLDER'])
  })

  it.each<[string, Partial<Upgrade>, Environment, string[]]>([
    ['where oCIS has it', { mountTargets: ['/var/lib/ocis'] }, {}, ['/var/lib/opencloud']],
    ['where OpenCloud has it', { mountTargets: ['/var/lib/opencloud'] }, {}, []],
    [
      'where a variable says',
      { mountTargets: ['/var/lib/ocis'] },
      { OC_BASE_DATA_PATH: '/var/lib/ocis' },
      [],
    ],
    ['elsewhere', { mountTargets: ['/srv'] }, {}, []],
    ['nowhere', {}, {}, []],
    [
      'where OpenCloud has it, on the way back',
      { mountTargets: ['/var/lib/opencloud/web'], from: 'opencloud-4', target: 'ocis-8' },
      {},
      ['/var/lib/ocis'],
    ],
    ['where oCIS has it, in OpenCloud already', { ...stay, mountTargets: ['/var/lib/ocis'] }, {}, []],
  ])('looks for data %s', (_, change, variables, mounts) => {
    const { findings } = answerTo('variables', variables, { ...move, ...change })
    const found = findings.filter(({ code }) => code === 'data-folder-elsewhere')
    // The old folder is of the old server.
    expect(found.map(({ message, changes }) => [message, changes])).toEqual(
      mounts.map((mount) => [expect.stringMatching(new RegExp(`Mount .* at ${mount}\\.$`)), []]),
    )
  })

  it('leaves no question open to a server that sets nothing', () => {
    expect(verdictsOf(withoutAccount, stay)).toEqual(verdictsOf({}, {}))
    expect(verdictsOf(withoutAccount, move)).toEqual({ ...verdictsOf({}, {}), 'service-account': 'unknown' })
  })

  it.each<[QuestionId, Environment]>([
    ['registry', { MICRO_REGISTRY: 'nats-js-kv' }],
    ['stores', { OCIS_CACHE_STORE: 'nats-js-kv' }],
  ])('leaves open what of %s nothing is known of', (question, variables) => {
    for (const change of [move, stay, { target: 'opencloud-4' } as const]) {
      const answer = answerTo(question, variables, change)
      expect([answer.verdict, codesOf(answer)]).toEqual(['unknown', ['upgrade-unknown']])
      expect(answer.findings[0]?.message).toContain(Object.keys(variables)[0])
    }
  })

  it('says why a later release of OpenCloud does not affect what is not set', () => {
    for (const { question, verdict, findings, basis } of diagnose(upgrade(withoutAccount, stay))) {
      expect([question, verdict, findings]).toEqual([question, 'not-affected', []])
      const isOfFolder = question === 'theme' || question === 'logo'
      expect(basis === undefined, question).toBe(isOfFolder)
    }
    expect(diagnose(upgrade({})).flatMap(({ basis }) => basis ?? [])).toEqual([])
  })

  it.each<[QuestionId, Environment, Partial<Upgrade>]>([
    ['web-options', { WEB_OPTION_LOGOUT_URL: 'x' }, {}],
    ['web-options', { WEB_UI_CONFIG_FILE: '/etc/config.json' }, {}],
    ['web-options', {}, { isWhole: false }],
    [
      'registry',
      {},
      { processes: ['a', 'b'].map((name) => ({ name, variables: {}, runsNats: name === 'a' })) },
    ],
  ])(
    'leaves %s open with %j, because releases of OpenCloud may have changed it',
    (question, variables, change) => {
      const found = answerTo(question, variables, { ...stay, ...change })
      expect([found.verdict, found.basis]).toEqual(['unknown', undefined])
    },
  )

  it('names the server, not its client, on the way to oCIS', () => {
    const back = { from: 'opencloud-4', target: 'ocis-8' } as const
    const questions = ['variables', 'registry', 'service-account'] as const
    const said = questions.flatMap((question) =>
      answerTo(question, { OC_URL: 'https://acme.example', MICRO_REGISTRY: 'nats-js-kv' }, back).findings.map(
        ({ message }) => message,
      ),
    )
    expect(said.filter((message) => message.includes('oCIS')).length).toBeGreaterThan(2)
    expect(said.filter((message) => message.includes('ownCloud Web'))).toEqual([])
  })

  it('has what oCIS changed for those who come from before', () => {
    const from4 = { from: 'ocis-4', target: 'opencloud-4' } as const
    expect(answerTo('registry', { MICRO_REGISTRY: 'mdns' }, from4).verdict).toBe('affected')
    expect(answerTo('stores', { OCIS_CACHE_STORE: 'redis' }, from4).verdict).toBe('affected')
    const resharing = answerTo('resharing', { GRAPH_ENABLE_RESHARING: 'true' }, from4)
    expect([resharing.verdict, changesOf(resharing)]).toEqual(['affected', ['- GRAPH_ENABLE_RESHARING']])
  })

  it('is a move, also where nobody said from what', () => {
    const answer = answerTo('service-account', {}, { target: 'opencloud-4' })
    expect([answer.verdict, answer.findings[0]?.message]).toEqual([
      'unknown',
      expect.stringContaining('OCIS_SERVICE_ACCOUNT_ID'),
    ])
  })

  it.each([
    ['ocis-7', 'opencloud-1', ['opencloud-1']],
    ['opencloud-1', 'opencloud-4', ['opencloud-2', 'opencloud-4']],
    ['opencloud-4', 'opencloud-7.3', ['opencloud-7.3']],
  ] as const)('says without a folder what changed about themes from %s to %s', (from, target, said) => {
    const { verdict, findings } = answerTo('theme', {}, { from, target, data: { problem: 'No folder.' } })
    const ofTargets = said.map((id) => ` ${targets[id].title}: ${changesOfTarget[id]}.`).join('')
    expect(verdict).toBe('unknown')
    expect(findings[0]?.message).toMatch(/^No folder\. Changes to themes up to the target: /)
    expect(findings[0]?.message.split('target:')[1]?.split(' From oCIS')[0]).toBe(ofTargets)
  })

  it('answers by the plan of a migration to the new folder', () => {
    const legacy = JSON.stringify(exampleLegacyTheme())
    const data = moved({ ...images, 'themes/owncloud/theme.json': legacy })
    const answer = answerTo('theme', {}, { ...move, data })
    expect([answer.verdict, codesOf(answer)]).toEqual(['affected', ['theme-to-migrate']])
    const said = answer.findings[0]?.message
    expect(said).toMatch(/^"theme-convert migrate \/var\/lib\/ocis --to NEWFOLDER" says: /)
    expect(said).not.toMatch(/\b(?:convert|delete|move) themes/)
    expect(answerTo('theme', {}, { ...move, data: moved({}) }).verdict).toBe('not-affected')
    expect(answerTo('logo', {}, { ...move, data: moved(logoOnly(ocis4.shipped)) })).toMatchObject({
      verdict: 'affected',
      findings: [
        { message: expect.stringMatching(/--to NEWFOLDER" says: (?:copy|write) .*And 1 more step\.$/s) },
      ],
    })
  })

  it.each([
    [
      { ...move, target: 'opencloud-2' },
      '"theme-convert migrate FOLDER --to NEWFOLDER --target opencloud-2"',
    ],
    [move, '"theme-convert migrate FOLDER --to NEWFOLDER"'],
    [stay, undefined],
    [{ from: 'opencloud-4', target: 'ocis-8' }, undefined],
  ] as const)('names without a folder the call that converts the themes: %o', (change, call) => {
    const [found] = answerTo('theme', {}, { ...change, data: { problem: 'No folder.' } }).findings
    expect(found?.message.match(/"theme-convert migrate .*?"/)?.[0]).toBe(call)
  })

  it('says that a theme without roles is to be converted', () => {
    const theme = (group: string) =>
      JSON.stringify({
        common: { urls: {} },
        clients: {
          web: {
            defaults: {
              logo: 'l.svg',
              designTokens: { [group]: { surface: '#fff', 'background-default': '#fff' } },
            },
            themes: [{ label: 'A', isDark: false }],
          },
        },
      })
    const data = (group: string) => dataOf({ 'themes/opencloud/theme.json': theme(group) }, 'opencloud-7.3')
    const answer = answerTo('theme', {}, { ...stay, data: data('colorPalette') })
    expect([answer.verdict, answer.findings[0]?.message]).toEqual([
      'affected',
      expect.stringContaining('convert themes/opencloud/theme.json'),
    ])
    const { findings } = answerTo('theme', {}, { ...stay, data: data('roles') })
    expect(findings.map(({ message }) => message).join()).not.toContain('convert themes')
  })
})

describe('the service registry', () => {
  it.each(['mdns', 'nats', 'etcd', 'consul', 'memory'])('%s is to be replaced', (kind) => {
    const answer = answerTo('registry', { MICRO_REGISTRY: kind }, { from: 'ocis-4', target: 'ocis-5' })
    expect([answer.verdict, codesOf(answer), changesOf(answer)]).toEqual([
      'affected',
      ['registry-deprecated'],
      ['MICRO_REGISTRY=nats-js-kv'],
    ])
    expect(answerTo('registry', { MICRO_REGISTRY: kind }, { from: 'ocis-5' }).verdict).toBe('not-affected')
  })

  it.each([
    ['nats-js-kv', []],
    ['kubernetes', ['registry-deprecated']],
  ])('%s may stay', (kind, codes) => {
    const answer = answerTo('registry', { MICRO_REGISTRY: kind })
    expect([answer.verdict, codesOf(answer)]).toEqual(['not-affected', codes])
  })

  it('of a kind that nobody knows leaves it open', () => {
    expect(answerTo('registry', { MICRO_REGISTRY: 'zookeeper' }).verdict).toBe('unknown')
  })

  it('has an address whose name the guide gets wrong', () => {
    const wrong = answerTo('registry', { MICRO_REGISTRY_ADDR: 'nats:9233' })
    expect([wrong.verdict, changesOf(wrong)]).toEqual([
      'affected',
      ['MICRO_REGISTRY_ADDR → MICRO_REGISTRY_ADDRESS'],
    ])
    const both = { MICRO_REGISTRY_ADDR: 'nats:9233', MICRO_REGISTRY_ADDRESS: 'nats:9233' }
    expect(answerTo('registry', both).verdict).toBe('not-affected')
  })

  const several = (nats: Environment, other: Environment): Partial<Upgrade> => ({
    processes: [
      { name: 'ocis', variables: { ...account, ...nats }, runsNats: true },
      { name: 'search', variables: { ...account, ...other }, runsNats: false },
    ],
  })

  it('has to be found by every process', () => {
    const answer = answerTo('registry', {}, several({}, {}))
    expect([answer.verdict, changesOf(answer), answer.findings.map(({ services }) => services)]).toEqual([
      'affected',
      ['NATS_NATS_HOST=0.0.0.0', 'MICRO_REGISTRY_ADDRESS=ocis:9233'],
      [['ocis'], ['search']],
    ])
  })

  it.each<[string, Environment, Environment, string[]]>([
    ['right', { NATS_NATS_HOST: '0.0.0.0' }, { MICRO_REGISTRY_ADDRESS: 'ocis:9233' }, []],
    [
      'itself',
      { NATS_NATS_HOST: '127.0.0.1' },
      { MICRO_REGISTRY_ADDRESS: '127.0.0.1:9233' },
      ['NATS_NATS_HOST=0.0.0.0', 'MICRO_REGISTRY_ADDRESS=ocis:9233'],
    ],
    [
      'under the wrong name',
      { NATS_NATS_HOST: '0.0.0.0' },
      { MICRO_REGISTRY_ADDR: 'ocis:9233' },
      ['MICRO_REGISTRY_ADDR → MICRO_REGISTRY_ADDRESS'],
    ],
  ])('is looked for at an address that is %s', (_, nats, other, changes) => {
    expect(changesOf(answerTo('registry', {}, several(nats, other)))).toEqual(changes)
  })

  it('is open where a process leaves services to others that nobody has seen', () => {
    expect(answerTo('registry', { OCIS_EXCLUDE_RUN_SERVICES: 'search' }).verdict).toBe('unknown')
    const known = { OCIS_RUN_SERVICES: 'web', MICRO_REGISTRY_ADDRESS: 'nats:9233' }
    expect(answerTo('registry', known).verdict).toBe('not-affected')
  })

  it('says that environment files are taken for one process', () => {
    const answer = answerTo('registry', {}, { processes: [{ variables: account, runsNats: true }] })
    expect([answer.verdict, answer.findings.map(({ severity }) => severity)]).toEqual([
      'not-affected',
      ['info'],
    ])
  })
})

describe('the service account', () => {
  const none = { OCIS_SERVICE_ACCOUNT_ID: '', OCIS_SERVICE_ACCOUNT_SECRET: '' }

  it('is missing where neither variables nor ocis.yaml have one', () => {
    const answer = answerTo('service-account', none, { hasServiceAccount: false })
    expect([answer.verdict, changesOf(answer)]).toEqual([
      'affected',
      ['OCIS_SERVICE_ACCOUNT_ID=<a random UUID>', 'OCIS_SERVICE_ACCOUNT_SECRET=<a strong secret>'],
    ])
    const half = { OCIS_SERVICE_ACCOUNT_SECRET: '' }
    expect(changesOf(answerTo('service-account', half, { hasServiceAccount: false }))).toEqual([
      'OCIS_SERVICE_ACCOUNT_SECRET=<a strong secret>',
    ])
  })

  it.each<[string, Environment, Partial<Upgrade>]>([
    ['is in the variables', {}, {}],
    ['is in ocis.yaml', none, { hasServiceAccount: true }],
    ['was needed before', none, { from: 'ocis-5' }],
  ])('is there, or no question, where it %s', (_, variables, change) => {
    expect(answerTo('service-account', variables, change)).toMatchObject({
      verdict: 'not-affected',
      findings: [],
    })
  })

  it.each<[string, Environment]>([
    ['ocis.yaml', none],
    ['for the rest', { ...none, GRAPH_SERVICE_ACCOUNT_ID: 'a', GRAPH_SERVICE_ACCOUNT_SECRET: 'b' }],
  ])('is open where nobody has seen %s', (_, variables) => {
    expect(answerTo('service-account', variables).verdict).toBe('unknown')
  })
})

describe('resharing', () => {
  it.each<[string, Environment, Partial<Upgrade>, string, string[]]>([
    [
      'a local one, to 5',
      { GRAPH_ENABLE_RESHARING: 'true' },
      { target: 'ocis-5' },
      'affected',
      ['- GRAPH_ENABLE_RESHARING', 'OCIS_ENABLE_RESHARING=false'],
    ],
    [
      'a local one beside the global one',
      { SHARING_ENABLE_RESHARING: 'true', OCIS_ENABLE_RESHARING: 'false' },
      { target: 'ocis-5' },
      'affected',
      ['- SHARING_ENABLE_RESHARING'],
    ],
    [
      'the global one, to 5',
      { OCIS_ENABLE_RESHARING: 'true' },
      { target: 'ocis-6' },
      'affected',
      ['OCIS_ENABLE_RESHARING=false'],
    ],
    [
      'the global one as 5 wants it',
      { OCIS_ENABLE_RESHARING: 'false' },
      { target: 'ocis-5' },
      'not-affected',
      [],
    ],
    [
      'the global one, to 7',
      { OCIS_ENABLE_RESHARING: 'false' },
      { from: 'ocis-5', target: 'ocis-7' },
      'affected',
      ['- OCIS_ENABLE_RESHARING'],
    ],
    [
      'all of them, to 7',
      { FRONTEND_ENABLE_RESHARING: 'true', OCIS_ENABLE_RESHARING: 'true' },
      { target: 'ocis-7' },
      'affected',
      ['- OCIS_ENABLE_RESHARING', '- FRONTEND_ENABLE_RESHARING'],
    ],
    ['nothing', {}, {}, 'not-affected', []],
    [
      'from 5 to 6',
      { GRAPH_ENABLE_RESHARING: 'true' },
      { from: 'ocis-5', target: 'ocis-6' },
      'not-affected',
      [],
    ],
    ['no settings', {}, { isWhole: false }, 'unknown', []],
  ])('with %s', (_, variables, change, verdict, changes) => {
    const answer = answerTo('resharing', variables, change)
    expect([answer.verdict, changesOf(answer)]).toEqual([verdict, changes])
  })
})

describe('caches and stores', () => {
  it.each(['redis', 'redis-sentinel', 'etcd', 'nats', 'ocmem'])('%s is gone', (kind) => {
    for (const name of ['OCIS_CACHE_STORE', 'GRAPH_CACHE_STORE', 'OCIS_PERSISTENT_STORE', 'USERLOG_STORE']) {
      const answer = answerTo('stores', { [name]: kind })
      expect([answer.verdict, changesOf(answer)]).toEqual(['affected', [`${name}=nats-js-kv`]])
    }
  })

  it.each<[string, Environment, Partial<Upgrade>, string]>([
    ['the new kind', { OCIS_CACHE_STORE: 'nats-js-kv' }, {}, 'not-affected'],
    ['memory', { OCIS_CACHE_STORE: 'memory' }, {}, 'not-affected'],
    ['none', {}, {}, 'not-affected'],
    ['a kind that was gone before', { OCIS_CACHE_STORE: 'redis' }, { from: 'ocis-5' }, 'not-affected'],
    ['a kind that nobody knows', { OCIS_CACHE_STORE: 'memcached' }, {}, 'unknown'],
    ['no settings', {}, { isWhole: false }, 'unknown'],
  ])('with %s', (_, variables, change, verdict) => {
    expect(answerTo('stores', variables, change).verdict).toBe(verdict)
  })

  it('say that memory is for tests', () => {
    expect(codesOf(answerTo('stores', { OCIS_CACHE_STORE: 'memory' }))).toEqual(['store-gone'])
  })
})

describe('the links of the old web options', () => {
  const link = { WEB_OPTION_IMPRINT_URL: 'https://acme.example/imprint' }
  const theme = { ...images, 'themes/owncloud/theme.json': JSON.stringify(exampleTheme()) }

  it('may be in the theme', () => {
    expect(answerTo('web-options', link, { data: dataOf(theme) })).toMatchObject({
      verdict: 'not-affected',
      findings: [{ code: 'web-option-gone', severity: 'info' }],
    })
    const other = { WEB_OPTION_IMPRINT_URL: 'https://acme.example/other' }
    expect(answerTo('web-options', other, { data: dataOf(theme) })).toMatchObject({
      verdict: 'not-affected',
      findings: [{ message: expect.stringContaining('another link, which is used') }],
    })
    const unset = { WEB_OPTION_PRIVACY_URL: 'https://acme.example/privacy' }
    expect(answerTo('web-options', unset, { data: dataOf(theme) }).verdict).toBe('affected')
  })

  describe('on the way to OpenCloud', () => {
    const call = 'theme-convert migrate /var/lib/ocis --to NEWFOLDER'
    const webOptions = { imprintUrl: link.WEB_OPTION_IMPRINT_URL }
    const move = { from: 'ocis-4', target: 'opencloud-7.3' } as const
    const message = (variables: Environment, change: Partial<Upgrade>) =>
      answerTo('web-options', variables, { ...move, ...change }).findings[0]?.message

    it('go into the new theme with the call that makes it', () => {
      const legacy = JSON.stringify(setAt(exampleLegacyTheme(), '/common/urls', {}))
      const data = moved({ 'themes/owncloud/theme.json': legacy }, { webOptions })
      expect([...data.plan.documents.values()]).toMatchObject([
        { common: { urls: { imprint: webOptions.imprintUrl } } },
      ])
      expect(message(link, { data })).toContain(`"${call}" puts it into the theme`)
    })

    it('lose against a link of the theme', () => {
      const data = moved(theme, { webOptions: { imprintUrl: 'https://acme.example/other' } })
      const other = { WEB_OPTION_IMPRINT_URL: 'https://acme.example/other' }
      expect(message(other, { data })).toContain('another link, which is used')
    })

    it('belong into the branding file where there is no theme', () => {
      const there = message(link, { data: moved({}, { webOptions }) })
      expect(there).toContain('Add it to themes/_branding/theme.json')
    })

    it('name the call where no folder is known', () => {
      expect(message(link, { data: { problem: 'No folder.' } })).toContain(
        '"theme-convert migrate FOLDER --to NEWFOLDER" puts it into the theme',
      )
    })
  })

  it("are open where the configuration of the web service can't be read", () => {
    expect(answerTo('web-options', {}, { webProblem: 'no file' })).toMatchObject({
      verdict: 'unknown',
      findings: [{ message: 'no file' }],
    })
  })
})

describe('the content security policy', () => {
  const at = '/clients/web/defaults/logo/topbar'
  const foreign = setAt(exampleTheme(), at, 'https://cdn.example/logo.svg')
  const font = setAt(
    exampleTheme(),
    '/clients/web/defaults/designTokens/fontFamily',
    'url(https://cdn.example/f)',
  )
  const data = (theme: unknown, target?: 'ocis-5') =>
    dataOf({ ...images, 'themes/owncloud/theme.json': JSON.stringify(theme) }, target)

  it.each<[string, Environment, Partial<Upgrade>, string]>([
    ['a logo of another host', {}, { data: data(foreign) }, 'affected'],
    ['a font of another host', {}, { data: data(font) }, 'affected'],
    [
      'a logo of another host, from 6 to 7',
      {},
      { data: data(foreign), from: 'ocis-6', target: 'ocis-7' },
      'affected',
    ],
    ['images of the site', {}, { data: data(exampleTheme()) }, 'not-affected'],
    ['a policy before', {}, { data: data(foreign), from: 'ocis-7' }, 'not-affected'],
    ['no policy yet', {}, { data: data(foreign, 'ocis-5'), target: 'ocis-5' }, 'not-affected'],
    [
      'a policy of its own',
      { PROXY_CSP_CONFIG_FILE_LOCATION: '/etc/csp.yaml' },
      { data: data(foreign) },
      'unknown',
    ],
    ['a folder that nobody has seen', {}, { data: { problem: 'no folder' } }, 'unknown'],
  ])('with %s', (_, variables, change, verdict) => {
    const answer = answerTo('content-policy', variables, change)
    expect(answer.verdict).toBe(verdict)
    if (verdict === 'affected') expect(answer.findings[0]?.message).toContain('themes/owncloud/theme.json /')
  })
})

describe('theme and logo', () => {
  const legacy = { ...images, 'themes/owncloud/theme.json': JSON.stringify(exampleLegacyTheme()) }

  it.each<[string, Upgrade['data'], string, string]>([
    ['an old theme', dataOf(legacy), 'affected', 'not-affected'],
    ['an uploaded logo', dataOf(logoOnly(ocis4.shipped)), 'affected', 'affected'],
    ['a broken theme', dataOf({ 'themes/owncloud/theme.json': '{' }), 'affected', 'unknown'],
    ['a broken branding file', dataOf({ 'themes/_branding/theme.json': '{' }), 'not-affected', 'affected'],
    [
      'a theme that nothing reads',
      dataOf({ ...images, 'themes/acme/theme.json': JSON.stringify(exampleTheme()) }),
      'affected',
      'not-affected',
    ],
    [
      'a current theme',
      dataOf({ ...images, 'themes/owncloud/theme.json': JSON.stringify(exampleTheme()) }),
      'not-affected',
      'not-affected',
    ],
    ['nothing', dataOf({}), 'not-affected', 'not-affected'],
    [
      'a theme of another host',
      {
        plan: planMigration(instanceOf({}), {
          target: 'ocis-8',
          settings: { theme: 'https://cdn.example/t.json' },
        }),
      },
      'unknown',
      'not-affected',
    ],
    [
      'a folder out of reach',
      { plan: planMigration(instanceOf({}), { target: 'ocis-8', settings: {}, unreachable: ['x'] }) },
      'unknown',
      'unknown',
    ],
    ['a folder that nobody has seen', { problem: 'x' }, 'unknown', 'unknown'],
  ])('with %s', (_, data, theme, logo) => {
    expect([answerTo('theme', {}, { data }).verdict, answerTo('logo', {}, { data }).verdict]).toEqual([
      theme,
      logo,
    ])
  })

  it('say in one line what "migrate" does', () => {
    const answer = answerTo('theme', {}, { data: dataOf(legacy) })
    expect(answer.findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('"migrate" says: convert themes/owncloud/theme.json (oCIS 8 does not read'),
    ])
  })
})

it('shows no value that may be a secret', () => {
  const secret = 'topsecret4711'
  const names = [
    ...goneVariables.map(({ name }) => name.replace('*', 'X')).filter((name) => name !== 'WEB_ASSET_PATH'),
    ...[
      'MICRO_REGISTRY_ADDR',
      'MICRO_REGISTRY_ADDRESS',
      'NATS_NATS_HOST',
      'OCIS_CACHE_STORE',
      'X_ENABLE_RESHARING',
    ],
    ...[
      'GRAPH_ENABLE_RESHARING',
      'OCIS_ENABLE_RESHARING',
      'GRAPH_SERVICE_ACCOUNT_SECRET',
      'OCIS_SERVICE_ACCOUNT_SECRET',
    ],
    ...['PROXY_CSP_CONFIG_FILE_LOCATION', 'OCIS_RUN_SERVICES'],
  ]
  const variables = Object.fromEntries(names.map((name) => [name, secret]))
  for (const target of ['ocis-5', 'ocis-6', 'ocis-7', 'ocis-8', 'opencloud-7.3'] as const) {
    const answers = diagnose(upgrade({ OCIS_SERVICE_ACCOUNT_ID: '', ...variables }, { target }))
    expect(answers.flatMap(({ findings }) => findings).length).toBeGreaterThan(5)
    expect(JSON.stringify(answers)).not.toContain(secret)
  }
})

describe('a theme that was not read', () => {
  const files = { ...images, 'branding/acme.png': 'a' }
  const file = 'themes/owncloud/theme.json'
  const options = {
    target: 'ocis-8',
    settings: {},
    webOptions: { imprintUrl: 'https://acme.example/i' },
  } as const
  const cut = planMigration(instanceOf({ ...files, [file]: '{' }), options)
  const linked = planMigration({ ...instanceOf(files), links: [file] }, options)
  const closed = planMigration(
    { ...instanceOf(files), closed: new Map([['themes/owncloud', 'denied']]) },
    options,
  )
  const variables = { WEB_OPTION_IMPRINT_URL: 'https://acme.example/i' }

  it.each([
    ['cut off', cut],
    ['a link', linked],
    ['closed', closed],
  ])('leaves no question about themes with "not affected": %s', (_, plan) => {
    const verdictOf = (question: QuestionId) => answerTo(question, {}, { data: { plan } }).verdict
    expect(verdictOf('logo')).toBe('unknown')
    expect(verdictOf('content-policy')).toBe('unknown')
    expect(verdictOf('theme')).not.toBe('not-affected')
    const [found] = answerTo('web-options', variables, { data: { plan } }).findings
    expect(found?.message).toMatch(/themes\/owncloud\S* was not read/)
    expect(found?.message).not.toContain('there is none')
  })

  it('is not counted as a warning of a plan without steps', () => {
    const { findings } = answerTo('theme', {}, { data: { plan: linked } })
    expect(findings.map(({ message }) => message).join()).not.toContain('nothing to do')
  })

  it('is an error of the plan only as the theme in use', () => {
    const severityOf = (link: string) => {
      const { findings } = planMigration({ ...instanceOf(files), links: [link] }, options)
      return findings.find(({ code }) => code === 'symbolic-link')?.severity
    }
    expect(['themes', 'themes/owncloud', file].map(severityOf)).toEqual(Array(3).fill('error'))
    expect(['themes/acme', 'themes/owncloud2', 'branding/a.png'].map(severityOf)).toEqual(
      Array(3).fill('warning'),
    )
    const transfer = { source: { ...instanceOf(files), links: [file] }, destination: emptyInstance }
    const { findings } = planTransfer(
      { ...transfer, isSame: () => false },
      { target: 'opencloud-7.3', settings: {}, variables: {}, isWhole: true },
    )
    expect(findings.find(({ code }) => code === 'symbolic-link')).toMatchObject({ file, severity: 'error' })
  })
})

describe('a theme that is not in use, beside the one that is', () => {
  const use = 'themes/owncloud/theme.json'
  const current = JSON.stringify(exampleTheme())
  const legacy = JSON.stringify(exampleLegacyTheme())
  const unlinked = legacy.replaceAll('https://acme.example/imprint', '')
  const imprintUrl = 'https://acme.example/new'
  const planned = (files: Tree, theme = `/${use}`) =>
    planMigration(instanceOf({ ...images, ...files }), {
      target: 'ocis-8',
      settings: { theme },
      webOptions: { imprintUrl },
    })

  it('is no matter of the upgrade once it is right', () => {
    const plan = planned({ [use]: current, 'themes/acme/theme.json': current })
    expect(plan.findings.map(({ code }) => code)).toContain('theme-not-active')
    const answer = answerTo('theme', {}, { data: { plan } })
    expect([answer.verdict, worst(answer)]).toEqual(['not-affected', []])
    expect(answer.findings[0]?.message).toContain('1 warning')
  })

  it('is counted with all its warnings', () => {
    const plan = planned({ [use]: legacy, 'themes/acme/theme.json': legacy })
    const warnings = plan.findings.filter(({ severity }) => severity === 'warning').length
    const [found] = answerTo('theme', {}, { data: { plan } }).findings
    expect(warnings).toBeGreaterThan(0)
    expect(found?.message).toContain(`And 1 more step and ${warnings} more finding`)
  })

  it('does not decide about links of the theme in use', () => {
    const variables = { WEB_OPTION_IMPRINT_URL: imprintUrl }
    const messageFor = (files: Tree, theme?: string) =>
      answerTo('web-options', variables, { data: { plan: planned(files, theme) } }).findings[0]?.message
    expect(messageFor({ [use]: legacy, 'themes/acme/theme.json': unlinked })).toContain('another link')
    expect(messageFor({ [use]: unlinked, 'themes/acme/theme.json': legacy })).toContain(
      'puts it into the theme',
    )
    const custom = 'themes/acme/custom.json'
    expect(messageFor({ [custom]: unlinked, [use]: legacy }, `/${custom}`)).toContain(
      'puts it into the theme',
    )
    expect(messageFor({ 'themes/acme/theme.json': unlinked })).toContain('themes that are not in use')
  })
})
