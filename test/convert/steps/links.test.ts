import { expect, it } from 'vitest'
import { gatherLinks } from '../../../src/convert/steps/links.js'
import { stepped } from '../../support/draft.js'

const legacy = (root: object, ...generals: object[]) => ({
  common: root,
  web: Object.fromEntries(generals.map((general, index) => [`t${index}`, { general }])),
})
const help = (result: ReturnType<typeof stepped>) =>
  result.themes.map(({ common }) => (common as { urls: Record<string, string> }).urls['accessDeniedHelp'])

it('gives every theme all links, empty for those that it had not', () => {
  const { themes, to } = stepped(gatherLinks, legacy({}, { imprintUrl: 'i' }))
  expect(themes).toEqual([{ common: { urls: { accessDeniedHelp: '', imprint: 'i', privacy: '' } } }])
  expect(to('/clients/web/themes/0/common/urls/privacy')).toEqual([['fallback', null]])
})

it.each([
  ['r', 'd', undefined, 'r', 'superseded'],
  ['', 'd', undefined, 'd', 'moved'],
  ['', 'd', 'o', '', 'superseded'],
  ['r', undefined, 'o', 'r', undefined],
  ['', 'd', 'javascript:o', 'd', 'moved'],
])('takes of root %j, theme %j and option %j %j', (root, desk, option, link, action) => {
  const document = legacy({ accessDeniedHelpUrl: root }, desk === undefined ? {} : { helpDeskLink: desk })
  const webOptions = option === undefined ? {} : { accessDeniedHelpUrl: option }
  const result = stepped(gatherLinks, document, { webOptions })
  expect(help(result)).toEqual([link])
  expect(result.from('/web/t0/general/helpDeskLink')[0]?.[0]).toBe(action)
  expect(result.from('/common/accessDeniedHelpUrl')).toHaveLength(1)
})

it('takes one language of a link that has several', () => {
  const result = stepped(gatherLinks, legacy({}, { helpDeskLink: { de: 'd', en_US: 'e', eng: 'x' } }))
  expect(help(result)).toEqual(['e'])
  expect(result.from('/web/t0/general/helpDeskLink/de')).toEqual([['dropped', null]])
  expect(result.findings).toEqual([['value-dropped', '/web/t0/general/helpDeskLink']])
})

it("gives the root's to a file without themes", () => {
  const { common } = stepped(gatherLinks, { common: { accessDeniedHelpUrl: 'r' }, web: {} })
  expect(common['urls']).toMatchObject({ accessDeniedHelp: 'r' })
})

it('notes an empty link of the root once where the old web options have one', () => {
  const document = legacy({ accessDeniedHelpUrl: '' }, { imprintUrl: 'i' }, { imprintUrl: 'j' })
  const { from, why, themes } = stepped(gatherLinks, document, { webOptions: { accessDeniedHelpUrl: 'o' } })
  expect(themes).toHaveLength(2)
  expect(from('/common/accessDeniedHelpUrl')).toEqual([['superseded', null]])
  expect(why('/common/accessDeniedHelpUrl')[0]).toContain('accessDeniedHelp')
})

it.each([
  [{ de: 'd' }, 'd', []],
  [{ de: '', fr: 'f' }, 'f', ['de']],
  [{ fren: 'x', 'en-GB': 'e' }, 'e', ['fren']],
  [{ token: 'x', en: '' }, 'x', ['en']],
])('takes of the languages %j the link %s', (helpDeskLink, link, dropped) => {
  const result = stepped(gatherLinks, legacy({}, { helpDeskLink }))
  expect(help(result)).toEqual([link])
  const lost = result.draft.entries.filter(({ action }) => action === 'dropped').map(({ from }) => from)
  expect(lost).toEqual(dropped.map((language) => `/web/t0/general/helpDeskLink/${language}`))
  expect(result.codes).toEqual(dropped.length === 0 ? [] : ['value-dropped'])
})
