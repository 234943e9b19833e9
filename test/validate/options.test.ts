import { describe, expect, it } from 'vitest'
import { catalogue, ruleCodes, validate } from '../../src/index.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { allServed } from '../../src/targets/all-served.js'
import { checkedOptions } from '../../src/validate/options.js'
import { withChanges } from '../support/test-rule.js'

describe('settings of rules', () => {
  const document = withChanges(exampleTheme(), { '/common/logo': '/a.svg', '/contact': 'x' })

  it('can be switched off and raised', () => {
    const severities = (rules: Parameters<typeof validate>[1]) =>
      validate(document, rules).diagnostics.map(({ code, severity }) => `${code} ${severity}`)
    expect(severities({})).toEqual(['absolute-logo warning', 'unknown-key info'])
    expect(severities({ rules: { 'unknown-key': 'off' } })).toEqual(['absolute-logo warning'])
    expect(severities({ rules: { 'absolute-logo': 'error', 'unknown-key': 'warning' } })).toEqual([
      'absolute-logo error',
      'unknown-key warning',
    ])
    expect(severities({ rules: 'off' })).toEqual([])
    expect(validate(document, { rules: { 'absolute-logo': 'error' } }).valid).toBe(false)
  })

  it('let the next rule judge a text when the first is off', () => {
    const unsafe = withChanges(exampleTheme(), {
      '/clients/web/themes/0/designTokens/colorPalette/border': 'url(//a)',
    })
    expect(
      validate(unsafe, { rules: { 'unsafe-token': 'off' } }).diagnostics.map(({ code }) => code),
    ).toEqual(['invalid-color'])
  })

  it('say nothing beside a finding that has nothing to say', () => {
    for (const finding of validate(document).diagnostics) expect(finding).not.toHaveProperty('related')
  })

  it('are only those that there are', () => {
    for (const code of ruleCodes) expect(catalogue).toHaveProperty(code)
    for (const setting of ['off', 'error', 'warning', 'info'] as const) {
      const rules = Object.fromEntries([...ruleCodes].map((code) => [code, setting]))
      const found = validate(document, { rules }).diagnostics.map(({ severity }) => severity)
      expect(found).toEqual(setting === 'off' ? [] : [setting, setting])
    }
  })
})

describe('options', () => {
  const assets = { find: () => ({ found: true }) as const }

  it.each<[string, Record<string, unknown>, typeof TypeError | typeof RangeError, RegExp]>([
    ['a target that is no text', { target: 8 }, TypeError, /"target" must be a string, not 8/],
    ['an unknown target', { target: 'ocis-99' }, RangeError, /"ocis-99".*ocis-8/],
    ['another server', { served: 'nginx' }, TypeError, /"served" must be "ocis" or "static", not "nginx"/],
    ['another kind of file', { as: 'logo' }, TypeError, /"as" must be "theme" or "branding", not "logo"/],
    [
      'a base that is no theme',
      { base: [] },
      TypeError,
      /"base" must be the parsed theme .*, not an empty list/,
    ],
    ['rules that are a list', { rules: ['off'] }, TypeError, /"rules" must be "off" or an object/],
    ['rules that are another word', { rules: 'on' }, TypeError, /"rules" must be "off" or an object/],
    [
      'an unknown rule',
      { rules: { 'low-contrats': 'off' } },
      RangeError,
      /rule "low-contrats".*"low-contrast"/,
    ],
    [
      'a finding that is always one',
      { rules: { 'missing-key': 'off' } },
      RangeError,
      /Unknown rule "missing-key".* Other findings can't be switched off or raised here/,
    ],
    [
      'an unknown severity',
      { rules: { 'low-contrast': 'loud' } },
      TypeError,
      /"low-contrast" takes "off" or "error" or "warning" or "info", not "loud"/,
    ],
    [
      'a severity that is no text',
      { rules: { 'low-contrast': true } },
      TypeError,
      /"low-contrast".* not true/,
    ],
    ['assets that are a path', { assets: 'public' }, TypeError, /"assets" .*"find".*"public"/],
    ['assets without a search', { assets: { ...assets, find: undefined } }, TypeError, /"assets"/],
    ['no assets', { assets: null }, TypeError, /"assets"/],
    ['a limit that is no count', { maxFindings: -1 }, TypeError, /"maxFindings"/],
    ['a misspelt one', { asset: assets }, TypeError, /"asset".*"assets"/],
  ])('must not be %s', (_, options, type, message) => {
    const call = () => validate(exampleTheme(), options)
    expect(call).toThrow(type)
    expect(call).toThrow(message)
  })

  it('may all be given', () => {
    const options = {
      target: 'ocis-8',
      served: 'static',
      as: 'theme',
      rules: {},
      assets,
      maxFindings: 5,
    } as const
    expect(validate(exampleTheme(), options).diagnostics).toEqual([])
    expect(validate(exampleTheme(), { ...options, rules: 'off', base: {} }).diagnostics).toEqual([])
  })
})

it('are looked at before a document is', () => {
  expect(() => checkedOptions({ target: 'ocis-99' as 'ocis-8' }, allServed)).toThrow(RangeError)
  expect(checkedOptions({ target: 'ocis-5' }, allServed).target).toBe('ocis-5')
  expect(checkedOptions({}, { ...allServed, targets: {} })).toMatchObject({
    target: undefined,
    served: 'ocis',
    as: 'theme',
  })
})
