import { expect, it } from 'vitest'
import type { Draft } from '../../../src/convert/draft.js'
import { fill, fillGroup, shippedValue, suppliedAt } from '../../../src/convert/steps/fallbacks.js'
import type { Spot } from '../../../src/formats/layout.js'
import { stepped } from '../../support/draft.js'

const file = { common: { name: 'A' }, clients: { web: { defaults: {}, themes: [{ name: 'a' }] } } }
/** What a function finds in a draft for a release. */
function found<Result>(
  look: (draft: Draft) => Result,
  target: 'ocis-5' | 'ocis-8' | 'opencloud-7.3',
): Result {
  let result: Result | undefined
  stepped(
    (draft) => {
      result = look(draft)
    },
    file,
    { target },
  )
  return result as Result
}

it('knows what the server adds to the root', () => {
  const at = (place: string, target: 'ocis-5' | 'ocis-8') =>
    found((draft) => suppliedAt(draft, place), target)
  expect(Object.keys(at('shareRoles', 'ocis-8') ?? {})).toHaveLength(13)
  // The object around what the server adds is none of its values.
  for (const place of ['common', 'common.name', 'nowhere']) expect(at(place, 'ocis-8')).toBeUndefined()
  expect(at('shareRoles', 'ocis-5')).toBeUndefined()
})

it('has the value that upstream ships, what the server adds, or nothing in it', () => {
  const of = (place: string) =>
    found((draft) => shippedValue(draft, draft.root.spots.get(place) as Spot), 'ocis-8')
  expect(of('common.name')).toBe('ownCloud')
  expect(of('shareRoles')).toHaveProperty('b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5')
  expect(of('common')).toEqual({})
})

it('fills what a group requires and the file lacks', () => {
  const step = (draft: Draft) =>
    fillGroup(draft, draft.root, draft.root.spots.get('common') as Spot, ({ place }) =>
      place === 'common.slogan' ? undefined : [place, 'made up'],
    )
  const { common, why, findings, messages } = stepped(step, file, { target: 'ocis-5' })
  expect(common).toEqual({
    name: 'A',
    logo: 'common.logo',
    urls: {
      accessDeniedHelp: 'urls.accessDeniedHelp',
      imprint: 'urls.imprint',
      privacy: 'urls.privacy',
    },
  })
  expect(why('/common/logo')).toEqual(['made up'])
  expect(findings[0]).toEqual(['fallback-used', '/common/logo'])
  expect(messages[0]).toMatch(/\/common\/logo, which .*oCIS 5.* requires.*"common.logo" \(made up\)/)
})

it.each(['', {}])('says nothing of %j, which nobody sees', (value) => {
  const { common, codes } = stepped((draft) => fill(draft, draft.root, 'common.slogan', value, 'x'), file)
  expect(common['slogan']).toEqual(value)
  expect(codes).toEqual([])
})
