import { expect, it } from 'vitest'
import { settleLeftoverGroups } from '../../../src/convert/steps/leftover-groups.js'
import { exampleTheme } from '../../../src/shipped/example-themes.js'
import { changed } from '../../support/change.js'
import { stepped } from '../../support/draft.js'

const imprint = '/common/urls/imprint'
const general = '/clients/web/defaults/general'

/** The example theme with a group of old themes, and what stands at the place of its link. */
const withGroup = (group: object, present: string | undefined, at = general) => {
  const document = changed(exampleTheme(), { at, value: group as never }) as never
  return changed(document, { at: imprint, ...(present !== undefined && { value: present }) }) as object
}

it.each([undefined, ''])(
  'moves a link of an old group to where clients read it, instead of %j',
  (present) => {
    const document = withGroup({ imprintUrl: 'https://own.example' }, present)
    const { common, defaults, findings, from } = stepped(settleLeftoverGroups, document)
    expect(common['urls']).toMatchObject({ imprint: 'https://own.example' })
    expect(defaults).not.toHaveProperty('general')
    expect(from(`${general}/imprintUrl`)).toEqual([['moved', imprint]])
    expect(from(imprint)).toEqual(present === undefined ? [] : [['superseded', null]])
    expect(findings).toEqual([['ignored-generation', `${general}/imprintUrl`]])
  },
)

it("replaces the shipped name by the author's", () => {
  const document = changed(withGroup({ name: 'Acme' }, '') as never, {
    at: '/common/name',
    value: 'ownCloud',
  }) as object
  const { common, from } = stepped(settleLeftoverGroups, document)
  expect(common['name']).toBe('Acme')
  expect(from('/common/name')).toEqual([['superseded', null]])
})

it('keeps what clients read, and says what the old group has instead', () => {
  const { common, findings, from } = stepped(settleLeftoverGroups, withGroup({ imprintUrl: 'old' }, 'read'))
  expect(common['urls']).toMatchObject({ imprint: 'read' })
  expect(from(`${general}/imprintUrl`)).toEqual([['superseded', null]])
  expect(findings).toEqual([['value-dropped', `${general}/imprintUrl`]])
})

it('merges a link with an identical one without a word, and an empty one with any', () => {
  const same = stepped(settleLeftoverGroups, withGroup({ imprintUrl: 'same' }, 'same'))
  expect(same.from(`${general}/imprintUrl`)).toEqual([['shared', imprint]])
  const empty = stepped(settleLeftoverGroups, withGroup({ imprintUrl: '' }, undefined))
  expect(empty.from(`${general}/imprintUrl`)).toEqual([['superseded', null]])
  expect(empty.common['urls']).not.toHaveProperty('imprint')
  expect([...same.findings, ...empty.findings]).toEqual([])
})

it.each([
  [{ helpDeskText: 'Call us' }, 'helpDeskText'],
  [{ ours: 'x' }, 'ours'],
  [{ toString: 'x' }, 'toString'],
  [{ imprintUrl: 5 }, 'imprintUrl'],
])('drops %j, which has no place, and says so', (group, key) => {
  const { findings, from, draft } = stepped(settleLeftoverGroups, withGroup(group, 'x'))
  expect(from(`${general}/${key}`)).toEqual([['dropped', null]])
  expect(findings).toEqual([['value-dropped', `${general}/${key}`]])
  expect(draft.findings.listed[0]?.message).toContain(`${general}/${key}`)
})

it('drops what is left of an old theme at the root, and only there', () => {
  const old = { general: { name: 'Old' } }
  const { theme, findings, from } = stepped(settleLeftoverGroups, { ...exampleTheme(), default: old })
  expect(theme).not.toHaveProperty('default')
  expect(from('/default/general/name')).toEqual([['dropped', null]])
  expect(findings).toEqual([['value-dropped', '/default']])
  const inLayer = stepped(
    settleLeftoverGroups,
    changed(exampleTheme(), { at: '/clients/web/themes/0/default', value: old }) as object,
  )
  expect(inLayer.themes[0]).toMatchObject({ default: old })
  expect(inLayer.findings).toEqual([])
})

it('looks only at groups of a scope, not at keys of the same name in them', () => {
  const banner = { general: { name: 'x' } }
  const { defaults, findings } = stepped(
    settleLeftoverGroups,
    changed(exampleTheme(), { at: '/clients/web/defaults/appBanner', value: banner }) as object,
  )
  expect(defaults['appBanner']).toEqual(banner)
  expect(findings).toEqual([])
})

it('leaves the groups of old files to the steps that convert them', () => {
  const document = { general: { name: 'Old' }, colors: {} }
  const { findings, from } = stepped(settleLeftoverGroups, document)
  expect(findings).toEqual([])
  expect(from('/general/name')).not.toContainEqual(['dropped', null])
})

it('takes the place of a link only where it is empty or the shipped one', () => {
  const document = changed(withGroup({ name: 'Acme' }, '') as never, { at: '/common/name', value: '' })
  const { common, findings } = stepped(settleLeftoverGroups, document as object)
  expect(common['name']).toBe('Acme')
  expect(findings).toEqual([['ignored-generation', `${general}/name`]])
})
