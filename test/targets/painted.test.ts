import { describe, expect, it } from 'vitest'
import { targets } from '../../src/targets/index.js'
import { regionsOfOpenCloud } from '../../src/targets/painted-opencloud.js'
import { regionsOfOwnCloud } from '../../src/targets/painted-owncloud.js'
import type { Paint, PaintedRegions } from '../../src/targets/painted-regions.js'

const first = (paint: Paint | undefined) => [paint].flat()[0]

/** What the regions paint on each other: `text on ground`. */
function paintedIn(regions: PaintedRegions): Set<string> {
  return new Set(
    Object.values(regions).flatMap(({ text, icon, ground, groundTo, on = [] }) => {
      const below = on.map((name) => regions[name]?.ground)
      const grounds = ground === undefined ? below : [ground, groundTo]
      return [text, icon].flatMap((front) => grounds.map((back) => `${first(front)} on ${first(back)}`))
    }),
  )
}

describe('the colours that the contrast rules compare', () => {
  // The design system means them for each other; no page that was measured shows them so.
  const unseen = {
    'ocis-8': ['primary', 'success', 'warning', 'passive'].map(
      (name) => `swatch-${name}-contrast on swatch-${name}-default`,
    ),
    'opencloud-7.3': ['onTertiary on tertiary', 'onError on error', 'onBackground on background'],
  }
  it.each([
    ['ocis-8', regionsOfOwnCloud],
    ['opencloud-7.3', regionsOfOpenCloud],
  ] as const)('are those of the regions that were measured: %s', (id, regions) => {
    const painted = paintedIn(regions)
    const pairs = targets[id].painted.map(({ foreground, background }) => `${foreground} on ${background}`)
    expect(pairs.length).toBeGreaterThan(5)
    expect(pairs.filter((pair) => !painted.has(pair))).toEqual(unseen[id])
  })

  it('are those of hovered buttons, too', () => {
    const painted = paintedIn(regionsOfOwnCloud)
    for (const { hover, text } of targets['ocis-8'].groundless)
      for (const ground of hover) expect([...painted]).toContain(`${text} on ${ground}`)
  })

  it.each([
    ['ocis-8', regionsOfOwnCloud, 'colorPalette'],
    ['opencloud-7.3', regionsOfOpenCloud, 'roles'],
  ] as const)('of regions are tokens that the client reads: %s', (id, regions, group) => {
    const { read } = targets[id].tokens[group] ?? { read: new Set() }
    const tokens = Object.values<PaintedRegions[string]>(regions).flatMap(
      ({ ground, groundTo, text, icon, border }) => [ground, groundTo, text, icon, border].flat(),
    )
    const named = tokens.filter((token) => token !== undefined && !token.startsWith('#'))
    expect(named.length).toBeGreaterThan(50)
    expect([...new Set(named)].filter((token) => !read.has(token as string))).toEqual([])
  })
})
