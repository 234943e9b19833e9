import { describe, expect, it } from 'vitest'
import { targets } from '../../src/targets/index.js'
import { regionsOfOpenCloud } from '../../src/targets/painted-opencloud.js'
import { regionsOfOwnCloud } from '../../src/targets/painted-owncloud.js'
import type { Paint, PaintedRegions } from '../../src/targets/painted-regions.js'

const last = (paint: Paint | undefined) => [paint].flat().at(-1)

/** What the regions paint on each other: `text on background`; of tokens that are used in turn, the last, which is always there. */
function paintedIn(regions: PaintedRegions): Set<string> {
  return new Set(
    Object.values(regions).flatMap(({ text, icon, background, backgroundTo, on = [] }) => {
      const below = on.slice(0, 1).map((name) => regions[name]?.background)
      const backgrounds = (background === undefined ? below : [background, backgroundTo]).filter(
        (paint) => paint,
      )
      return (text === undefined ? [icon] : [text, icon])
        .filter((paint) => paint)
        .flatMap((front) => backgrounds.map((back) => `${last(front)} on ${last(back)}`))
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
    'ocis-8': ['primary', 'success', 'warning', 'passive'].map(
      (name) => `swatch-${name}-contrast on swatch-${name}-default`,
    ),
    'opencloud-7.3': ['onTertiary on tertiary', 'onError on error', 'onBackground on background'],
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
    const said = Object.values<PaintedRegions[string]>(regions).flatMap(({ shows }) => shows ?? [])
    expect(said.length).toBeGreaterThan(3)
    expect(targets[id].painted.map(({ shows }) => shows)).toEqual(expect.arrayContaining(said))
    expect(targets[id].painted).toHaveLength(said.length + unseen[id].length)
  })

  it('have below them what the region of the background is on, or else the page', () => {
    const belows = targets['ocis-8'].painted.map(({ background, below }) => `${background}: ${below}`)
    expect(belows).toContain('background-highlight: background-default')
    expect(belows).toContain('swatch-brand-default: background-default')
    expect(belows).toContain('background-default: undefined')
  })

  it('advise a value for the text on each swatch', () => {
    const advised = targets['ocis-8'].painted.filter(({ advice }) => advice === 'text-inverse')
    expect(advised.map(({ foreground }) => foreground)).toEqual(
      ['brand', 'primary', 'success', 'warning', 'danger', 'passive'].map(
        (name) => `swatch-${name}-contrast`,
      ),
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
