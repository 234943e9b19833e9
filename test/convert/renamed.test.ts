import { describe, expect, it } from 'vitest'
import { carry } from '../../src/convert/carry.js'
import { bothProducts } from '../../src/convert/crossing.js'
import { type Draft, newDraft } from '../../src/convert/draft.js'
import { readChecked } from '../../src/convert/read-checked.js'
import { write } from '../../src/convert/write-document.js'
import { FindingCollection } from '../../src/findings/collection.js'
import { readDocument } from '../../src/formats/read-document.js'
import { makeReading } from '../../src/formats/reading.js'
import type { KeyNode } from '../../src/generated/places.js'
import { type ConvertOptions, detect } from '../../src/index.js'
import { valueAt } from '../../src/json/pointer.js'
import type { JsonObject } from '../../src/json/value.js'
import { allReleases, targetOf } from '../../src/targets/index.js'

const newNames: Readonly<Record<string, string>> = { backgroundImg: 'picture', appBanner: 'banner' }

/** The same keys with other names for some of them, as a made-up release might have them. */
function renamed(node: KeyNode): KeyNode {
  const { keys, items, required, ...rest } = node
  return {
    ...rest,
    ...(required && { required: required.map((key) => newNames[key] ?? key) }),
    ...(items && { items: renamed(items) }),
    ...(keys && {
      keys: Object.fromEntries(
        Object.entries(keys).map(([key, each]) => [newNames[key] ?? key, renamed(each)]),
      ),
    }),
  }
}

const released = targetOf('ocis-8')
const madeUp: Draft['target'] = {
  ...released,
  id: 'ocis-next',
  title: 'a made-up release',
  places: renamed(released.places),
  // The schema of the release doesn't know the keys of others.
  check: () => true,
}

function document(loginPage: unknown, more: Record<string, unknown> = {}): JsonObject {
  return {
    common: {
      name: 'Acme',
      slogan: 's',
      logo: 'c.svg',
      urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
      shareRoles: {},
    },
    clients: {
      web: {
        defaults: {
          logo: { topbar: 't.svg', favicon: 'f.png', login: 'l.svg' },
          loginPage,
          designTokens: { colorPalette: {} },
          ...more,
        },
        themes: [{ name: 'Light', isDark: false }],
      },
    },
  } as JsonObject
}

const defaults = '/clients/web/defaults'

function carriedTo(target: Draft['target'], input: JsonObject, options: ConvertOptions = {}) {
  const findings = new FindingCollection()
  const generation = detect(input).generation as 'current' | 'unwrapped'
  const base = { target, releases: allReleases, options, generation, findings }
  const source = readChecked(base, input, generation)
  const draft = source && carry(base, source, input, () => bothProducts)
  return {
    theme: draft && write(draft),
    entries: draft?.entries ?? [],
    found: findings.listed.map(({ code, pointer }) => [code, pointer]),
  }
}

describe('a key that another release has under another name', () => {
  it('moves to the name that the target has', () => {
    const { theme, entries, found } = carriedTo(madeUp, document({ backgroundImg: '/b.jpg' }))
    expect(valueAt(theme as JsonObject, `${defaults}/loginPage`)).toEqual({ picture: '/b.jpg' })
    expect(entries.filter(({ action }) => action !== 'kept')).toEqual([
      {
        from: `${defaults}/loginPage/backgroundImg`,
        to: `${defaults}/loginPage/picture`,
        action: 'moved',
        reason: expect.stringContaining('"backgroundImg"'),
      },
    ])
    expect(found).toEqual([])
  })

  it('comes back unchanged', () => {
    const input = document(
      { backgroundImg: '/b.jpg', zz: 1 },
      { appBanner: { title: 'Get the app', zz: [] } },
    )
    const there = carriedTo(madeUp, input).theme as JsonObject
    expect(valueAt(there, `${defaults}/banner`)).toEqual({ title: 'Get the app', zz: [] })
    const reading = makeReading({
      tree: released.places,
      others: [madeUp.places],
      hasLegacyThemes: false,
      reasonOf: () => 'it is read',
    })
    const source = readDocument(there, 'current', reading, new Set())
    const findings = new FindingCollection()
    const draft = newDraft(
      { target: released, releases: allReleases, options: {}, generation: 'current', findings },
      source,
    )
    expect(write(draft)).toEqual(input)
  })

  it('stays as it is beside a value under the name of the target', () => {
    const { theme, entries } = carriedTo(madeUp, document({ picture: '/p.jpg', backgroundImg: '/b.jpg' }))
    expect(valueAt(theme as JsonObject, `${defaults}/loginPage`)).toEqual({
      picture: '/p.jpg',
      backgroundImg: '/b.jpg',
    })
    expect(entries.every(({ action }) => action === 'kept')).toBe(true)
  })

  it('moves as a group, with what is in it', () => {
    const { theme, entries } = carriedTo(
      madeUp,
      document({ picture: '/p.jpg' }, { appBanner: { title: 'Get the app' } }),
    )
    expect(valueAt(theme as JsonObject, `${defaults}/banner/title`)).toBe('Get the app')
    expect(entries).toContainEqual(
      expect.objectContaining({
        from: `${defaults}/appBanner/title`,
        to: `${defaults}/banner/title`,
        action: 'moved',
      }),
    )
  })

  it('stops the conversion where something in it has the wrong type, told once for all releases', () => {
    const input = document({ backgroundImg: 5 }, { appBanner: { title: 7 }, logo: { topbar: 5 } })
    const { theme, found } = carriedTo(madeUp, input)
    expect(theme).toBeUndefined()
    expect(found).toEqual([
      ['wrong-type', `${defaults}/appBanner/title`],
      ['wrong-type', `${defaults}/loginPage/backgroundImg`],
    ])
  })

  it('is checked in a draft, too, where it stands there', () => {
    const { clients, ...root } = document({ backgroundImg: 5 }) as { clients: JsonObject }
    const { theme, found } = carriedTo(madeUp, { ...root, ...clients })
    expect(theme).toBeUndefined()
    expect(found).toEqual([['wrong-type', '/web/defaults/loginPage/backgroundImg']])
  })

  it('stops the conversion where it has the wrong type', () => {
    const { theme, found } = carriedTo(madeUp, document({ backgroundImg: 5 }))
    expect(theme).toBeUndefined()
    expect(found).toEqual([['wrong-type', `${defaults}/loginPage/backgroundImg`]])
  })

  it('is left out with the wrong type where the caller asks for it', () => {
    const { theme, entries, found } = carriedTo(madeUp, document({ backgroundImg: 5 }), {
      invalidValues: 'drop',
    })
    expect(found).toContainEqual(['value-invalid-dropped', `${defaults}/loginPage/backgroundImg`])
    expect(typeof valueAt(theme as JsonObject, `${defaults}/loginPage/picture`)).toBe('string')
    expect(entries).toContainEqual(
      expect.objectContaining({ from: `${defaults}/loginPage/backgroundImg`, to: null, action: 'dropped' }),
    )
    const both = document({ backgroundImg: 5 }, { appBanner: 7 })
    const { theme: left } = carriedTo({ ...madeUp, check: released.check }, both, { invalidValues: 'drop' })
    expect(valueAt(left as JsonObject, `${defaults}/banner`)).toBeUndefined()
  })
})
