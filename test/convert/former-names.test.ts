import { describe, expect, it } from 'vitest'
import { convert, validate } from '../../src/index.js'
import type { Json } from '../../src/json/value.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { setAt } from '../support/change.js'

const roles = { 'b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5': { name: 'UnifiedRoleViewer', iconName: 'star' } }

/** The example theme with its share roles under their former name. */
const former = (value: Json = roles) =>
  setAt(setAt(exampleTheme(), '/common/shareRoles', undefined), '/common/roles', value)

describe('share roles under their former name "roles"', () => {
  it('move to the name that clients read', () => {
    const { theme, ledger } = convert(former())
    expect(theme).toEqual(setAt(exampleTheme(), '/common/shareRoles', roles))
    expect(ledger.entries).toContainEqual({
      from: '/common/roles/b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5/iconName',
      to: '/common/shareRoles/b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5/iconName',
      action: 'moved',
      reason: expect.stringContaining('"roles"'),
    })
  })

  it('do so in the common of a theme too', () => {
    const common = {
      name: 'Own',
      slogan: 's',
      logo: 'a.svg',
      urls: { accessDeniedHelp: '', imprint: '', privacy: '' },
    }
    const { theme } = convert(setAt(exampleTheme(), '/clients/web/themes/0/common', { ...common, roles }))
    expect(theme?.clients.web.themes[0]?.common).toEqual({ ...common, shareRoles: roles })
  })

  it('are left alone beside those that clients read', () => {
    const both = setAt(exampleTheme(), '/common/roles', roles)
    expect(convert(both).theme).toEqual(both)
  })

  it('stop a conversion where they are invalid', () => {
    const { theme, diagnostics } = convert(former('all'))
    expect(theme).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toContain('wrong-type')
  })

  it.each([
    ['ocis', 'misspelt-key /common/roles'],
    ['static', 'missing-key /common'],
  ] as const)('are named by a check, served by %s', (served, expected) => {
    const { diagnostics } = validate(former(), { served })
    expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([expected])
    expect(diagnostics[0]?.message).toContain('"shareRoles"')
    expect(diagnostics.map(({ message, related }) => message + JSON.stringify(related))[0]).toContain('roles')
  })
})
