import { expect, it } from 'vitest'
import { completeLinks } from '../../../src/convert/steps/whole-links.js'
import { type DraftOptions, stepped } from '../../support/draft.js'

const file = (root: object | undefined, defaults: object, ...themes: object[]) => ({
  ...(root && { common: { urls: root } }),
  clients: { web: { defaults, themes: themes.map((theme) => ({ label: 'a', ...theme })) } },
})
const complete = (document: object, target: NonNullable<DraftOptions['target']>) =>
  stepped(completeLinks, document, { target })
const urls = (links: object) => ({ urls: links })

it.each(['opencloud-1', 'opencloud-2'] as const)(
  'gives each layer with links for %s what it lacks',
  (target) => {
    const document = file({ imprint: 'r' }, urls({ privacy: 'd' }), urls({ accessDeniedHelp: 't' }), {})
    const { common, defaults, themes, to, why } = complete(document, target)
    expect(common['urls']).toEqual({ accessDeniedHelp: '', imprint: 'r', privacy: '' })
    expect(defaults['urls']).toEqual({ accessDeniedHelp: '', imprint: 'r', privacy: 'd' })
    expect(themes[0]?.['urls']).toEqual({ accessDeniedHelp: 't', imprint: 'r', privacy: 'd' })
    expect(themes[1]).not.toHaveProperty('urls')
    expect(to('/clients/web/themes/0/urls/imprint')).toEqual([['fallback', null]])
    expect(why('/clients/web/themes/0/urls/imprint')).toEqual([expect.stringContaining('complete')])
  },
)

it.each([
  ['opencloud-4', file({ imprint: 'r' }, {})],
  ['opencloud-1', file(undefined, {}, {})],
  [
    'ocis-8',
    { common: { urls: { imprint: 'r' } }, clients: { web: { defaults: {}, themes: [{ name: 'a' }] } } },
  ],
] as const)('leaves %s what it takes: %j', (target, document) => {
  const { theme, findings } = complete(document, target)
  expect(theme).toEqual(document)
  expect(findings).toEqual([])
})

it('looks for a link below layers without any', () => {
  const { themes } = complete(file({ imprint: 'r' }, {}, urls({ privacy: 't' })), 'opencloud-1')
  expect(themes[0]?.['urls']).toEqual({ accessDeniedHelp: '', imprint: 'r', privacy: 't' })
})
