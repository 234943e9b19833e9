import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../src/convert/draft.js'
import {
  reportAlike,
  reportContrast,
  reportSeparated,
  reportUnreadable,
  textPairs,
} from '../../../src/convert/steps/color-findings.js'
import { targets } from '../../../src/index.js'
import { stepped } from '../../support/draft.js'

const file = { clients: { web: { defaults: {}, themes: [{ name: 'a' }] } } }
const said = (report: (draft: Draft) => void) => {
  const { findings, messages } = stepped(report, file, { target: 'opencloud-7.3' })
  return { findings, message: messages.join('\n') }
}

const openCloud = targets['opencloud-7.3']

describe('texts that are hard to read', () => {
  const dark =
    /^(primary|secondary|tertiary|error)$|^on(Surface|SurfaceVariant|SecondaryContainer|Chrome)$|^inverseOn/
  const readable = Object.fromEntries(
    openCloud.painted.flatMap(({ foreground, background }) =>
      [foreground, background].map((role) => [role, dark.test(role) ? '#000000' : '#ffffff']),
    ),
  )
  const weak = (roles: Record<string, string>) =>
    said((draft) =>
      reportContrast(draft, '/at', '"A"', openCloud.painted, (role) => ({ ...readable, ...roles })[role]),
    )

  it('are listed with their contrast and a colour that can be read', () => {
    const { findings, message } = weak({ error: '#888888', onError: '#ffffff', onChrome: '#eeeeee' })
    expect(findings).toEqual([['role-contrast', '/at']])
    expect(message).toContain(
      '"A" has texts below the 4.5:1 that WCAG 2 asks for: onError on error (3.5:1; #000000 would have 5.9:1); onChrome on chrome (1.1:1; #000000 would have 21:1); error on surface (3.5:1; #000000 would have 21:1).',
    )
  })

  it('are none where all can be read', () => {
    expect(weak({}).findings).toEqual([])
    expect(weak({ onSurface: '#767676' }).findings).toEqual([])
    expect(weak({ onSurface: '#777777' }).findings).toHaveLength(1)
  })

  it.each(Object.values(targets))('are those that $id paints', ({ id, painted }) => {
    for (const { foreground, background } of painted) {
      const colorOf = (token: string) =>
        token === foreground || token === background ? '#777777' : 'var(--unknown)'
      const report = (draft: Draft) => reportContrast(draft, '/at', '"A"', painted, colorOf)
      expect(stepped(report, file, { target: id }).messages.join()).toContain(
        `: ${foreground} on ${background} (1:1; `,
      )
    }
  })
})

it('texts are judged on the role of their name, and on those that are painted below them', () => {
  const roles = ['secondary', 'onPrimaryFixed', 'onSurfaceVariant', 'inverseOnSurface']
  const pairs = textPairs(roles, openCloud).map(({ foreground, background }) => `${foreground} ${background}`)
  expect(pairs.slice(0, 3)).toEqual([
    'onPrimaryFixed primaryFixed',
    'onSurfaceVariant surface',
    'inverseOnSurface inverseSurface',
  ])
  expect(pairs).toContain('onSurface surfaceContainer')
  // Icons have the others, too.
  expect(pairs.filter((pair) => !/^(?:on|inverseOn)[A-Z]/.test(pair))).toEqual([
    'secondary surface',
    'error surface',
  ])
})

it('names the backgrounds that were told apart, with the tokens of their own colours', () => {
  const separated = (all: [string, string][]) =>
    said((draft) => reportSeparated(draft, '/at', '"A"', new Map(all)))
  const { findings, message } = separated([
    ['surfaceContainer', 'background-muted'],
    ['outlineVariant', 'border'],
  ])
  expect(findings).toEqual([['grounds-separated', '/at']])
  expect(message).toMatch(/"A".*: surfaceContainer \(background-muted\), outlineVariant \(border\)\.$/)
  expect(separated([]).findings).toEqual([])
})

it('names each colour once that only browsers can work out', () => {
  const token = { text: 'var(--x)', from: '/at/border' }
  const { findings, message } = said((draft) =>
    reportUnreadable(draft, [
      ['border', token],
      ['border', token],
      ['text-default', { text: 'calc(1)', from: '/at/text-default' }],
    ]),
  )
  expect(findings).toEqual([
    ['color-not-mapped', '/at/border'],
    ['color-not-mapped', '/at/text-default'],
  ])
  expect(message).toMatch(/"var\(--x\)" .* border counts.*\n.*"calc\(1\)" .* text-default counts/)
})

it('sums up what is only alike, and what has no place', () => {
  const { findings, message } = said((draft) =>
    reportAlike(draft, ['tertiary (a)', 'secondary (b)'], new Set(['z', 'y'])),
  )
  expect(findings).toEqual([
    ['colors-alike', ''],
    ['colors-without-place', ''],
  ])
  expect(message).toMatch(/OpenCloud.*: tertiary \(a\), secondary \(b\)\..*\n.*OpenCloud.*: y, z\.$/)
  expect(said((draft) => reportAlike(draft, [], new Set())).findings).toEqual([])
})
