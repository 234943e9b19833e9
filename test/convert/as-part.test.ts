import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, type Diagnostic, type TargetId, validate } from '../../src/index.js'
import { eachLeaf } from '../../src/json/pointer.js'
import type { Json, JsonObject } from '../../src/json/value.js'
import { current, openCloud } from '../support/legacy-themes.js'
import { allTargets } from '../support/targets.js'

type Web = { themes?: { mode?: unknown }[]; defaults?: JsonObject }
interface Part {
  clients: { web: Web }
}

/** A file of a product, or parts of one: with and without its themes and defaults. */
const partsOf = (documents: fc.Arbitrary<unknown>) =>
  fc.tuple(documents, fc.subarray(['themes', 'defaults'] as const)).map(([document, without]) => {
    const part = structuredClone(document) as Part
    for (const key of without) delete part.clients.web[key]
    return part
  })

const errorsOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => ({ code, pointer }))

function leavesOf(value: unknown): string[] {
  const leaves: string[] = []
  eachLeaf(value as Json, '', (pointer) => leaves.push(pointer))
  return leaves.sort()
}

/** Whether values of the input explain an error: a list without themes, or what its own clients reject, too. */
function isExplained({ code, pointer }: { code: string; pointer: string }, part: Part, target: TargetId) {
  const { themes = [] } = part.clients.web
  if (code === 'no-theme') return themes.every(({ mode }) => mode === 'vault')
  // A theme without its title or its mode.
  if (code === 'missing-key' && /^\/clients\/web\/themes\/\d+$/.test(pointer)) return true
  const same = errorsOf(validate(part, { target, as: 'branding' }).diagnostics)
  return same.some((one) => one.code === code && (code !== 'missing-key' || one.pointer === pointer))
}

describe.each(Object.entries({ current, openCloud }))('a file of the kind %s', (_, documents) => {
  it.each(allTargets)('as a part for %s is accepted where its own values are', (target) => {
    let converted = 0
    fc.assert(
      fc.property(partsOf(documents), (part) => {
        const { theme, ledger } = convert(part, { target, as: 'branding' })
        if (theme === undefined) return
        expect([...new Set(ledger.entries.flatMap(({ from }) => from ?? []))].sort()).toEqual(leavesOf(part))
        expect([...new Set(ledger.entries.flatMap(({ to }) => to ?? []))].sort()).toEqual(leavesOf(theme))
        converted += 1
        const { diagnostics } = validate(theme, { target, as: 'branding' })
        const errors = errorsOf(diagnostics).filter((error) => !isExplained(error, part, target))
        expect(errors).toEqual([])
      }),
      { numRuns: 25 },
    )
    if (target !== 'ocis-5') expect(converted).toBeGreaterThan(10)
  })

  it.each(allTargets)('as a theme for %s is accepted', (target) => {
    fc.assert(
      fc.property(partsOf(documents), (part) => {
        const { theme } = convert(part, { target, as: 'theme' })
        if (theme !== undefined)
          expect(errorsOf(validate(theme, { target, as: 'theme' }).diagnostics)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

describe('a branding file', () => {
  const web = (web: object, root: object = {}) => ({ ...root, clients: { web } })
  const asPart = (document: object, target: TargetId) => convert(document, { target, as: 'branding' })

  it.each(['opencloud-1', 'opencloud-2'] as const)(
    'has no part of the links in the defaults for %s, where they would be rejected',
    (target) => {
      const urls = { imprint: 'https://acme.example/i' }
      const document = web(
        { defaults: { urls, favicon: 'a.png' } },
        { common: { urls: { imprint: 'https://old' } } },
      )
      const { theme, ledger } = asPart(document, target)
      expect(theme).toEqual({ common: { urls }, clients: { web: { defaults: { favicon: 'a.png' } } } })
      expect(ledger.entries).toContainEqual(
        expect.objectContaining({ from: '/common/urls/imprint', to: null, action: 'superseded' }),
      )
      expect(asPart(document, 'opencloud-4').theme).toEqual(document)
      expect(asPart(web({ defaults: { favicon: 'a.png' } }, { common: { urls } }), target).theme).toEqual(
        web({ defaults: { favicon: 'a.png' } }, { common: { urls } }),
      )
    },
  )

  it('has whole groups in its themes', () => {
    const theme = { name: 'Acme', isDark: false, common: { name: 'Acme' }, logo: { topbar: 'a.svg' } }
    const { theme: converted, diagnostics } = asPart(
      web({ defaults: { logo: { login: 'l.svg' } }, themes: [theme] }),
      'ocis-8',
    )
    expect(converted?.clients.web).toMatchObject({
      defaults: { logo: { login: 'l.svg' } },
      themes: [{ common: { name: 'Acme', shareRoles: {} }, logo: { topbar: 'a.svg', login: 'l.svg' } }],
    })
    expect(Object.keys(converted?.clients.web.defaults.logo ?? {})).toEqual(['login'])
    expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toContain(
      'fallback-used /clients/web/themes/0/logo/favicon',
    )
  })

  it('has no themes of a mode that the target does not know', () => {
    const themes = [{ name: 'Safe', isDark: false, mode: 'vault' }]
    const { theme, diagnostics } = asPart(
      web({ defaults: { loginPage: { backgroundImg: '/a.jpg' } }, themes }),
      'ocis-7',
    )
    expect(theme).toEqual(web({ defaults: { loginPage: { backgroundImg: '/a.jpg' } } }))
    expect(diagnostics.map(({ code }) => code)).toEqual(['theme-dropped'])
  })

  it.each(['ocis-8', 'opencloud-4'] as const)(
    'is refused with a value that %s rejects under its new name',
    (target) => {
      const { theme, diagnostics } = asPart(web({ defaults: {} }, { common: { roles: 0 } }), target)
      expect(theme).toBeUndefined()
      expect(diagnostics).toMatchObject([{ code: 'wrong-type', pointer: '/common/shareRoles' }])
    },
  )
})
