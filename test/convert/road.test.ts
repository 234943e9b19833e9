import { describe, expect, it } from 'vitest'
import { targets } from '../../src/index.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import { carried } from '../support/draft.js'

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
