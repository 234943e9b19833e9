import { expect, it } from 'vitest'
import { settleLogosAcross } from '../../../src/convert/steps/one-logo.js'
import { stepped } from '../../support/draft.js'

const file = (defaults: object, theme: object) => ({
  clients: { web: { defaults, themes: [{ name: 'a', ...theme }] } },
})
const logo = (value: object) => ({ logo: value })
const at = '/clients/web/themes/0/logo'

it.each([
  ['that of the login page alone', logo({ login: 'l' }), {}, 'l', 'moved'],
  ['the same twice', logo({ topbar: 't', login: 't' }), {}, 't', 'superseded'],
  ['the same in the defaults', logo({ login: 't' }), logo({ topbar: 't' }), undefined, 'superseded'],
])('makes one logo of %s, without a finding', (_, theme, defaults, image, action) => {
  const result = stepped(settleLogosAcross, file(defaults, theme), { target: 'opencloud-7.3' })
  expect(result.themes[0]?.['logo']).toBe(image)
  expect(result.from(`${at}/login`)).toEqual([[action, action === 'moved' ? at : null]])
  expect(result.why(`${at}/login`)).toEqual([expect.stringContaining('top bar')])
  expect(result.findings).toEqual([])
})

it('drops another logo of the login page, and names both', () => {
  const document = file({}, logo({ topbar: 'bar', login: 'page' }))
  const { themes, from, findings, messages, why } = stepped(settleLogosAcross, document, {
    target: 'opencloud-7.3',
  })
  expect(themes[0]?.['logo']).toBe('bar')
  expect(from(`${at}/login`)).toEqual([['dropped', null]])
  expect(why(`${at}/login`)).toEqual([expect.stringContaining('OpenCloud')])
  expect(findings).toEqual([['value-dropped', `${at}/login`]])
  expect(messages[0]).toMatch(/OpenCloud .*"bar".*"page"/)
})

it.each(['ocis-8', 'opencloud-7.3'] as const)('makes two of one for ownCloud (%s)', (target) => {
  const document = { clients: { web: { defaults: { logo: 'o' }, themes: [{ label: 'a' }] } } }
  const { defaults, to, why } = stepped(settleLogosAcross, document, { target })
  if (target === 'opencloud-7.3') expect(defaults).toEqual({ logo: 'o' })
  else {
    const source = '/clients/web/defaults/logo'
    expect(defaults).toEqual(logo({ topbar: 'o', login: 'o' }))
    expect(to(`${source}/login`)).toEqual([['fallback', source]])
    expect(why(`${source}/login`)).toEqual([expect.stringContaining('login page')])
  }
})

it('leaves files of ownCloud as they are for ownCloud', () => {
  const document = file(logo({ topbar: 't' }), {})
  expect(stepped(settleLogosAcross, document, { target: 'ocis-8' }).theme).toEqual(document)
})
