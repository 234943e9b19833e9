import { expect, it } from 'vitest'
import { addServerValues } from '../../../src/convert/steps/server-values.js'
import { stepped } from '../../support/draft.js'

it('adds nothing to a file in which nothing else changes', () => {
  const document = { common: { name: 'A' }, clients: { web: { defaults: {}, themes: [{ name: 'a' }] } } }
  expect(stepped(addServerValues, document).common).toEqual({ name: 'A' })
})

it("adds the share roles where anything changes, and leaves the file's own", () => {
  const roles = (document: object) => stepped(addServerValues, document).common['shareRoles']
  expect(
    Object.keys(roles({ common: {}, web: { defaults: {}, themes: [{ name: 'a' }] } }) ?? {}),
  ).toHaveLength(13)
  const own = { x: { iconName: 'eye' } }
  expect(roles({ common: { shareRoles: own }, web: { defaults: {}, themes: [{}] } })).toEqual(own)
})
