import { expect, it } from 'vitest'
import { dropGoneSettings } from '../../../src/convert/steps/settings-gone.js'
import { stepped } from '../../support/draft.js'

const loginPage = { autoRedirect: true, backgroundImg: 'b' }
const file = { clients: { web: { defaults: { loginPage }, themes: [] } } }

it('leaves out what the target no longer reads, and says so', () => {
  const { defaults, findings, from } = stepped(dropGoneSettings, file)
  expect(defaults).toEqual({ loginPage: { backgroundImg: 'b' } })
  expect(findings).toEqual([['setting-gone', '/clients/web/defaults/loginPage/autoRedirect']])
  expect(from('/clients/web/defaults/loginPage/autoRedirect')).toEqual([['dropped', null]])
})

it.each([
  [{ medium: '1px', small: '' }, 1],
  [{ medium: '', small: '' }, 0],
  [{}, 0],
])('says that %j was read %i times', (spacing, times) => {
  const document = { clients: { web: { defaults: {}, themes: [{ label: 'a', designTokens: { spacing } }] } } }
  const { findings, messages, themes } = stepped(dropGoneSettings, document, { target: 'opencloud-4' })
  const at = '/clients/web/themes/0/designTokens/spacing'
  expect(themes[0]?.['designTokens'] ?? {}).toEqual({})
  expect(findings).toEqual(times === 1 ? [['setting-gone', at]] : [])
  if (times === 1) expect(messages[0]).toContain(at)
})

it('says nothing of legacy files, and keeps it where it is read', () => {
  const legacy = stepped(dropGoneSettings, { web: { default: { loginPage } } })
  expect(legacy.themes).toEqual([{ loginPage: { backgroundImg: 'b' } }])
  expect(legacy.codes).toEqual([])
  expect(stepped(dropGoneSettings, file, { target: 'ocis-5' }).defaults).toEqual({ loginPage })
})
