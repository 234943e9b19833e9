import { describe, expect, it } from 'vitest'
import type { SettingChange } from '../../src/doctor/answer.js'
import { diagnose } from '../../src/doctor/diagnose.js'
import {
  goneVariables,
  registry,
  releaseOf,
  resharing,
  serviceAccount,
  sources,
  stores,
} from '../../src/doctor/release-facts.js'
import type { Upgrade } from '../../src/doctor/upgrade.js'
import { isOpenCloud, openCloudNames } from '../../src/settings/across-products.js'
import type { Environment } from '../../src/settings/settings.js'
import { targetIds } from '../../src/targets/index.js'

/** The names that patterns are tried with: each may match the pattern of another rule, too. */
const fillings = ['OCIS', 'STORE', 'STORE_CACHE', 'SETTINGS']
const patterns = [
  ...goneVariables.flatMap(({ name, successors }) => [name, ...successors]),
  ...[registry.kind, registry.address, registry.misnamed, registry.host],
  ...[resharing.global, ...resharing.local],
  ...serviceAccount.perService,
  stores.names,
  ...openCloudNames.flat(),
]
const ends = ['STORE', 'CACHE_STORE', 'SERVICE_ACCOUNT_ID', 'ENABLE_RESHARING', 'GRPC_ADDR']
const names = [
  ...new Set(
    patterns.flatMap((pattern) => {
      if (!pattern.includes('*')) return [pattern]
      return (pattern.endsWith('*') ? ends : fillings).map((filling) => pattern.replace('*', filling))
    }),
  ),
]
/** One of each kind. */
const values = [
  ...[stores.gone[0], stores.successor, stores.forTests, registry.deprecated[0], registry.disputed],
  ...['true', 'false', '127.0.0.1:9233', 'other'],
]

/** One upgrade of each kind, also with an unknown start: releases differ by number and product. */
const kindOf = (release = 'any') => `${Math.max(releaseOf(release), 4)} ${isOpenCloud(release)}`
const upgrades = [
  ...new Map(
    targetIds.flatMap((target) =>
      [undefined, ...sources].map((from) => [
        `${from && kindOf(from)} ${kindOf(target)}`,
        { target, ...(from !== undefined && { from }) },
      ]),
    ),
  ).values(),
].filter(({ from, target }) => from === undefined || kindOf(from) !== kindOf(target))

const upgradeOf = (services: readonly Environment[], about: Pick<Upgrade, 'from' | 'target'>): Upgrade => ({
  processes: services.map((variables, index) => ({ name: `s${index}`, variables, runsNats: index === 0 })),
  isWhole: true,
  data: { problem: 'No folder.' },
  ...about,
})

const words = (change: SettingChange) =>
  change.action === 'set' ? `set ${change.value}` : change.action === 'rename' ? `to ${change.to}` : 'remove'

/** The variables that the findings of a run say different things about, for one service. */
function contradictions(upgrade: Upgrade): string[] {
  const findings = diagnose(upgrade).flatMap((answer) => answer.findings)
  const said = new Map<string, Set<string>>()
  for (const { changes, services } of findings) {
    for (const change of changes) {
      for (const service of services.length > 0 ? services : ['all']) {
        const about = `${change.variable} of ${service}`
        said.set(about, (said.get(about) ?? new Set()).add(words(change)))
        if (change.action === 'rename') {
          for (const name of change.to) {
            const other = `${name} of ${service}`
            said.set(other, (said.get(other) ?? new Set()).add('renamed'))
          }
        }
      }
    }
  }
  const going = [...said].filter(([, all]) => [...all].some((word) => !/^set|^renamed/.test(word)))
  const open = findings.flatMap(({ code, message }) => (code === 'upgrade-unknown' ? [message] : []))
  const isOpen = (name: string) => {
    const word = new RegExp(`(?<![A-Z_])${name}(?![A-Z_])`)
    return open.some((message) => word.test(message))
  }
  return [
    ...[...said].filter(([, all]) => all.size > 1).map(([about, all]) => `${about}: ${[...all].join(', ')}`),
    ...going.map(([about]) => about.replace(/ of .*/, '')).filter(isOpen),
  ]
}

describe('findings about a variable', () => {
  it.each(upgrades)('never contradict each other from $from to $target', (about) => {
    const found = names.flatMap((name) =>
      values.flatMap((value) =>
        contradictions(upgradeOf([{ [name]: value }], about)).map((text) => `${name}=${value}: ${text}`),
      ),
    )
    expect(found).toEqual([])
  })

  it('never contradict each other where all variables are set, in one service or in two', () => {
    const found = upgrades.flatMap((about) =>
      values.flatMap((value) => {
        const all = Object.fromEntries(names.map((name) => [name, value]))
        const odd = Object.fromEntries(
          names.filter((_, index) => index % 2 === 1).map((name) => [name, value]),
        )
        return [[all], [all, {}], [{}, all], [all, odd], [odd, all]].flatMap((services) =>
          contradictions(upgradeOf(services, about)),
        )
      }),
    )
    expect([...new Set(found)]).toEqual([])
  })
})
