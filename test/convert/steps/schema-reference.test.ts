import { expect, it } from 'vitest'
import { referToSchema } from '../../../src/convert/steps/schema-reference.js'
import { stepped } from '../../support/draft.js'

const address = (name: string) => `https://unpkg.com/theme-convert/schemas/${name}.json`
const file = ($schema: string) => ({ $schema, clients: { web: { defaults: {}, themes: [] } } })

it.each([
  ['./mine.json', undefined, './mine.json', ['kept']],
  [address('ocis-6'), undefined, address('ocis-8'), ['rewritten']],
  [address('ocis-6'), true, address('ocis-8'), ['rewritten']],
  [address('legacy-unwrapped'), undefined, undefined, ['dropped']],
  ['./mine.json', true, address('ocis-8'), ['superseded']],
  ['./mine.json', './mine.json', './mine.json', ['kept']],
  ['./mine.json', false, './mine.json', ['kept']],
])('%s with the option %s becomes %s', (before, schema, after, actions) => {
  const { theme, from, to } = stepped(referToSchema, file(before), schema === undefined ? {} : { schema })
  expect(theme['$schema']).toBe(after)
  expect(from('/$schema').map(([action]) => action)).toEqual(actions)
  if (actions[0] === 'superseded') expect(to('/$schema')).toEqual([['added', null]])
})
