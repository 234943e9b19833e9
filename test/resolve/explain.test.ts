import { describe, expect, it } from 'vitest'
import { explain, type ResolveOptions, targets } from '../../src/index.js'
import { common, layeredFile as file } from '../support/layered-file.js'
import { openCloudTargets } from '../support/targets.js'

describe('explain', () => {
  const themes = [
    { name: 'Light', isDark: false, logo: { topbar: 't.svg', favicon: 't.png', login: 't.svg' } },
  ]
  const branding = { clients: { web: { defaults: { logo: { topbar: 'u.png', login: 'u.png' } } } } }
  const chain = (subject: string, document: unknown, options: ResolveOptions = {}) =>
    explain(document, subject, { target: 'ocis-8', ...options }).steps.map(
      ({ layer, source, value, wins }) => [layer, source, value, wins],
    )

  it('names every layer that gives a value, highest first', () => {
    expect(chain('/logo/topbar', file({ themes }), { branding })).toEqual([
      ['theme', 'file', 't.svg', true],
      ['defaults', 'branding', 'u.png', false],
      ['defaults', 'file', 'd.svg', false],
    ])
    expect(chain('/common/name', file())).toEqual([['common', 'file', 'Acme', true]])
    expect(chain('/common/shareRoles/b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5/iconName', file())).toEqual([
      ['common', 'server', 'eye', true],
    ])
    expect(chain('/general/name', { default: { logo: { sidebar: 's' } } })).toEqual([
      ['built-in', 'client', 'ownCloud', true],
    ])
  })

  it('follows a custom property down to the design system', () => {
    expect(chain('--oc-color-border', file())).toEqual([
      ['defaults', 'file', '#d', true],
      ['design-system', 'design-system', 'rgb(236, 235, 238)', false],
    ])
    const empty = file({
      themes: [{ name: 'L', isDark: false, designTokens: { colorPalette: { border: '' } } }],
    })
    expect(chain('--oc-color-border', empty)).toEqual([
      ['theme', 'file', '', false],
      ['defaults', 'file', '#d', false],
      ['design-system', 'design-system', 'rgb(236, 235, 238)', true],
    ])
    expect(explain(file(), '--oc-nothing').conclusion).toContain('--oc-nothing is not set')
    expect(explain(file(), '/logo').conclusion).toContain('a group of 3 values')
  })

  describe.each(openCloudTargets)('of a theme of OpenCloud for %s', (target) => {
    const defaults = {
      logo: 'a.svg',
      designTokens: {
        roles: { surface: '#eeeeee', surfaceContainer: '#dddddd' },
        colorPalette: { 'background-chrome': '#0b4f4a' },
      },
    }
    const openCloud = {
      common: { name: 'Acme', urls: { accessDeniedHelp: '', imprint: '', privacy: '' } },
      clients: {
        web: {
          defaults,
          themes: [
            { label: 'Dark', name: 'Dark', isDark: true, designTokens: { roles: { surface: '#111111' } } },
            { label: 'Empty', name: 'Empty', isDark: false, designTokens: { roles: { surface: '' } } },
          ],
        },
      },
    }
    const ofRole = (subject: string, theme: string) => chain(subject, openCloud, { target, theme })
    const hasRoles = target !== 'opencloud-1'

    it('ends at the design system of the release', () => {
      const { designTokens } = targets[target]
      const last = hasRoles ? 'role-on-surface-variant' : 'color-text-muted'
      expect(ofRole(`--oc-${last}`, 'Dark')).toEqual([
        ['design-system', 'design-system', designTokens[last], true],
      ])
      expect(designTokens[last]).toBeDefined()
    })

    it.runIf(hasRoles)('goes through theme and defaults', () => {
      const end = ['design-system', 'design-system', '#FFFFFF']
      expect(ofRole('--oc-role-surface', 'Dark')).toEqual([
        ['theme', 'file', '#111111', true],
        ['defaults', 'file', '#eeeeee', false],
        [...end, false],
      ])
      expect(ofRole('--oc-role-surface', 'Empty')).toEqual([
        ['theme', 'file', '', false],
        ['defaults', 'file', '#eeeeee', false],
        [...end, true],
      ])
      // Without a colour of its own, the frame has that of another role.
      expect(ofRole('--oc-role-chrome', 'Dark')).toEqual([
        ['defaults', 'file', '#dddddd', true],
        ['design-system', 'design-system', '#20434F', false],
      ])
    })

    it.runIf(!hasRoles)('knows no roles, and has the colours of the palette', () => {
      expect(ofRole('--oc-role-surface', 'Dark')).toEqual([])
      expect(ofRole('--oc-color-background-chrome', 'Dark')).toEqual([
        ['defaults', 'file', '#0b4f4a', true],
        ['design-system', 'design-system', '#20434F', false],
      ])
    })
  })
})

describe('the conclusion', () => {
  const plain = { target: 'ocis-8', served: 'static' } as const
  const inTheme = (designTokens: object) =>
    file({ themes: [{ name: 'L', isDark: false, designTokens } as never] })
  const branding = { common: { logo: 'b.png' } }
  const role = '/common/shareRoles/b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5/iconName'
  const tag = '/designTokens/tagColorsList'

  it.each<[string, unknown, string, ResolveOptions, string]>([
    ['a value', file(), '/logo/topbar', plain, 'is "d.svg", from the defaults of the client.'],
    ['another type', file(), '/isDark', plain, 'is false, from the theme.'],
    ['null', file({ defaults: { loginPage: null } }), '/loginPage', plain, 'is null, from the defaults'],
    [
      'the branding',
      file(),
      '/common/logo',
      { branding },
      'is "b.png", from the root\'s common (the branding file).',
    ],
    ['the server', file(), role, {}, 'is "eye", from the root\'s common (the server\'s own values).'],
    [
      'an empty object',
      file({ defaults: { loginPage: {} } }),
      '/loginPage',
      plain,
      'is an empty object, from',
    ],
    [
      'an empty list',
      inTheme({ tagColorsList: [] }),
      tag,
      { ...plain, target: 'ocis-next' },
      'is an empty array,',
    ],
    [
      'unread keys',
      file({ defaults: { loginPage: { x: 1 } } }),
      '/loginPage',
      plain,
      'is an object without keys',
    ],
    ['a group', file(), '/common/urls', plain, 'is a group of 3 values'],
    ['nothing', file(), '/nothing', plain, 'has no value that this client reads'],
    [
      'a place in the file',
      file(),
      '/clients/web/defaults/logo/topbar',
      plain,
      'is a place in the file, which is /logo/topbar in the shown theme: pass that.',
    ],
    [
      'a place in a theme that is not shown',
      file(),
      '/clients/web/themes/7/logo/topbar',
      plain,
      'is a place in the file. Pass one in the shown theme, such as /',
    ],
    [
      'a misspelt place',
      file(),
      '/logo/topbr',
      plain,
      'has no value that this client reads. Did you mean /logo/topbar?',
    ],
    [
      'a misspelt property',
      file(),
      '--oc-space-smal',
      plain,
      'is not set, and the design system of this release has no such token. Did you mean --oc-space-small?',
    ],
    [
      'a misspelt property without a default',
      file(),
      '--oc-color-backgroundsidebar',
      plain,
      'is not set, and the design system of this release has no such token. Did you mean --oc-color-background-sidebar?',
    ],
    ['no such property', file(), '--oc-color-x', plain, 'is not set, and the design system'],
    ['a property', file(), '--oc-color-border', plain, 'is "#d", from the defaults of the client.'],
    ['the design system', file(), '--oc-space-small', plain, 'is "8px", from the design system.'],
    ['a font', inTheme({ fontFamily: 'Inter' }), '--oc-font-family', plain, 'is "Inter", from the theme.'],
    [
      'no properties asked for',
      file(),
      '--oc-color-border',
      { ...plain, properties: false },
      'is "#d", from',
    ],
    ['no origins asked for', file(), '/logo/topbar', { ...plain, provenance: false }, 'is "d.svg", from'],
  ])('about %s', (_, document, subject, options, conclusion) => {
    expect(explain(document, subject, options).conclusion).toContain(`${subject} ${conclusion}`)
  })

  it('says that no theme is shown', () => {
    expect(explain(file(), '/name', { theme: 'x' })).toMatchObject({
      value: undefined,
      steps: [],
      conclusion: 'No theme is shown.',
    })
  })

  it('of what nobody sets has neither value nor steps', () => {
    for (const subject of ['/nothing', '/logo', '--oc-nothing'])
      expect(explain(file(), subject)).toMatchObject({ value: undefined, steps: [] })
  })

  it('of a legacy theme goes by the tokens and rules of its client', () => {
    const document = { web: { default: { designTokens: { colorPalette: { 'icon-folder': '#1' } } } } }
    expect(explain(document, '--oc-color-icon-folder').conclusion).toMatch(/is "#1", from the theme/)
    const { conclusion, steps } = explain(document, '--oc-space-small')
    expect(conclusion).toMatch(/is "8px", from the design system/)
    expect(steps).toMatchObject([{ layer: 'design-system', source: 'design-system', pointer: 'space-small' }])
  })

  it.each([undefined, 5, 'topbar', '-oc-color-border', ''])('refuses %j as the subject', (subject) => {
    const call = () => explain(file(), subject as string)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(/custom property such as --oc-.* JSON Pointer such as \//)
    expect(call).toThrow(`not ${JSON.stringify(subject) ?? 'undefined'}.`)
  })
})

describe('the reason', () => {
  const reasons = (subject: string, document: unknown, options: ResolveOptions = {}) =>
    explain(document, subject, { target: 'ocis-8', served: 'static', ...options }).steps.map(
      ({ wins, reason }) => [wins, reason],
    )
  const tokens = (colorPalette: object) =>
    file({ themes: [{ name: 'L', isDark: false, designTokens: { colorPalette } } as never] })
  const ofRoles = (roles: object) => rolesWith('--oc-role-on-primary', roles)
  const rolesWith = (subject: string, roles: object) =>
    reasons(
      subject,
      {
        clients: {
          web: { defaults: {}, themes: [{ label: 'L', name: 'L', isDark: false, designTokens: { roles } }] },
        },
      },
      { target: 'opencloud-4' },
    )

  it('is whether other layers have a value', () => {
    expect(reasons('/logo/topbar', file())).toEqual([[true, 'only layer with a value']])
    expect(reasons('--oc-color-border', tokens({ border: '#t' }))).toEqual([
      [true, 'highest layer with a value'],
      [false, 'overridden by the theme'],
      [false, 'overridden by a higher layer'],
    ])
    expect(reasons('--oc-space-small', file())).toEqual([[true, 'not set in a higher layer']])
  })

  it('is an empty token above the design system', () => {
    expect(reasons('--oc-color-border', tokens({ border: '' }))).toEqual([
      [false, 'empty token: not set'],
      [false, 'overridden by the theme'],
      [true, 'not set in a higher layer'],
    ])
  })

  it('is another token that becomes the same property', () => {
    const last = [false, 'overridden by a higher layer']
    expect(ofRoles({ onPrimary: '#1', 'on-primary': '#2' })).toEqual([
      [false, 'overridden by /designTokens/roles/on-primary'],
      [true, 'only layer with a value'],
      last,
    ])
    expect(ofRoles({ onPrimary: '#1', 'on-primary': '' })).toEqual([
      [false, 'unset by an empty token'],
      [false, 'empty token: not set'],
      [true, 'not set in a higher layer'],
    ])
  })

  it('is an empty token where the design system has none', () => {
    const ofOther = rolesWith('--oc-role-my-own', { myOwn: '#1', 'my-own': '' })
    expect(ofOther).toEqual([
      [false, 'unset by an empty token'],
      [false, 'empty token: not set'],
    ])
  })

  it("is a common of the defaults only where the root's gave way to it", () => {
    const own = { ...common, name: 'Own' }
    const inTheme = [{ name: 'L', isDark: false, common: own }]
    const replaced = [false, "a common in the defaults replaces the root's entirely"]
    expect(reasons('/common/name', file({ defaults: { common: common }, themes: inTheme }))).toEqual([
      [true, 'highest layer with a value'],
      [false, 'overridden by the theme'],
      replaced,
    ])
    expect(reasons('/common/name', file({ themes: inTheme }))).toEqual([
      [true, 'highest layer with a value'],
      [false, 'overridden by the theme'],
    ])
    // The clients of OpenCloud merge the root's common key by key.
    const flat = {
      common: { name: 'Acme', slogan: 'Root', urls: {} },
      clients: { web: { defaults: { slogan: 'Own' }, themes: [{ label: 'L', isDark: false }] } },
    }
    expect(reasons('/slogan', flat, { target: 'opencloud-4' })).toEqual([
      [true, 'highest layer with a value'],
      [false, 'overridden by the defaults of the client'],
    ])
  })
})
