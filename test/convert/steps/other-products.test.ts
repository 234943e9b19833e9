import { expect, it } from 'vitest'
import { dropOtherProducts } from '../../../src/convert/steps/other-products.js'
import { stepped } from '../../support/draft.js'

it('leaves out what would make a theme look like one of OpenCloud', () => {
  const theme = { label: 'A', favicon: 'f.png', designTokens: { roles: { primary: '#1' } }, zz: 1 }
  const { themes, findings, from } = stepped(dropOtherProducts, { web: { defaults: {}, themes: [theme] } })
  expect(themes).toEqual([{ zz: 1 }])
  expect(findings.map(([, pointer]) => pointer)).toEqual([
    '/web/themes/0/label',
    '/web/themes/0/favicon',
    '/web/themes/0/designTokens/roles',
  ])
  expect(from('/web/themes/0/designTokens/roles/primary')).toEqual([['dropped', null]])
})

it('keeps what OpenCloud would not read either', () => {
  const draft = { web: { defaults: { label: 'x' }, themes: [{ label: {}, designTokens: { roles: 5 } }] } }
  const { defaults, themes, codes } = stepped(dropOtherProducts, draft)
  expect(defaults).toEqual({ label: 'x' })
  expect(themes).toEqual(draft.web.themes)
  expect(codes).toEqual([])
})
