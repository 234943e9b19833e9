import { expect, it } from 'vitest'
import { referToSchema } from '../../../src/convert/steps/schema-reference.js'
import { schemaAddress } from '../../../src/targets/schema-addresses.js'
import { stepped } from '../../support/draft.js'

const unversioned = (name: string) => `https://unpkg.com/theme-convert/schemas/${name}.json`
const older = (name: string) => `https://unpkg.com/theme-convert@0.0.9-rc.1/schemas/${name}.json`
const address = schemaAddress
const installed = (name: string) => `./node_modules/theme-convert/schemas/${name}.json`
const file = ($schema: string) => ({ $schema, clients: { web: { defaults: {}, themes: [] } } })

it.each([
  ['./mine.json', undefined, './mine.json', ['kept']],
  // Ours follows the target, and stays as strict as it is.
  [unversioned('ocis-6'), undefined, address('ocis-8'), ['rewritten']],
  [older('opencloud-7.3'), undefined, address('ocis-8'), ['rewritten']],
  [older('opencloud-7.3.strict'), undefined, address('ocis-8.strict'), ['rewritten']],
  // That of the target stays in the release of the package that it names.
  [unversioned('ocis-8'), undefined, unversioned('ocis-8'), ['kept']],
  [older('ocis-8.strict'), undefined, older('ocis-8.strict'), ['kept']],
  [address('ocis-8.strict'), true, address('ocis-8.strict'), ['kept']],
  [older('ocis-8'), true, address('ocis-8.strict'), ['rewritten']],
  [unversioned('ocis-6'), true, address('ocis-8.strict'), ['rewritten']],
  [unversioned('legacy-unwrapped'), undefined, undefined, ['dropped']],
  [older('legacy-wrapped'), undefined, undefined, ['dropped']],
  [older('branding'), undefined, older('branding'), ['kept']],
  [
    'https://unpkg.com/theme-convert-x@1/schemas/ocis-6.json',
    undefined,
    expect.stringContaining('-x@1'),
    ['kept'],
  ],
  [installed('ocis-7.strict'), undefined, installed('ocis-8.strict'), ['rewritten']],
  [installed('ocis-7'), true, installed('ocis-8.strict'), ['rewritten']],
  [installed('ocis-8'), undefined, installed('ocis-8'), ['kept']],
  [installed('legacy-wrapped'), undefined, undefined, ['dropped']],
  [
    '/srv/node_modules/theme-convert/schemas/opencloud-4.json',
    undefined,
    '/srv/node_modules/theme-convert/schemas/ocis-8.json',
    ['rewritten'],
  ],
  [
    '../my_node_modules/theme-convert/schemas/ocis-7.json',
    undefined,
    expect.stringContaining('ocis-7'),
    ['kept'],
  ],
  ['./mine.json', true, address('ocis-8.strict'), ['superseded']],
  ['./mine.json', './mine.json', './mine.json', ['kept']],
  ['./mine.json', false, './mine.json', ['kept']],
])('%s with the option %s becomes %s', (before, schema, after, actions) => {
  const { theme, from, to } = stepped(referToSchema, file(before), schema === undefined ? {} : { schema })
  expect(theme['$schema']).toEqual(after)
  expect(from('/$schema').map(([action]) => action)).toEqual(actions)
  if (actions[0] === 'superseded') expect(to('/$schema')).toEqual([['added', null]])
})
