import { expect, it } from 'vitest'
import { applyWebOptions } from '../../../src/convert/steps/apply-web-options.js'
import { stepped } from '../../support/draft.js'

const webOptions = { imprintUrl: 'old' }
const common = (imprint: string) => ({ urls: { imprint } })
const file = (root: string, defaults: object, ...themes: object[]) => ({
  common: common(root),
  clients: { web: { defaults, themes } },
})

it('fills every empty link, and notes what was empty', () => {
  const document = file('', { common: common('') }, { common: common('own') }, {})
  const {
    common: root,
    defaults,
    themes,
    codes,
    from,
    to,
  } = stepped(applyWebOptions, document, { webOptions })
  expect([root, defaults['common'], themes[0]?.['common']]).toEqual([
    common('old'),
    common('old'),
    common('own'),
  ])
  expect(codes).toEqual([])
  expect(from('/common/urls/imprint')).toEqual([['superseded', null]])
  expect(to('/common/urls/imprint')).toEqual([['added', null]])
})

it.each([
  [file('own', {}, {}), '/common/urls/imprint'],
  [file('', { common: common('d') }, {}), '/clients/web/defaults/common/urls/imprint'],
])('says that %j shows none of it', (document, pointer) => {
  expect(stepped(applyWebOptions, document, { webOptions }).findings).toEqual([
    ['web-option-unused', pointer],
  ])
})

it.each([
  ['a theme that lacks it', { common: { urls: { privacy: 'p' } } }, [{ label: 'a' }]],
  ['a theme with other links', {}, [{ label: 'a', urls: { privacy: 'p' } }]],
  ['no theme at all', {}, []],
])('adds a link to the root of OpenCloud, which merges link by link, for %s', (_, head, themes) => {
  const document = { ...head, clients: { web: { defaults: { favicon: 'f' }, themes } } }
  const result = stepped(applyWebOptions, document, { webOptions, target: 'opencloud-7.3' })
  expect(result.common['urls']).toMatchObject({ imprint: 'old' })
  expect(result.to('/common/urls/imprint')).toEqual([['added', null]])
  expect(result.why('/common/urls/imprint')).toEqual([expect.stringContaining('imprintUrl')])
  expect(result.codes).toEqual([])
})

it.each([
  [{ urls: { imprint: 'own' } }, {}],
  [{}, { urls: { imprint: 'own' } }],
])('keeps the link of OpenCloud in the defaults %j or the theme %j', (defaults, theme) => {
  const document = { clients: { web: { defaults, themes: [{ label: 'a', ...theme }] } } }
  const {
    codes,
    messages,
    theme: after,
  } = stepped(applyWebOptions, document, {
    webOptions,
    target: 'opencloud-7.3',
  })
  expect(after).toEqual(document)
  expect(codes).toEqual(['web-option-unused'])
  expect(messages[0]).toMatch(/"imprintUrl".*"own"/)
})

it('fills the links of a file without themes', () => {
  const { common: root, codes } = stepped(applyWebOptions, file('', {}), { webOptions })
  expect(root).toEqual(common('old'))
  expect(codes).toEqual([])
  const unused = stepped(applyWebOptions, file('', { common: common('d') }), { webOptions })
  expect(unused.findings).toEqual([['web-option-unused', '/clients/web/defaults/common/urls/imprint']])
})

it('does nothing without an option', () => {
  const document = file('', {}, {})
  for (const options of [{}, { webOptions: {} }, { webOptions: { imprintUrl: '' } }]) {
    const { common: root, codes, from } = stepped(applyWebOptions, document, options)
    expect(root).toEqual(common(''))
    expect(from('/common/urls/imprint')).toEqual([['kept', '/common/urls/imprint']])
    expect(codes).toEqual([])
  }
})

it('writes no link that runs a script, and keeps the own one', () => {
  for (const option of ['imprintUrl', 'privacyUrl', 'accessDeniedHelpUrl'])
    for (const link of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x']) {
      const webOptions = { [option]: link }
      const { codes, messages, theme } = stepped(applyWebOptions, file('', {}), { webOptions })
      expect([codes, theme]).toEqual([['web-option-unsafe'], file('', {})])
      expect(messages[0]).toMatch(new RegExp(`"${option}".*runs a script`))
    }
})
