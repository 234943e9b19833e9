import { describe, expect, it } from 'vitest'
import { targets } from '../../src/targets/index.js'
import { regionsOfOpenCloud } from '../../src/targets/painted-opencloud.js'
import { regionsOfOwnCloud } from '../../src/targets/painted-owncloud.js'
import type { Paint, PaintedRegions } from '../../src/targets/painted-regions.js'

const every = (paint: Paint | undefined) => [paint].flat()

/** What the regions paint on each other: `text on background`, with each of the tokens that are used in turn. */
function paintedIn(regions: PaintedRegions): Set<string> {
  return new Set(
    Object.values(regions).flatMap(({ text, icon, background, backgroundTo, on = [] }) => {
      const below = on.slice(0, 1).map((name) => regions[name]?.background)
      const backgrounds = (background === undefined ? below : [background, backgroundTo]).filter(
        (paint) => paint,
      )
      return (text === undefined ? [icon] : [text, icon])
        .filter((paint) => paint)
        .flatMap((front) =>
          every(front).flatMap((over) => backgrounds.flatMap(every).map((back) => `${over} on ${back}`)),
        )
    }),
  )
}

const tables = [
  ['ocis-8', regionsOfOwnCloud],
  ['opencloud-7.3', regionsOfOpenCloud],
] as const

describe('the colours that the contrast rules compare', () => {
  // The design system means them for each other; no page that was measured shows them so.
  const unseen = {
    'ocis-8': ['success', 'warning'].map((name) => `swatch-${name}-contrast on swatch-${name}-default`),
    'opencloud-7.3': ['onTertiary on tertiary', 'onError on error'],
  }
  const comparedIn = (id: (typeof tables)[number][0]) =>
    targets[id].painted.map(({ foreground, background }) => `${foreground} on ${background}`)

  it.each(tables)('are those of the regions that were measured: %s', (id, regions) => {
    const painted = paintedIn(regions)
    const pairs = comparedIn(id)
    expect(pairs.length).toBeGreaterThan(5)
    expect(pairs.filter((pair) => !painted.has(pair))).toEqual(unseen[id])
  })

  it.each(tables)('have the words of each region that says what it shows: %s', (id, regions) => {
    // A gradient is two backgrounds.
    const said = Object.values<PaintedRegions[string]>(regions).flatMap(({ shows = [], backgroundTo }) =>
      backgroundTo === undefined ? shows : [shows, shows].flat(),
    )
    expect(said.length).toBeGreaterThan(3)
    expect(targets[id].painted.map(({ shows }) => shows)).toEqual(expect.arrayContaining(said))
    expect(targets[id].painted).toHaveLength(said.length + unseen[id].length)
  })

  it('are never what no page was seen to paint', () => {
    // The text on the primary swatch is on a gradient, and that on the passive one on another token.
    expect(comparedIn('ocis-8')).toContain('swatch-primary-contrast on swatch-primary-gradient')
    expect(comparedIn('ocis-8')).not.toContain('swatch-primary-contrast on swatch-primary-default')
    expect(comparedIn('ocis-8')).not.toContain('swatch-passive-contrast on swatch-passive-default')
  })

  it('have below them what the region of the background is on, or else the page', () => {
    const belows = targets['ocis-8'].painted.map(({ background, below }) => `${background}: ${below}`)
    expect(belows).toContain('background-highlight: background-default')
    expect(belows).toContain('swatch-brand-default: background-default')
    expect(belows).toContain('background-default: undefined')
  })

  it('advise a value for the text on each swatch', () => {
    const advised = targets['ocis-8'].painted.filter(({ advice }) => advice === 'text-inverse')
    expect(new Set(advised.map(({ foreground }) => foreground))).toEqual(
      new Set(['brand', 'primary', 'success', 'warning', 'danger'].map((name) => `swatch-${name}-contrast`)),
    )
  })

  it('are those of hovered buttons, too', () => {
    const painted = paintedIn(regionsOfOwnCloud)
    for (const { hover, text } of targets['ocis-8'].withoutHover)
      for (const background of hover) expect([...painted]).toContain(`${text} on ${background}`)
  })

  it.each([
    ['ocis-8', regionsOfOwnCloud, 'colorPalette'],
    ['opencloud-7.3', regionsOfOpenCloud, 'roles'],
  ] as const)('of regions are tokens that the client reads: %s', (id, regions, group) => {
    const { read } = targets[id].tokens[group] ?? { read: new Set() }
    const tokens = Object.values<PaintedRegions[string]>(regions).flatMap(
      ({ background, backgroundTo, text, icon, border }) =>
        [background, backgroundTo, text, icon, border].flat(),
    )
    const named = tokens.filter((token) => token !== undefined && !token.startsWith('#'))
    expect(named.length).toBeGreaterThan(50)
    expect([...new Set(named)].filter((token) => !read.has(token as string))).toEqual([])
  })
})
