import { expect, it } from 'vitest'
import { liftTokens } from '../../../src/convert/steps/lift-tokens.js'
import { stepped } from '../../support/draft.js'

const legacy = (...all: object[]) => ({
  web: Object.fromEntries(all.map((designTokens, index) => [`t${index}`, { general: {}, designTokens }])),
})
const palette = (colorPalette: object) => ({ colorPalette })

it('shares what every theme sets alike', () => {
  const document = legacy(palette({ a: '1', b: '2' }), palette({ b: '2', a: '3' }))
  const { defaults, themes, from } = stepped(liftTokens, document)
  expect(defaults).toEqual({ designTokens: palette({ b: '2' }) })
  expect(themes).toEqual([{ designTokens: palette({ a: '1' }) }, { designTokens: palette({ a: '3' }) }])
  const to = '/clients/web/defaults/designTokens/colorPalette/b'
  expect(from('/web/t0/designTokens/colorPalette/b')).toEqual([['moved', to]])
  expect(from('/web/t1/designTokens/colorPalette/b')).toEqual([['shared', to]])
})

it.each([
  [palette({ a: '1' }), {}],
  [palette({ a: '1' }), palette({ a: '' })],
  [palette({ toString: '1' }), palette({})],
])('shares no token of %j with %j', (first, second) => {
  expect(stepped(liftTokens, legacy(first, second)).defaults).toEqual({})
})

it('leaves out empty tokens that no theme sets, and says so once for each group', () => {
  const { themes, findings, messages, from } = stepped(liftTokens, legacy(palette({ a: '', b: '', c: '1' })))
  expect(themes).toEqual([{ designTokens: palette({ c: '1' }) }])
  expect(findings).toEqual([['tokens-unset', '/web/t0/designTokens/colorPalette']])
  expect(messages).toEqual([expect.stringMatching(/^2 empty tokens .* colorPalette: .* sets them/)])
  expect(from('/web/t0/designTokens/colorPalette/a')).toEqual([['dropped', null]])
  const both = stepped(liftTokens, legacy(palette({ a: '' }), palette({ a: '' })))
  expect([both.defaults, ...both.themes]).toEqual([{}, {}, {}])
  expect(both.messages).toEqual([expect.stringMatching(/^1 empty token .* in 2 themes: .* sets it,/)])
  expect(both.findings).toEqual([['tokens-unset', '/web/t0/designTokens/colorPalette']])
  const differing = stepped(liftTokens, legacy(palette({ a: '' }), palette({ a: '', b: '' }), {}))
  expect(differing.messages).toEqual([expect.stringMatching(/^2 empty tokens .* in 2 themes:/)])
})

it('keeps an empty token that another theme sets', () => {
  const { themes } = stepped(liftTokens, legacy(palette({ a: '' }), palette({ a: '1' })))
  expect(themes[0]).toEqual({ designTokens: palette({ a: '' }) })
})

it('treats the font family alike', () => {
  const font = (fontFamily: string) => ({ fontFamily })
  const alike = stepped(liftTokens, legacy(font('I'), font('I')))
  expect([alike.defaults, ...alike.themes]).toEqual([{ designTokens: font('I') }, {}, {}])
  const to = '/clients/web/defaults/designTokens/fontFamily'
  expect(alike.from('/web/t0/designTokens/fontFamily')).toEqual([['moved', to]])
  expect(alike.from('/web/t1/designTokens/fontFamily')).toEqual([['shared', to]])
  expect(stepped(liftTokens, legacy(font('I'), font('J'))).defaults).toEqual({})
  expect(stepped(liftTokens, legacy(font('I'))).themes).toEqual([{ designTokens: font('I') }])
  const unset = stepped(liftTokens, legacy(font(''), font('')))
  expect([unset.defaults, ...unset.themes]).toEqual([{}, {}, {}])
  const places = ['/web/t0/designTokens/fontFamily', '/web/t1/designTokens/fontFamily']
  expect(unset.findings).toEqual([['tokens-unset', places[0]]])
  expect(unset.messages[0]).toContain('empty fontFamily')
  for (const place of places) expect(unset.from(place)).toEqual([['dropped', null]])
  const some = stepped(liftTokens, legacy(font(''), font('J')))
  expect(some.themes).toEqual([{ designTokens: font('') }, { designTokens: font('J') }])
})
