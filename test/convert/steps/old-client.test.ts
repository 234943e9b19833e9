import { expect, it } from 'vitest'
import type { Draft } from '../../../src/convert/draft.js'
import { oldClient } from '../../../src/convert/steps/old-client.js'
import { allReleases } from '../../../src/targets/index.js'

const clientOf = (facts: object) => oldClient({ releases: allReleases, ...facts } as Draft)

it.each([
  [
    'ownCloud Web 7',
    { generation: 'wrapped', product: 'ownCloud Web', hasLegacyThemes: true },
    'rgb(74, 118, 172)',
  ],
  [
    'ownCloud Web',
    { generation: 'current', product: 'ownCloud Web', hasLegacyThemes: false },
    'rgb(74, 118, 172)',
  ],
  ['OpenCloud', { generation: 'opencloud', product: 'OpenCloud', hasLegacyThemes: false }, '#20434f'],
  ['OpenCloud', { generation: 'branding', product: 'OpenCloud', hasLegacyThemes: false }, '#20434f'],
])('has the defaults of %s', (client, facts, color) => {
  const old = clientOf(facts)
  expect(old.client).toBe(client)
  expect(old.fallback('swatch-primary-default')).toBe(color)
  expect(old.fallback('nothing-of-this-name')).toBeUndefined()
})

it('has those of the newest ownCloud Web, which has icons that the first ones had not', () => {
  const { fallback } = clientOf({ generation: 'current', product: 'ownCloud Web', hasLegacyThemes: false })
  expect(fallback('icon-medical')).toBe('rgb(9, 132, 219)')
})
