import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameColor } from '../../src/css/colors.js'
import { convert, resolve, type TargetId, targets } from '../../src/index.js'
import { valueAt } from '../../src/json/pointer.js'
import type { Json } from '../../src/json/value.js'
import { designColor, inKebabCase } from '../../src/targets/design-colors.js'
import { designTokensOfWeb7 } from '../../src/targets/design-tokens.js'
import { allTargets } from '../support/targets.js'

// Themes of every generation that leave colours unset: each target shows for them what the old client showed.

interface Kind {
  /** The release whose clients show the file. */
  readonly release: TargetId
  /** What every file of this kind has, to tell it from those of other releases. */
  readonly sign?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const roles = { scrim: '#000000' }
const kinds: Readonly<Record<string, Kind>> = {
  legacy: { release: 'ocis-next' },
  current: { release: 'ocis-next' },
  'opencloud-1': { release: 'opencloud-1', sign: { colorPalette: { 'background-chrome': '#123456' } } },
  'opencloud-2': { release: 'opencloud-2', sign: { roles, spacing: { medium: '16px' } } },
  'opencloud-4': { release: 'opencloud-4', sign: { roles, colorPalette: { 'icon-ifc': '#123456' } } },
  'opencloud-7.3': { release: 'opencloud-7.3', sign: { roles } },
}

/** Any roles are taken for roles of OpenCloud 2 there. */
const isTakenForIts = ({ kind, target }: { kind: string; target: TargetId }) =>
  target === 'opencloud-2' && ['opencloud-4', 'opencloud-7.3'].includes(kind)
const pairs = Object.keys(kinds)
  .flatMap((kind) => allTargets.map((target) => ({ kind, target })))
  .filter((pair) => !isTakenForIts(pair))

const icons = [...(targets['ocis-next'].tokens['colorPalette']?.read ?? [])].filter((token) =>
  token.startsWith('icon-'),
)

/** The tokens of a group that a client reads; all icons if it reads them by their prefix. */
function readBy(id: TargetId, group: string): readonly string[] {
  const { read, readPrefix } = targets[id].tokens[group] ?? { read: [] }
  return readPrefix === undefined ? [...read] : icons
}

/** The custom properties of the colours that a client reads. */
const propertiesOf = (id: TargetId) => [
  ...readBy(id, 'colorPalette').map((token) => `--oc-color-${token}`),
  ...readBy(id, 'roles').map((token) => `--oc-role-${inKebabCase(token)}`),
]

const color = fc.constantFrom('#ffffff', '#0b4f4a', '#f5b83d', 'rgb(18, 48, 44)', 'var(--x)', '')

function tokensFor(release: TargetId): fc.Arbitrary<Record<string, object>> {
  const maps = ['colorPalette', 'roles']
    .map((group) => [group, readBy(release, group)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([group, names]) => {
      const colors = fc.record(Object.fromEntries(names.map((name) => [name, color])), {
        requiredKeys: [],
        noNullPrototype: true,
      })
      return [group, colors] as const
    })
  return fc.record(Object.fromEntries(maps), { noNullPrototype: true })
}

function documentsOf(kind: string): fc.Arbitrary<object> {
  const { release, sign = {} } = kinds[kind] as Kind
  const isOfOpenCloud = targets[release].family.product === 'OpenCloud'
  const logo = isOfOpenCloud ? 'a.svg' : { topbar: 'a.svg', favicon: 'b.svg', login: 'c.svg' }
  const tokens = tokensFor(release)
  return fc.tuple(tokens, tokens, tokens).map(([below, ...others]) => {
    const [light, dark] = others.map((each, index) => ({
      [isOfOpenCloud ? 'label' : 'name']: `${index}`,
      isDark: index === 1,
      designTokens: each,
    }))
    if (kind === 'legacy') return { web: { default: light, 'default-dark': dark } }
    const designTokens = { ...below }
    for (const [group, map] of Object.entries(sign)) designTokens[group] = { ...designTokens[group], ...map }
    return { clients: { web: { defaults: { logo, designTokens }, themes: [light, dark] } } }
  })
}

/** The colours of a theme in a client by custom property. */
function shownIn(document: unknown, target: TargetId, theme: number): (name: string) => string {
  const values = new Map(
    resolve(document, { target, theme }).properties.map(({ name, value }) => [name, value]),
  )
  const instead = targets[target].paintedInstead
  const shown = (name: string): string => {
    const other = instead[name.replace('--oc-', '')]
    return values.get(name) || (other === undefined ? 'transparent' : shown(`--oc-${other}`))
  }
  return shown
}

/** The colours of the frame in OpenCloud 1, with their names in ownCloud. */
const frame = [
  ['--oc-color-background-chrome', '--oc-color-swatch-brand-default'],
  ['--oc-color-swatch-inverse-default', '--oc-color-swatch-brand-contrast'],
] as const

/** The properties of the target that show a property of the old client, with the name of that. */
function sourcesOf(kind: string, target: TargetId): readonly (readonly [string, string])[] {
  const { release } = kinds[kind] as Kind
  // Web 7 had fewer icons.
  const isKnown = (name: string) =>
    kind !== 'legacy' ||
    !name.includes('-icon-') ||
    Object.hasOwn(designTokensOfWeb7, name.replace('--oc-', ''))
  const known = new Set([
    ...propertiesOf(release).filter(isKnown),
    ...Object.keys(targets[release].paintedInstead).map((name) => `--oc-${name}`),
  ])
  const [from, to] = [targets[release], targets[target]]
  const isRenamed = from.family !== to.family && from.rowBorder === undefined && to.rowBorder === undefined
  const names = new Map<string, string>(
    isRenamed
      ? frame.map(([ofOpenCloud, ofOwnCloud]) =>
          target === 'opencloud-1' ? [ofOpenCloud, ofOwnCloud] : [ofOwnCloud, ofOpenCloud],
        )
      : [],
  )
  // Each client paints other things with the names that the frame has in the other one.
  const others = new Set([...names.values()].filter((name) => !names.has(name)))
  return propertiesOf(target)
    .map((name) => [name, names.get(name) ?? name] as const)
    .filter(([name, source]) => known.has(source) && !(isRenamed && others.has(name)))
}

describe.each(pairs)('a theme of the kind $kind for $target', ({ kind, target }) => {
  const { release } = kinds[kind] as Kind
  const sources = sourcesOf(kind, target)

  it('shows what it leaves unset as the old client did, and adds nothing else', () => {
    fc.assert(
      fc.property(documentsOf(kind), (document) => {
        const { theme, ledger } = convert(document, { target })
        for (const index of [0, 1]) {
          const was = shownIn(document, release, index)
          const is = shownIn(theme, target, index)
          const changed = sources.flatMap(([name, source]) =>
            isSameColor(was(source), is(name)) ? [] : [`${name} was ${was(source)}, is ${is(name)}`],
          )
          expect(changed).toEqual([])
        }
        for (const { to, reason } of ledger.entries) {
          if (to === null || !reason.endsWith('would show another')) continue
          const [group = '', token = ''] = to.split('/').slice(-2)
          // Its default isn't shown beside other roles.
          if (/chrome/i.test(token)) continue
          const usual = designColor(targets[target], group, token) ?? 'transparent'
          expect(isSameColor(String(valueAt(theme as unknown as Json, to)), usual)).toBe(false)
        }
        expect(convert(theme, { target }).theme).toEqual(theme)
      }),
      { numRuns: 4 },
    )
  })
})

it('compares all colours of clients that have the same tokens, and icons between the others', () => {
  const count = (from: string, to: TargetId) => sourcesOf(from, to).length
  expect(count('opencloud-1', 'ocis-8')).toBeGreaterThan(60)
  expect(count('current', 'opencloud-1')).toBeGreaterThan(60)
  expect(count('opencloud-2', 'opencloud-7.3')).toBeGreaterThan(30)
  expect(count('current', 'opencloud-4')).toBeGreaterThan(15)
})
