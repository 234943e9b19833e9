import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exampleLegacyTheme, exampleTheme } from '../../src/shipped/example-themes.js'
import { setAt } from '../support/change.js'
import { runInProcess } from '../support/run-command.js'

// Files as administrators have them, each with the right answer of the command. What all of them have in common: a first
// version of the product said that all was well.

/** What lies where: a text, bytes, a document, or where a link leads. */
type Content = string | Buffer | object | { readonly link: string }

interface Case {
  readonly files: Readonly<Record<string, Content>>
  /** The arguments of each call, the status, and what it says. */
  readonly runs: readonly (readonly [string, number, ...(RegExp | { readonly not: RegExp })[]])[]
}

const upload = (logo: unknown) => ({
  common: { logo: 'themes/_branding/a.png' },
  clients: { web: { defaults: { logo } } },
})
const threeKeys = upload({ topbar: 'themes/_branding/a.png', login: 'themes/_branding/a.png' })
const brand = (color: string) => ({ designTokens: { colorPalette: { 'swatch-brand-default': color } } })
const old = { general: { name: 'Acme', slogan: 'Files' }, ...brand('#0b4f4a') }
const example = (at: string, value: unknown) => setAt(exampleTheme(), at, value as never)
const themes = 'data/web/assets/themes'
const branding = `${themes}/_branding/theme.json`

const cases: Readonly<Record<string, Case>> = {
  'an old theme pasted under a name of its own': {
    files: { 'theme.json': { common: {}, clients: { ios: {}, web: { acme: old } } } },
    runs: [
      ['detect theme.json', 0, /mixed/],
      ['convert theme.json', 0, /"#0b4f4a"/, /ignored-generation/],
      ['validate theme.json', 1, /older generation/, { not: /rename/i }],
    ],
  },
  'old themes pasted in the place of the list': {
    files: {
      'theme.json': { clients: { web: { themes: { default: old, 'default-dark': brand('#111111') } } } },
    },
    runs: [['convert theme.json', 0, /"#0b4f4a"[\s\S]*"#111111"/, /"isDark": true/]],
  },
  'an old theme pasted beside current ones': {
    files: { 'theme.json': example('/clients/web/default', old) },
    runs: [['convert theme.json', 1, /mixed-generations/, { not: /"clients"/ }]],
  },
  'a branding file of oCIS on OpenCloud, with a small logo too': {
    files: { [branding]: upload({ topbar: 'a.png', login: 'a.png', topbarSm: 'b.png' }) },
    runs: [
      [`validate --target opencloud-4 ${branding}`, 1, /other-product/, /as strings/],
      [`validate --target ocis-8 ${branding}`, 0],
    ],
  },
  'a branding file of OpenCloud on oCIS': {
    files: { [branding]: upload('themes/_branding/a.png') },
    runs: [
      [`validate --target ocis-8 ${branding}`, 1, /other-product/, /topbar/],
      [`validate --target opencloud-7.3 ${branding}`, 0],
    ],
  },
  'a branding file with links alone': {
    files: { [branding]: { common: { urls: { imprint: 'https://acme.example/i' } } } },
    runs: [
      [`validate ${branding}`, 0, /valid/],
      [`validate --as theme ${branding}`, 1, /partial-theme/],
      [`convert --check ${branding}`, 0, /as a branding file/],
    ],
  },
  'a branding file with a list of themes': {
    files: {
      [branding]: {
        clients: {
          web: {
            themes: [
              { name: 'A', isDark: false },
              { name: 'B', isDark: true },
            ],
          },
        },
      },
    },
    runs: [[`validate ${branding}`, 0, /list-replaced/]],
  },
  'a branding file with a number for a name': {
    files: { [branding]: { common: { name: 7 } } },
    runs: [[`validate ${branding}`, 1, /wrong-type.*\/common\/name/]],
  },
  'a branding file with a background, which two pages treat in two ways': {
    files: {
      [branding]: {
        clients: { web: { defaults: { loginPage: { backgroundImg: 'themes/_branding/b.jpg' } } } },
      },
    },
    runs: [
      [`validate ${branding}`, 0, /relative-background/, /IDP_LOGIN_BACKGROUND_URL/],
      [`convert ${branding}`, 0, /"\/themes\/_branding\/b\.jpg"/, { not: /fallback-used/ }],
      [`convert --target ocis-7 ${branding}`, 0, /"themes\/_branding\/b\.jpg"/],
    ],
  },
  'what a logo upload wrote, copied to where a theme is looked for': {
    files: { [`${themes}/acme/theme.json`]: threeKeys },
    runs: [
      [`validate ${themes}`, 1, /partial-theme/],
      [`convert --check ${themes}/acme/theme.json`, 0, /as a theme, clients reject it/],
      ['migrate data', 1, /fallback-used/],
    ],
  },
  'a banner alone, as a branding file': {
    files: { [branding]: { appBanner: { title: 'Acme', appScheme: 'acme' } } },
    runs: [
      [`validate ${branding}`, 1, /\/clients\/web\/defaults\/appBanner/],
      [`convert ${branding}`, 0, /"clients"[\s\S]*"appBanner"/, /misplaced-key/],
    ],
  },
  'sizes of the documentation': {
    files: { 'sizes.json': { fontSizes: { default: '1rem' }, spacing: { medium: '16px' } } },
    runs: [
      ['convert sizes.json', 1, /designTokens\/fontSizes/, /--as branding/, /--as theme/],
      ['convert --as theme sizes.json', 0, /"16px"/],
    ],
  },
  'a palette and a font of the documentation': {
    files: { 'tokens.json': { colorPalette: { border: '#000' }, fontFamily: 'Inter' } },
    runs: [['convert --as theme tokens.json', 1, /the one theme that it is for/, { not: /"clients"/ }]],
  },
  'tokens of the documentation in their group': {
    files: { 'tokens.json': { designTokens: { colorPalette: { border: '#000' } } } },
    runs: [
      ['convert tokens.json', 1, /not-a-theme/],
      ['detect tokens.json', 0, /unknown/],
    ],
  },
  'texts of an old file at the root of a current one that still has the stock name': {
    files: {
      'theme.json': setAt(
        example('/general', { name: 'Acme Files', privacyUrl: 'https://acme.example/p' }),
        '/common/name',
        'ownCloud',
      ),
    },
    runs: [
      [
        'convert theme.json',
        0,
        /"name": "Acme Files"/,
        /"privacy": "https:\/\/acme\.example\/p"/,
        { not: /"general"/ },
      ],
    ],
  },
  'an old root group beside a whole current file': {
    files: { 'theme.json': example('/loginPage', { backgroundImg: 'old.jpg' }) },
    runs: [
      ['validate theme.json', 0, /ignored-generation/],
      ['convert theme.json', 0, /value-dropped/, { not: /old\.jpg"/ }],
    ],
  },
  'the same names for the vault': {
    files: { 'theme.json': example('/clients/web/themes/2/name', 'Dark') },
    runs: [
      ['convert --check theme.json', 0, /no conversion/],
      ['validate theme.json', 0, { not: /duplicate/ }],
      ['validate --target ocis-7 theme.json', 0, /duplicate-theme-name/, /knows no modes/],
      ['resolve --mode vault --stored Dark theme.json', 0, /Theme "Dark"/],
    ],
  },
  'a brand colour that neither text colour of the theme fits': {
    files: {
      'theme.json': {
        web: {
          default: {
            designTokens: {
              colorPalette: {
                'swatch-brand-default': '#777777',
                'text-inverse': '#888888',
                'text-default': '#666666',
              },
            },
          },
        },
      },
    },
    runs: [
      [
        'convert --add-contrast theme.json',
        0,
        /"swatch-brand-contrast": "#(?:000000|ffffff)"/i,
        /text-inverse/,
      ],
    ],
  },
  'share roles under their former name': {
    files: {
      'theme.json': setAt(
        example('/common/roles', { x: { iconName: 'star' } }),
        '/common/shareRoles',
        undefined,
      ),
    },
    runs: [
      ['validate theme.json', 0, /Did you mean "shareRoles"/],
      ['convert theme.json', 0, /"shareRoles": \{\s*"x"/, { not: /"roles"/ }],
    ],
  },
  'a theme that the settings name, under a name of its own': {
    files: {
      [`${themes}/acme/blue.json`]: exampleLegacyTheme(),
      'server.env': 'WEB_UI_THEME_PATH=/themes/acme/blue.json\n',
    },
    runs: [
      ['migrate data --settings server.env', 1, /convert themes\/acme\/blue\.json/, { not: /Nothing to do/ }],
      ['migrate data', 0, /blue\.json.*not/],
    ],
  },
  'a theme that the web configuration names by its address': {
    files: {
      [`${themes}/acme/theme.json`]: exampleLegacyTheme(),
      'config.json': {
        theme: 'https://cloud.example/themes/acme/theme.json',
        options: { imprintUrl: 'https://acme.example/i' },
      },
    },
    runs: [
      ['migrate data --web-config config.json', 1, /themes\/acme\/theme\.json/, { not: /Nothing to do/ }],
    ],
  },
  'a theme of a ConfigMap, current but for its shape': {
    files: {
      [`${themes}/acme/..2027/theme.json`]: exampleLegacyTheme(),
      [`${themes}/acme/..data`]: { link: '..2027' },
      [`${themes}/acme/theme.json`]: { link: '..data/theme.json' },
      'server.env': 'WEB_UI_THEME_PATH=/themes/acme/theme.json\n',
    },
    runs: [
      ['validate data', 1, /1 error in 1 file/, { not: /\.\.2027/ }],
      ['migrate data --settings server.env', 1, /ConfigMap/, /"clients"/],
    ],
  },
  'tokens of OpenCloud where its client drops them': {
    files: {
      'theme.json': {
        common: {
          urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
          designTokens: { roles: { primary: '#00f' } },
        },
        clients: { web: { defaults: {}, themes: [{ label: 'L', isDark: false }] } },
      },
    },
    runs: [
      [
        'validate --target opencloud-4 theme.json',
        1,
        /missing-design-tokens/,
        /\/clients\/web\/defaults\/designTokens/,
      ],
    ],
  },
  'nothing but defaults and an empty list': {
    files: { 'theme.json': { clients: { web: { defaults: {}, themes: [] } } } },
    runs: [
      ['validate --target opencloud-7.3 theme.json', 1, /no-theme/, /"label"/, { not: /loginPage/ }],
      ['validate theme.json', 1, /"loginPage" is missing/],
    ],
  },
  'a part of a theme on a plain web server': {
    files: { [branding]: { common: { name: 'Acme' } } },
    runs: [
      [`validate --served static ${branding}`, 0, /branding-not-read/],
      [`validate --served static --as theme ${branding}`, 1, /missing-key/],
    ],
  },
  'a theme in Latin-1 with a byte-order mark of another': {
    files: {
      'latin1.json': Buffer.from(JSON.stringify(example('/common/slogan', 'Für alle')), 'latin1'),
      'mark.json': `\ufeff${JSON.stringify(exampleTheme())}`,
    },
    runs: [
      ['validate latin1.json', 0, /wrong-encoding/, /Save it as UTF-8/],
      ['convert latin1.json', 2, /wrong-encoding/],
      ['validate mark.json', 1, /byte-order-mark/],
      ['validate --served static mark.json', 0, /byte-order-mark/],
    ],
  },
  'a typing mistake that all that follows hangs on': {
    files: {
      'theme.json': '{\n  "clients": {\n    "web": #{\n      "defaults": {}, "themes": []\n    }\n  }\n}\n',
    },
    runs: [['validate theme.json', 1, /1 error in 1 file/, /theme\.json:3:12/]],
  },
  'nesting without end': {
    files: { 'theme.json': `{"common":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}` },
    runs: ['detect', 'resolve', 'convert', 'validate'].map(
      (verb) =>
        [`${verb} theme.json`, verb === 'validate' ? 1 : 2, /levels deep/, { not: /\n\s+at / }] as const,
    ),
  },
}

const root = mkdtempSync(path.join(tmpdir(), 'theme-convert-field-'))
afterAll(() => rmSync(root, { recursive: true }))

function write(cwd: string, file: string, content: Content): void {
  const at = path.join(cwd, file)
  mkdirSync(path.dirname(at), { recursive: true })
  if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, at)
  else if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(at, content)
  else writeFileSync(at, JSON.stringify(content))
}

describe('files as people have them', () => {
  it.each(Object.entries(cases).map(([name, one], index) => [name, one, index] as const))(
    '%s',
    async (_, { files, runs }, index) => {
      const cwd = path.join(root, String(index))
      for (const [file, content] of Object.entries(files)) write(cwd, file, content)
      const inputs = Object.keys(files).filter((file) => statSync(path.join(cwd, file)).isFile())
      const read = () => inputs.map((file) => readFileSync(path.join(cwd, file)))
      const before = read()
      for (const [args, status, ...says] of runs) {
        const result = await runInProcess(args.split(' '), { cwd })
        const all = result.stdout + result.stderr
        expect({ args, status: result.status, all }).toMatchObject({ status })
        for (const said of says) {
          if (said instanceof RegExp) expect(all, args).toMatch(said)
          else expect(all, args).not.toMatch(said.not)
        }
      }
      // Whatever was said, nothing was written.
      expect(read()).toEqual(before)
    },
  )

  it('are more than twenty kinds', () => {
    expect(Object.keys(cases).length).toBeGreaterThan(20)
  })
})
