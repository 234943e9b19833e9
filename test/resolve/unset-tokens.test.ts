import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain, targets } from '../../src/index.js'
import { inKebabCase } from '../../src/targets/design-colors.js'
import { regionsOfOwnCloud } from '../../src/targets/painted-owncloud.js'
import type { Paint, PaintedRegion } from '../../src/targets/painted-regions.js'
import { tokenPrefixes } from '../../src/targets/token-prefixes.js'
import { paintingOf } from '../../src/targets/unset-tokens.js'
import { corpusFolder } from '../support/corpus.js'
import { layeredFile } from '../support/layered-file.js'
import { allTargets, conversionTargets } from '../support/targets.js'

/** A theme without a token. */
const documentFor = (target: string) =>
  target.startsWith('ocis')
    ? layeredFile({ defaults: { designTokens: {} } })
    : {
        common: { urls: { accessDeniedHelp: '', imprint: '', privacy: '' } },
        clients: {
          web: { defaults: { designTokens: {} }, themes: [{ label: 'L', name: 'L', isDark: false }] },
        },
      }

const unset = (target: (typeof allTargets)[number], property: string) =>
  explain(documentFor(target), `--oc-${property}`, { target })

const unknown = 'the design system of this release has no such token'

describe.each(allTargets)('a token that no theme sets, in %s', (target) => {
  const { tokens, designTokens } = targets[target]
  const read = Object.entries(tokens).flatMap(([group, { read: names }]) =>
    [...names].map((name) =>
      group === 'roles' ? `role-${inKebabCase(name)}` : `${tokenPrefixes[group]}${name}`,
    ),
  )

  it('has a default, or explain says what is painted instead of each that pages read', () => {
    expect(read.length).toBeGreaterThan(40)
    for (const property of read) {
      const { value, conclusion } = unset(target, property)
      expect(value !== undefined, property).toBe(property in designTokens)
      expect(conclusion, property).not.toContain(unknown)
    }
  })

  it('is none, if pages read no such token', () => {
    expect(unset(target, 'color-nothing').conclusion).toContain(unknown)
    expect(unset(target, 'constructor').conclusion).toContain(unknown)
  })
})

describe('what is painted instead of an unset token', () => {
  it.each([
    ['background-sidebar', 'background-default', '"rgb(255, 255, 255)", from the design system.'],
    ['search-input-bg', 'input-bg', '"rgb(255, 255, 255)", from the design system.'],
    ['search-input-border', 'input-border', '"#123456", from the defaults of the client.'],
    ['search-input-text-default', 'text-muted', '"rgb(76, 95, 121)", from the design system.'],
    ['search-input-text-muted', 'input-text-muted', '"rgb(76, 95, 121)", from the design system.'],
  ])('in Web 12.5: %s, %s', (token, other, end) => {
    const colorPalette = { 'input-border': '#123456', [token]: '' }
    const document = layeredFile({ defaults: { designTokens: { colorPalette } } })
    const { value, instead, conclusion } = explain(document, `--oc-color-${token}`, { target: 'ocis-8' })
    expect(value).toBeUndefined()
    expect(instead?.name).toBe(`--oc-color-${other}`)
    expect(conclusion).toBe(
      `--oc-color-${token} is not set. ownCloud Web 12.5.0 paints --oc-color-${other} instead. --oc-color-${other} is ${end}`,
    )
  })

  it('is what the drawings of the regions show', () => {
    const lists = Object.values<PaintedRegion>(regionsOfOwnCloud)
      .flatMap(({ background, text, icon, border }) => [background, text, icon, border])
      .filter((paint): paint is Exclude<Paint, string> => typeof paint === 'object')
    // Before Web 8.0 the design system had no colour for Markdown.
    const drawn = lists.filter(([token]) => token !== 'icon-markdown')
    const known = Object.entries(targets['ocis-8'].paintedInstead).map((names) =>
      names.map((name) => name.replace('color-', '')),
    )
    expect(new Set(drawn.map(String))).toEqual(new Set(known.map(String)))
  })

  it('is nothing where hovered buttons lose their background', () => {
    const { withoutHover } = targets['ocis-8']
    expect(withoutHover.length).toBeGreaterThan(1)
    for (const { hover, button } of withoutHover)
      for (const token of hover)
        expect(unset('ocis-8', `color-${token}`).conclusion).toContain(
          `hovered ${button}s have no background`,
        )
  })

  it('is not told where it was not measured', () => {
    const notMeasured = 'and has no default. What the client paints without it was not measured.'
    for (const target of conversionTargets)
      expect(unset(target, 'color-primary-contrast').conclusion).toContain(notMeasured)
    expect(unset('ocis-7', 'color-swatch-primary-muted-hover').conclusion).toContain(notMeasured)
    const legacy = { web: { default: { designTokens: {} } } }
    expect(explain(legacy, '--oc-color-icon-default').conclusion).toContain(notMeasured)
    expect(explain(legacy, '--oc-color-text').conclusion).toContain(unknown)
  })
})

/** The newest measured release of each client. */
const releases = {
  'ocis-5': '8.0.6',
  'ocis-6': '12.0.4',
  'ocis-7': '12.0.4',
  'ocis-8': '12.5.0',
  'ocis-next': '12.5.0',
  'opencloud-1': '1.0.0',
  'opencloud-2': '3.3.0',
  'opencloud-4': '6.2.0',
  'opencloud-7.3': '7.3.0',
} as const satisfies Record<(typeof allTargets)[number], string>

interface Measured {
  readonly releases: Record<string, { defaults: Record<string, string>; used: string[] }>
}

const folder = path.join(corpusFolder, '../domain')
const hasMeasured = existsSync(path.join(folder, 'design-tokens.json'))
if (!hasMeasured) console.warn('SKIPPED: there are no measured design tokens beside the real theme files.')

describe.runIf(hasMeasured)('the measured design tokens', () => {
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Measured
  const all = hasMeasured
    ? { ...read('design-tokens.json').releases, ...read('opencloud-tokens.json').releases }
    : {}
  const plain = (text: string) => text.toLowerCase().replaceAll(' ', '')

  it.each(allTargets)('of %s are those that explain ends at', (target) => {
    const { defaults = {}, used = [] } = all[releases[target]] ?? {}
    const resolved = (token: string): string =>
      (defaults[token] ?? '').replace(/\{([^}]+)\}/g, (_, name: string) =>
        resolved(inKebabCase(name.replace(/\.value$/, '').replaceAll('.', '-'))),
      )
    expect(used.length).toBeGreaterThan(40)
    for (const token of Object.keys(defaults))
      expect(plain(String(unset(target, token).value)), token).toBe(plain(resolved(token)))
    const others = used.filter((token) => !(token in defaults)).sort()
    expect([...paintingOf(targets[target]).withoutDefault].sort()).toEqual(others)
  })
})
