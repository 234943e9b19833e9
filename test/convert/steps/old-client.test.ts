import { expect, it } from 'vitest'
import { type OldClient, oldClient } from '../../../src/convert/steps/old-client.js'
import { type DraftOptions, stepped } from '../../support/draft.js'

type Target = NonNullable<DraftOptions['target']>

/** The client that a document is for, in a conversion to a target. */
function clientOf(document: object, target: Target): OldClient {
  let found: OldClient | undefined
  stepped(
    (draft) => {
      found = oldClient(draft)
    },
    document,
    { target },
  )
  return found as OldClient
}

const openCloud = (...tokens: object[]) => ({
  clients: {
    web: {
      defaults: {},
      themes: tokens.map((designTokens) => ({ label: 'a', isDark: false, designTokens })),
    },
  },
})
const roles = { surface: '#ffffff' }
const icons = { 'icon-pdf': '#ff0000' }

it.each([
  ['a legacy file', { web: { default: { general: { name: 'a' } } } }, 'ownCloud Web 7', 'ocis-next'],
  [
    'a current one',
    { clients: { web: { defaults: { logo: {} }, themes: [] } } },
    'ownCloud Web',
    'ocis-next',
  ],
])('is one of ownCloud for %s', (_, document, client, id) => {
  const old = clientOf(document, 'opencloud-7.3')
  expect([old.client, old.release.id]).toEqual([client, id])
})

it.each([
  ['a palette', openCloud({ colorPalette: { border: '#eeeeee' } }), 'OpenCloud Web 1', 'opencloud-1'],
  ['empty roles', openCloud({ roles: { surface: '' } }), 'OpenCloud Web 1', 'opencloud-1'],
  ['roles', openCloud({}, { roles }), 'OpenCloud Web 7.3', 'opencloud-7.3'],
  ['roles and icons', openCloud({ roles, colorPalette: icons }), 'OpenCloud Web 4 to 7.2', 'opencloud-4'],
  [
    'roles, and empty icons',
    openCloud({ roles, colorPalette: { 'icon-pdf': ' ' } }),
    'OpenCloud Web 7.3',
    'opencloud-7.3',
  ],
  ['roles and sizes', openCloud({ roles }, { sizes: { a: '1px' } }), 'OpenCloud Web 2 to 3', 'opencloud-2'],
])('is the newest release of OpenCloud that reads all of %s', (_, document, client, id) => {
  const old = clientOf(document, 'ocis-8')
  expect([old.client, old.release.id]).toEqual([client, id])
})

it.each([
  ['roles', openCloud({ roles }), 'opencloud-2', 'opencloud-2'],
  ['roles and icons', openCloud({ roles, colorPalette: icons }), 'opencloud-4', 'opencloud-4'],
  ['roles and icons', openCloud({ roles, colorPalette: icons }), 'opencloud-7.3', 'opencloud-4'],
  ['roles and sizes', openCloud({ roles, sizes: { a: '1px' } }), 'opencloud-4', 'opencloud-2'],
  ['a palette', openCloud({ colorPalette: { border: '#eeeeee' } }), 'opencloud-1', 'opencloud-1'],
] as const)('is the target if that reads all of %s for %s', (_, document, target, id) => {
  expect(clientOf(document, target).release.id).toBe(id)
})
