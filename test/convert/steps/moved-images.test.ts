import { expect, it } from 'vitest'
import { moveImages } from '../../../src/convert/steps/moved-images.js'
import { stepped } from '../../support/draft.js'

const file = (logo: object) => ({ clients: { web: { defaults: { logo }, themes: [] } } })

it.each([
  ['branding/a.png', 'themes/_branding/a.png'],
  ['./branding/a.png', './themes/_branding/a.png'],
  ['/branding/a.png', '/themes/_branding/a.png'],
  ['themes/owncloud/favicon.jpg', 'themes/owncloud/assets/favicon.jpg'],
  ['/themes/owncloud/favicon.jpg', '/themes/owncloud/assets/favicon.jpg'],
])('%s becomes %s', (before, after) => {
  const { defaults, from } = stepped(moveImages, file({ topbar: before }))
  expect(defaults).toEqual({ logo: { topbar: after } })
  expect(from('/clients/web/defaults/logo/topbar')).toEqual([
    ['rewritten', '/clients/web/defaults/logo/topbar'],
  ])
})

it.each([
  ['branding/a.png', ['branding/a.png', 'themes/_branding/a.png', 'web/assets/']],
  ['themes/owncloud/favicon.jpg', ['no longer shipped', 'successor themes/owncloud/assets/favicon.jpg']],
  ['themes/owncloud/assets/cloud.svg', ['no longer shipped', 'no successor', 'dropped']],
])('says what became of %s', (image, parts) => {
  const { messages } = stepped(moveImages, file({ topbar: image }))
  expect(messages).toHaveLength(1)
  for (const part of parts) expect(messages[0]).toContain(part)
})

it('exchanges the favicons of OpenCloud 1.x and later releases', () => {
  const favicon = (image: string) => ({
    clients: { web: { defaults: { favicon: image }, themes: [{ label: 'a' }] } },
  })
  const [old, today] = ['themes/opencloud/assets/favicon.ico', 'themes/opencloud/assets/favicon.svg']
  const there = stepped(moveImages, favicon(`./${old}`), { target: 'opencloud-7.3' })
  expect(there.defaults).toEqual({ favicon: `./${today}` })
  expect(there.findings).toEqual([['file-gone', '/clients/web/defaults/favicon']])
  expect(there.messages[0]).toContain(`./${today}: servers of OpenCloud`)
  expect(stepped(moveImages, favicon(today), { target: 'opencloud-7.3' }).defaults).toEqual({
    favicon: today,
  })
})

it('moves a logo of the login page, which may become the only one of OpenCloud', () => {
  const { draft } = stepped(moveImages, file({ login: 'branding/a.png' }), { target: 'opencloud-7.3' })
  expect(draft.defaults.values.get('logo.login')).toMatchObject({
    value: 'themes/_branding/a.png',
    action: 'rewritten',
  })
})

it('goes back to where older servers look', () => {
  const { defaults } = stepped(moveImages, file({ topbar: 'themes/_branding/a.png' }), { target: 'ocis-5' })
  expect(defaults).toEqual({ logo: { topbar: 'branding/a.png' } })
})

it('leaves out what has no successor, and says each thing once', () => {
  const gone = 'themes/owncloud/assets/cloud.svg'
  const { defaults, findings, from } = stepped(moveImages, file({ topbar: gone, login: gone, favicon: 'f' }))
  expect(defaults).toEqual({ logo: { favicon: 'f' } })
  expect(findings).toEqual([['file-gone', '/clients/web/defaults/logo/topbar']])
  expect(from('/clients/web/defaults/logo/login')).toEqual([['dropped', null]])
})

it('looks at images only, those of later releases included', () => {
  const texts = { logo: { topbarSm: 'branding/s.png', href: 'branding/x' } }
  const document = { clients: { web: { defaults: texts, themes: [] } } }
  const { defaults } = stepped(moveImages, document, { target: 'ocis-6' })
  expect(defaults).toEqual({ logo: { topbarSm: 'themes/_branding/s.png', href: 'branding/x' } })
})
