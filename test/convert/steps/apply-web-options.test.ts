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

it('does nothing without an option', () => {
  const document = file('', {}, {})
  for (const options of [{}, { webOptions: {} }, { webOptions: { imprintUrl: '' } }]) {
    const { common: root, codes } = stepped(applyWebOptions, document, options)
    expect(root).toEqual(common(''))
    expect(codes).toEqual([])
  }
})
