import { describe, expect, it } from 'vitest'
import {
  type Draft,
  fallbackOf,
  isPresent,
  lose,
  note,
  pointerOf,
  put,
  share,
  valuesIn,
} from '../../src/convert/draft.js'
import type { LedgerEntry } from '../../src/convert/ledger.js'
import type { Value } from '../../src/formats/values.js'
import { convert } from '../../src/index.js'
import { stepped } from '../support/draft.js'
import { layeredFile } from '../support/layered-file.js'

/** A draft whose values and unknown keys are those of a file. */
const draftOf = (document: object): Draft => stepped(() => {}, document).draft
const value = (more: Partial<Value> = {}): Value => ({
  place: 'common.name',
  value: 'Acme',
  from: '/from',
  action: 'moved',
  reason: 'why',
  ...more,
})
const noted = (run: (draft: Draft) => void) => {
  const draft = { ...draftOf(layeredFile()), entries: [] as LedgerEntry[] }
  run(draft)
  return draft.entries.map(({ from, to, action }) => [from, to, action])
}

describe('a note in the ledger', () => {
  it.each<[string, Partial<Value>, string | null, unknown[]]>([
    ['a leaf that moved', {}, '/to', [['/from', '/to', 'moved']]],
    ['a leaf that stayed', {}, '/from', [['/from', '/from', 'kept']]],
    ['a leaf that is gone', {}, null, [['/from', null, 'moved']]],
    [
      'each leaf of an object',
      { value: { a: 1, 'b/c': [2, {}] } },
      '/to',
      [
        ['/from/a', '/to/a', 'moved'],
        ['/from/b~1c/0', '/to/b~1c/0', 'moved'],
        ['/from/b~1c/1', '/to/b~1c/1', 'moved'],
      ],
    ],
    ['an object that stayed', { value: { a: 1 } }, '/from', [['/from/a', '/from/a', 'kept']]],
    ['an object that is gone', { value: { a: 1 } }, null, [['/from/a', null, 'moved']]],
    ['an object that was made', { value: { a: 1 }, from: null }, '/to', [[null, '/to/a', 'moved']]],
    [
      'items whose places are known one by one',
      { value: ['#1', '#2'], leaves: ['/from/0', '/from/2'] },
      '/from',
      [
        ['/from/0', '/from/0', 'kept'],
        ['/from/2', '/from/1', 'moved'],
      ],
    ],
    [
      'such items that are gone',
      { value: ['#1', '#2'], leaves: ['/from/0', '/from/2'] },
      null,
      [
        ['/from/0', null, 'moved'],
        ['/from/2', null, 'moved'],
      ],
    ],
  ])('is about %s', (_, more, to, expected) => {
    const { action, reason, ...rest } = value(more)
    expect(noted((draft) => note(draft, rest, to, action, reason))).toEqual(expected)
  })

  it('is about values of the input alone where they are lost', () => {
    expect(noted((draft) => lose(draft, value(), 'dropped', 'why'))).toEqual([['/from', null, 'dropped']])
    expect(noted((draft) => lose(draft, value({ from: null }), 'dropped', 'why'))).toEqual([])
  })

  it.each<[string, Partial<Value>, unknown[]]>([
    ['as such', {}, [['/from', '/common/name', 'shared']]],
    ['as rewritten', { action: 'rewritten' }, [['/from', '/common/name', 'rewritten']]],
    ['not where it was made', { from: null, action: 'added' }, []],
    ['not where it is a default', { action: 'fallback' }, []],
  ])('is about a value that was shared: %s', (_, more, expected) => {
    expect(noted((draft) => share(draft, value(more), draft.root))).toEqual(expected)
  })

  it('follows the items of a list of which some are dropped', () => {
    const list = { designTokens: { tagColorsList: ['#111111', 5, '#222222'] } }
    const pointer = '/clients/web/defaults/designTokens/tagColorsList'
    const { ledger } = convert(layeredFile({ defaults: list }), {
      target: 'ocis-next',
      invalidValues: 'drop',
    })
    const about = ledger.entries.filter(({ from }) => from?.startsWith(pointer))
    expect(about.map(({ from, to, action }) => [from, to, action])).toEqual(
      expect.arrayContaining([
        [`${pointer}/0`, `${pointer}/0`, 'kept'],
        [`${pointer}/1`, null, 'dropped'],
        [`${pointer}/2`, `${pointer}/1`, 'moved'],
      ]),
    )
    expect(about).toHaveLength(3)
  })
})

describe('a place of a scope', () => {
  const { root, defaults } = draftOf({
    ...layeredFile({ defaults: { x: { y: 1 }, appBanner: { zz: 1 } } }),
    zz: 1,
  })

  it("has its pointer in the new file, also for keys that the target doesn't know", () => {
    expect(pointerOf(root, 'common.name')).toBe('/common/name')
    expect(pointerOf(defaults, 'logo.topbar')).toBe('/clients/web/defaults/logo/topbar')
    expect(pointerOf(root, '/zz')).toBe('/zz')
    expect(pointerOf(defaults, '/x')).toBe('/clients/web/defaults/x')
    expect(pointerOf(root, 'common/zz')).toBe('/common/zz')
    expect(pointerOf(defaults, '')).toBe('/clients/web/defaults')
  })

  it('has the values in it, those of unknown keys included', () => {
    const placesIn = (group: string) => valuesIn(defaults, group).map(({ place }) => place)
    expect(placesIn('logo').sort()).toEqual(['logo.favicon', 'logo.login', 'logo.topbar'])
    expect(placesIn('logo.topbar')).toEqual(['logo.topbar'])
    expect(placesIn('banner')).toEqual(['banner/zz'])
    expect(placesIn('nothing')).toEqual([])
  })

  it('may hold something itself, in it, or nothing', () => {
    for (const place of ['logo', 'logo.topbar', 'banner', '/x']) expect(isPresent(defaults, place)).toBe(true)
    for (const place of ['icons', 'login.autoRedirect', 'zz']) expect(isPresent(defaults, place)).toBe(false)
  })

  it('has the value that upstream ships, if any', () => {
    expect(fallbackOf(root, 'common.name')).toBe('ownCloud')
    expect(fallbackOf(root, 'nothing')).toBe(undefined)
  })

  it("takes a value, and one of a key that the target doesn't know", () => {
    const draft = draftOf(layeredFile())
    put(draft.root, value({ place: 'new' }))
    put(draft.root, { ...value({ place: '/other' }), group: '', key: 'other' } as Value)
    expect(valuesIn(draft.root, 'new')).toHaveLength(1)
    expect(draft.root.unknownKeys.has('/other')).toBe(true)
  })
})
