import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownOver } from '../../src/css/tones.js'
import { detectGeneration } from '../../src/formats/detect-generation.js'
import { layoutOf } from '../../src/formats/layout.js'
import type { Place } from '../../src/generated/places.js'
import { convert, type TargetId, targets } from '../../src/index.js'
import { valueAt } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { inKebabCase } from '../../src/targets/design-colors.js'
import { designTokensOfWeb7 } from '../../src/targets/design-tokens.js'
import { shippedCommon } from '../../src/targets/shipped-file.js'
import { expectedRoles, expectedTokens, isShippedBy, type Shown, shownBy } from '../support/across-look.js'
import { acrossPage } from '../support/across-page.js'
import {
  othersOf,
  type PlaceRow,
  type Product,
  placesAcross,
  products,
  rolesFromPalette,
  type ScopeName,
  scopes,
} from '../support/across-table.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import { current, flat, named, openCloud, wrapped } from '../support/legacy-themes.js'
import { legacyLooks } from '../support/look.js'
import { allTargets, openCloudTargets } from '../support/targets.js'

/** A value of its own for a place. */
function sample({ place, node }: PlaceRow): Json {
  const word = place.replaceAll('.', '-')
  if (node.entries !== undefined)
    return place === 'shareRoles' ? { [word]: { iconName: 'eye' } } : { [word]: '17px' }
  if (place === 'theme.isDark' || place === 'login.autoRedirect') return false
  if (place === 'theme.mode') return 'regular'
  if (place.startsWith('clients.')) return { word }
  if (place === 'tokens.tagColors') return ['#123456']
  const { kind } = node
  if (kind === 'link') return `https://acme.example/${word}`
  if (kind === 'app-scheme') return 'acme'
  return /image|background|logo|icon/.test(String(kind)) ? `/themes/acme/${word}.svg` : `Acme ${word}`
}

const scopePointers: Readonly<Record<ScopeName, string>> = {
  root: '',
  defaults: '/clients/web/defaults',
  theme: '/clients/web/themes/0',
}

function setAt(document: JsonObject, pointer: string, value: Json): void {
  const keys = pointer.slice(1).split('/')
  const last = keys.pop() as string
  let at = document as Record<string, Json>
  for (const key of keys) {
    at[key] ??= {}
    at = at[key] as Record<string, Json>
  }
  at[last] = value
}

/** A whole file of a product with a value of its own in every place of a scope. */
function fullFile(product: Product, rows: readonly PlaceRow[]): JsonObject {
  const theme = product === 'OpenCloud' ? { label: 'Light', isDark: false } : { name: 'Light', isDark: false }
  const document: JsonObject = { clients: { web: { defaults: {}, themes: [theme] } } }
  for (const row of rows) setAt(document, scopePointers[row.scope] + row.path, sample(row))
  return document
}

describe.each(products)('what stands where, from %s', (product) => {
  const table = placesAcross(product)

  it('is stated for every value', () => {
    expect(table.length).toBeGreaterThan(20)
    for (const { goals } of table) expect(goals.size).toBe(othersOf(product).length)
  })

  describe.each(scopes)('in %s', (scope) => {
    const rows = table.filter((row) => row.scope === scope)

    it.each(othersOf(product))('holds for %s', (target) => {
      const document = fullFile(product, rows)
      const { theme, ledger, diagnostics } = convert(document, { target })
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      const wrong = rows.flatMap((row) => {
        const goal = row.goals.get(target)
        const from = scopePointers[scope] + row.path
        const entries = ledger.entries.filter(
          (entry) => entry.from === from || entry.from?.startsWith(`${from}/`),
        )
        if (goal === undefined) return [`${from} is not in the table`]
        if ('reason' in goal || goal.unless !== undefined) {
          const isDropped = entries.every(({ action, to }) => to === null && action === 'dropped')
          const why = 'reason' in goal ? goal.reason : ''
          return isDropped && entries.every(({ reason }) => reason.includes(why))
            ? []
            : [`${from} ${JSON.stringify(entries)} not dropped: ${why}`]
        }
        const to = scopePointers[goal.scope] + goal.path
        const after = valueAt(theme as unknown as Json, to)
        return JSON.stringify(after) === JSON.stringify(sample(row))
          ? []
          : [`${from} → ${to}: ${JSON.stringify(after)} ${JSON.stringify(entries)}`]
      })
      expect(wrong).toEqual([])
    })
  })
})

/** Documents by the shape that they have, and the newest client that shows it. */
const kinds = {
  flat: { documents: flat, client: undefined },
  named: { documents: named, client: undefined },
  wrapped: { documents: wrapped, client: undefined },
  current: { documents: current, client: 'ocis-next' },
  opencloud: { documents: openCloud, client: 'opencloud-7.3' },
} as const

type Kind = keyof typeof kinds
const isOfOpenCloud = (kind: Kind) => kind === 'opencloud'
const across = (Object.keys(kinds) as Kind[]).flatMap((kind) =>
  allTargets
    .filter((target) => kind === 'opencloud' || openCloudTargets.some((id) => id === target))
    .map((target) => ({ kind, target })),
)

interface Layers {
  clients: { web: { defaults?: Layer; themes: Layer[] } }
}
type Layer = { mode?: unknown; designTokens?: Record<string, Record<string, unknown> | undefined> }

const tokenGroup = (layer: Layer | undefined, group: string) =>
  Object.entries(layer?.designTokens?.[group] ?? {}).filter(([, value]) => value !== '')

const layersIn = (document: JsonObject) => {
  const web = (document as unknown as Layers).clients?.web
  return [web?.defaults, ...(web?.themes ?? [])]
}
const hasRoles = (document: JsonObject) =>
  layersIn(document).some((layer) => Object.keys(layer?.designTokens?.['roles'] ?? {}).length > 0)

/** Whether the colours of a theme of OpenCloud are those of 1.x. */
const isPalette = (document: JsonObject) =>
  !hasRoles(document) &&
  layersIn(document).some((layer) =>
    Object.keys(layer?.designTokens?.['colorPalette'] ?? {}).some((token) => !token.startsWith('icon-')),
  )

/** What each theme of a document shows that comes over, with what its colours are of. */
function before(document: JsonObject, kind: Kind, target: TargetId) {
  if (kind !== 'current' && kind !== 'opencloud') {
    return legacyLooks(document, kind, target).map(({ own }): Shown => {
      const { texts, links, images, properties } = own
      return {
        values: new Map<Place, unknown>([
          ['common.name', texts.name],
          ['common.slogan', texts.slogan],
          ['urls.accessDeniedHelp', links.accessDeniedHelp],
          ['urls.imprint', links.imprint],
          ['urls.privacy', links.privacy],
          ['logo.topbar', images.topbar],
          ['logo.login', images.login],
          ['logo.favicon', images.favicon],
          ['login.background', images.background],
        ]),
        set: new Map(Object.entries(properties)),
        all: new Map(Object.entries(properties)),
      }
    })
  }
  const { themes } = (document as unknown as Layers).clients.web
  const client = kind === 'opencloud' && isPalette(document) ? 'opencloud-1' : kinds[kind].client
  const shown = shownBy(document, client, themes.length)
  // Themes of the vault do not come over.
  return shown.filter((_, index) => kind === 'opencloud' || themes[index]?.mode !== 'vault')
}

/** The path of an image without the slash in front that some releases need. */
const plain = (value: unknown, uploads = 'themes/_branding/') =>
  typeof value === 'string'
    ? value.replace(/^\.?\//, '').replace(/^(?:themes\/_)?branding\//, uploads)
    : value

/** What stands in on the old client, for which OpenCloud's own texts do on the new one. */
const shippedTexts: ReadonlySet<unknown> = new Set([shippedCommon.name, shippedCommon.slogan])

/** What a place must show after a conversion; `undefined` where nothing is said. */
function expectedAt(place: Place, { values }: Shown, from: string, isOneLogo: boolean): unknown {
  const own = values.get(place)
  const other = place === 'logo.topbar' && isOneLogo ? values.get('logo.login') : undefined
  const value = own === undefined ? other : own
  if (value === undefined || isShippedBy(from, value) || shippedTexts.has(value)) return undefined
  return plain(value)
}

function expectSameValues(kind: Kind, target: TargetId, was: Shown, is: Shown, label: string): void {
  const from = isOfOpenCloud(kind) ? 'OpenCloud' : 'ownCloud Web'
  const isAcross = targets[target].family.product !== from
  const { spots } = layoutOf(targets[target].places).theme
  for (const place of was.values.keys()) {
    if (!spots.has(place)) continue
    const expected = isAcross
      ? expectedAt(place, was, from, targets[target].merge.common === 'flat')
      : plain(was.values.get(place))
    if (expected === undefined) continue
    expect({ label, place, value: plain(is.values.get(place)) }).toEqual({ label, place, value: expected })
  }
}

function expectSameColors(
  document: JsonObject,
  { kind, target }: { kind: Kind; target: TargetId },
  was: Shown,
  is: Shown,
  exempt: ReadonlySet<string>,
  label: string,
): void {
  const isOfRoles =
    kind === 'opencloud' && layersIn(document).some((layer) => tokenGroup(layer, 'roles').length > 0)
  const border = targets[target].rowBorder
  const found = (prefix: string, names: Iterable<string>) =>
    new Map(
      [...names].map((name) => [
        name,
        is.all.get(`--oc-${prefix}-${prefix === 'role' ? inKebabCase(name) : name}`),
      ]),
    )
  if (border !== undefined && !isOfRoles) {
    if (kind === 'opencloud' && !isPalette(document)) return
    const defaults =
      kind === 'opencloud'
        ? targets['opencloud-1'].designTokens
        : kind === 'current'
          ? targets['ocis-next'].designTokens
          : designTokensOfWeb7
    const expected = expectedRoles(was, defaults, { isOfOpenCloud: isOfOpenCloud(kind), border })
    for (const role of exempt) expected.delete(role)
    expect({ label, colors: found('role', expected.keys()) }).toEqual({ label, colors: expected })
  } else if (border === undefined && isOfRoles) {
    const isOld = layersIn(document).some((layer) =>
      ['breakpoints', 'fontSizes', 'sizes', 'spacing'].some((group) => tokenGroup(layer, group).length > 0),
    )
    const expected = expectedTokens(was, targets[isOld ? 'opencloud-2' : 'opencloud-7.3'].designTokens, {
      isForOpenCloud: target === 'opencloud-1',
      border: isOld ? 'outlineVariant' : 'surfaceContainerHighest',
    })
    // The more readable of two roles: test/convert/colors/roles-to-palette.test.ts has it.
    expected.delete('swatch-primary-contrast')
    expect({ label, colors: found('color', expected.keys()) }).toEqual({ label, colors: expected })
  }
}

/** Whether a theme sets no colour that a role is computed from. */
function isUnset(role: string, kind: Kind, target: TargetId, { set }: Shown): boolean {
  const { rowBorder: border } = targets[target]
  if (border === undefined) return false
  const isPlain = (token: string) => shownOver(set.get(`--oc-color-${token}`) ?? '', '#ffffff') !== undefined
  return [true, false].some((isReadable) =>
    rolesFromPalette(isOfOpenCloud(kind), border, isReadable).some(
      ({ name, from }) => name === role && !from.some(isPlain),
    ),
  )
}

describe.each(across)('a theme of the kind $kind for $target', ({ kind, target }) => {
  it('shows the same texts, links, images and colours', () => {
    let converted = 0
    fc.assert(
      fc.property(kinds[kind].documents, (given) => {
        const document = given as unknown as JsonObject
        if (detectGeneration(document).generation !== kind) return
        const { theme, ledger, diagnostics } = convert(document, { target })
        if (theme === undefined) return
        converted += 1
        const was = before(document, kind, target)
        const is = shownBy(theme, target, was.length)
        was.forEach((shown, index) => {
          const label = `theme ${index}`
          const after = is[index] as Shown
          expectSameValues(kind, target, shown, after, label)
          const roles = `/clients/web/themes/${index}/designTokens/roles/`
          const derived = ledger.entries.filter(
            ({ action, to }) => action === 'derived' && to?.startsWith(roles) === true,
          )
          const separated = derived.filter(({ reason }) => reason.includes('too close'))
          // Backgrounds that nobody could tell apart are other tones, and a finding says so.
          expect(separated.length > 0 && !diagnostics.some(({ code }) => code === 'grounds-separated')).toBe(
            false,
          )
          const roleAt = ({ to }: (typeof derived)[number]) => to?.slice(roles.length) ?? ''
          // Neither are colours that nobody set and that would be unreadable.
          const unset = derived.map(roleAt).filter((role) => isUnset(role, kind, target, shown))
          const exempt = new Set([...separated.map(roleAt), ...unset])
          expectSameColors(document, { kind, target }, shown, after, exempt, label)
        })
      }),
      { numRuns: 20 },
    )
    expect(converted).toBeGreaterThan(13)
  })
})

/** The login logo of ownCloud has no place of its own in OpenCloud. */
it.each(openCloudTargets)(
  'the logo of the login page is the only one for %s where there is no other',
  (target) => {
    const document = {
      clients: {
        web: {
          defaults: { logo: { login: 'l.svg' } },
          themes: [{ name: 'A', isDark: false, logo: { topbar: 't.svg', login: 'm.svg' } }],
        },
      },
    }
    const { theme } = convert(document, { target })
    const logos = shownBy(theme, target, 1).map(({ values }) => values.get('logo.topbar'))
    expect([valueAt(theme as unknown as Json, '/clients/web/defaults/logo'), ...logos]).toEqual([
      'l.svg',
      't.svg',
    ])
  },
)

describe.each(openCloudTargets)('a theme of ownCloud that goes to %s and back', (target) => {
  /** The tokens that are the source of something there, and what becomes of them; their number. */
  function expectTokensBack(document: JsonObject): number {
    const there = convert(document, { target })
    if (there.theme === undefined) return 0
    const back = convert(there.theme, { target: 'ocis-next' })
    expect(back.theme).toBeDefined()
    const themes = valueAt(there.theme as unknown as Json, '/clients/web/themes') as Json[]
    const shown = shownBy(back.theme, 'ocis-next', themes.length)
    let compared = 0
    for (const { from, to, action, reason } of there.ledger.entries) {
      if (from === null || to === null || !['kept', 'moved', 'mapped'].includes(action)) continue
      const token = /\/colorPalette\/(?!icon-)([^/]+)$/.exec(from)?.[1]
      const index = /^\/clients\/web\/themes\/(\d+)\/designTokens\//.exec(to)?.[1]
      const own = valueAt(document, from)
      if (token === undefined || index === undefined || own === '') continue
      compared += 1
      // What was transparent is the colour that was seen.
      const expected = reason.includes(' over ') ? valueAt(there.theme as unknown as Json, to) : own
      const color = shown[Number(index)]?.set.get(`--oc-color-${token}`)
      expect({ index, token, color }).toEqual({ index, token, color: expected })
    }
    return compared
  }

  const names = [
    ...rolesFromPalette(false, 'surfaceContainerHighest', true),
    ...rolesFromPalette(false, 'outlineVariant', false),
  ].flatMap(({ from }) => from)
  const color = fc.constantFrom(
    '#ffffff',
    '#0b4f4a',
    '#f5b83d',
    '#12302c',
    '#c9d6d4',
    'rgb(78, 133, 200)',
    'rgba(0, 0, 0, .4)',
    'black',
    '',
    'var(--x)',
  )
  const palette = fc.dictionary(fc.constantFrom(...names), color, { noNullPrototype: true })
  const layer = (more: object) => palette.map((colorPalette) => ({ ...more, designTokens: { colorPalette } }))

  it('has every token that was the source of a colour', () => {
    let compared = 0
    const themes = fc.tuple(
      layer({}),
      layer({ name: 'Light', isDark: false }),
      layer({ name: 'Dark', isDark: true }),
    )
    fc.assert(
      fc.property(themes, ([defaults, ...others]) => {
        compared += expectTokensBack({
          clients: { web: { defaults, themes: others } },
        } as unknown as JsonObject)
      }),
      { numRuns: 40 },
    )
    expect(compared).toBeGreaterThan(300)
  })

  it.runIf(hasCorpus)('has them in every real file', () => {
    const counts = corpusFiles('named', 'wrapped', 'current').map(({ document }) =>
      expectTokensBack(document as JsonObject),
    )
    expect(counts.filter((count) => count > 20).length).toBeGreaterThan(10)
  })
})

it('is what the documentation says', async () => {
  await expect(acrossPage()).toMatchFileSnapshot('../../docs/across-products.md')
})
