import { describe, expect, it } from 'vitest'
import { isConvertible, otherReleases } from '../../src/convert/read-source.js'
import { targets } from '../../src/index.js'
import { allReleases, targetOf } from '../../src/targets/index.js'
import { converted } from '../support/convert.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import { carried } from '../support/draft.js'
import { conversionTargets, openCloudTargets } from '../support/targets.js'

const openCloud = Object.values(targets).filter(({ family }) => family.generation === 'opencloud')
const file = {
  $schema: './mine.json',
  common: {
    name: 'Acme',
    logo: 'l.svg',
    urls: { accessDeniedHelp: '', imprint: 'i', privacy: '' },
    shareRoles: {},
    zz: 1,
  },
  clients: {
    ios: { a: [] },
    web: {
      defaults: { logo: 'd.svg', favicon: 'f.png', designTokens: { roles: { primary: '#1' }, zz: {} } },
      themes: [
        { label: 'Light', isDark: false, name: 'Own', zz: 2 },
        { label: 'Dark', isDark: true, designTokens: { roles: {} } },
      ],
    },
  },
}

describe.each(openCloud.filter(({ rowBorder }) => rowBorder !== undefined).map(({ id }) => id))(
  'a file of OpenCloud read and written for %s',
  (id) => {
    it('is the same file, every value kept', () => {
      const { theme, entries, diagnostics } = carried(file, id)
      expect(theme).toEqual(file)
      expect(entries.filter(({ action }) => action !== 'kept')).toEqual([])
      expect(diagnostics).toEqual([])
    })
  },
)

it.skipIf(!hasCorpus).each([
  ['opencloud/opencloud-1.0.json', 'opencloud-1'],
  ['opencloud/server-4.1.json', 'opencloud-4'],
] as const)('the real file %s stays as it is for %s', (name, id) => {
  const found = corpusFiles('opencloud').find((each) => each.file === name)
  const { theme, entries } = carried(found?.document as object, id)
  expect(theme).toEqual(found?.document)
  expect(entries.every(({ action }) => action === 'kept')).toBe(true)
})

it('keys are written in the order of the schema, unknown ones last', () => {
  const { theme } = carried(
    { clients: { ios: {}, web: { themes: [], defaults: {} } }, extra: 1, common: {} },
    'ocis-5',
  )
  expect(Object.keys(theme)).toEqual(['common', 'clients', 'extra'])
  expect(Object.keys(theme['common'] as object)).toEqual(['name', 'slogan', 'logo', 'urls'])
})

describe('the generations that themes are converted from', () => {
  it.each(['flat', 'named', 'wrapped', 'unwrapped', 'current', 'opencloud'] as const)(
    'are %s',
    (generation) => {
      expect(isConvertible(generation)).toBe(true)
    },
  )

  it.each(['branding', 'mixed', 'unknown'] as const)('are not %s', (generation) => {
    expect(isConvertible(generation)).toBe(false)
  })
})

describe.each([{ product: conversionTargets }, { product: openCloudTargets }])(
  'the releases of $product',
  ({ product }) => {
    it.each(product)('other than %s are all but it, the newest first', (id) => {
      const others = otherReleases({ target: targetOf(id), releases: allReleases }).map((other) => other.id)
      expect(others).toEqual(product.filter((other) => other !== id).reverse())
    })
  },
)

describe('texts without a successor', () => {
  it('are told of, because users saw them', () => {
    const document = { web: { default: { general: { name: 'Acme', helpDeskText: 'Call us' } } } }
    const { diagnostics, from } = converted(document)
    const pointer = '/web/default/general/helpDeskText'
    const found = diagnostics.find((finding) => finding.pointer === pointer)
    expect(found).toMatchObject({ code: 'value-dropped', severity: 'warning' })
    expect(found?.message).toMatch(/^helpDeskText has no successor: .*help desk\. It was dropped\.$/)
    expect(from(pointer)).toMatchObject([{ action: 'dropped', to: null }])
  })

  it('are none that a newer name outranks', () => {
    const document = { default: { general: { name: 'Acme' }, logo: { topbar: 'a.svg', sidebar: 'b.svg' } } }
    const { diagnostics, from } = converted(document)
    expect(from('/default/logo/sidebar')).toMatchObject([{ action: 'superseded', to: null }])
    expect(diagnostics.map((finding) => finding.pointer)).not.toContain('/default/logo/sidebar')
  })

  it('are no settings, which are in the ledger alone', () => {
    const { diagnostics, from } = converted({
      general: { name: 'Acme' },
      filesList: { hideDefaultStatusIndicators: true },
    })
    const pointer = '/filesList/hideDefaultStatusIndicators'
    expect(from(pointer)).toMatchObject([{ action: 'dropped', to: null }])
    expect(diagnostics.map((finding) => finding.pointer)).not.toContain(pointer)
  })
})
