import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as library from '../src/index.js'
import * as ownCloud from '../src/owncloud.js'
import { current, flat, named, openCloud, unwrapped, wrapped } from './support/legacy-themes.js'

const ids = Object.keys(ownCloud.targets) as library.OwnCloudTargetId[]
const target = fc.constantFrom(undefined, ...ids)
const themeOfOpenCloud = {
  common: { name: 'Acme', slogan: 'Files', logo: 'l.svg', urls: { imprint: '' } },
  clients: {
    web: {
      defaults: { logo: 'l.svg', favicon: 'f.svg', designTokens: { roles: { primary: '#123456' } } },
      themes: [{ label: 'Light', isDark: false, designTokens: {} }],
    },
  },
}
const codesOf = ({ diagnostics }: { diagnostics: library.Diagnostic[] }) =>
  diagnostics.map(({ code }) => code)

describe('the functions for ownCloud alone', () => {
  it('answer as those for all products', () => {
    const document = fc.oneof(current, flat, named, unwrapped, wrapped)
    fc.assert(
      fc.property(document, target, (theme, id) => {
        const options = id === undefined ? {} : { target: id }
        expect(ownCloud.convert(theme, options)).toEqual(library.convert(theme, options))
        expect(ownCloud.validate(theme, options)).toEqual(library.validate(theme, options))
        const shown = ownCloud.resolveThemes(theme, options)
        expect(shown).toEqual(library.resolveThemes(theme, options))
        expect(ownCloud.resolve(theme, options)).toEqual(library.resolve(theme, options))
        const [name] = shown.flatMap(({ properties }) => properties.map((property) => property.name))
        const subject = name ?? '/common/name'
        expect(ownCloud.explain(theme, subject, options)).toEqual(library.explain(theme, subject, options))
      }),
      { numRuns: 20 },
    )
  })

  it('convert the same branding files', () => {
    const parts = [
      ownCloud.brandingFor('acme.png'),
      ownCloud.makeBranding({
        name: 'Acme',
        slogan: 'Files',
        favicon: 'i.png',
        imprintUrl: 'https://acme.example',
      }),
      {
        clients: {
          web: { themes: [{ name: 'Light', isDark: false, logo: { big: 'a.svg', topbar: 'b.svg' } }] },
        },
      },
      { common: { name: 'Acme' }, clients: { web: { defaults: { logo: { small: 'branding/a.png' } } } } },
    ]
    for (const id of ids)
      for (const document of parts) {
        const options = { target: id, as: 'branding' } as const
        expect(ownCloud.convert(document, options)).toEqual(library.convert(document, options))
      }
  })

  it('have the same names, but for what is about other products', () => {
    const missing = Object.keys(library).filter((name) => !(name in ownCloud))
    expect(missing).toEqual(['defaultOpenCloudTarget'])
    expect(Object.keys(ownCloud).filter((name) => !(name in library))).toEqual([])
  })

  it('make the same branding files', () => {
    for (const id of ids.filter((each) => each !== 'ocis-5')) {
      const parts = { name: 'Acme', logo: 'acme.png' }
      expect(ownCloud.makeBranding(parts, { target: id })).toEqual(
        library.makeBranding(parts, { target: id }),
      )
    }
  })

  it('refuse a target of OpenCloud, with those that there are and where the others are', () => {
    const options = { target: 'opencloud-4' } as object
    const calls = [
      () => ownCloud.convert({}, options),
      () => ownCloud.validate({}, options),
      () => ownCloud.resolve({}, options),
      () => ownCloud.resolveThemes({}, options),
      () => ownCloud.explain({}, '/common/name', options),
      () => ownCloud.makeBranding({ name: 'Acme' }, options),
      () => ownCloud.targetFor('opencloud-4' as 'ocis-8', 'current'),
    ]
    for (const call of calls) {
      expect(call).toThrow(RangeError)
      for (const id of ids.filter((each) => ownCloud.targets[each].readsBranding))
        expect(call).toThrow(new RegExp(`Possible: .*${id}.*"theme-convert"`))
      expect(call).not.toThrow(/Possible: .*opencloud-/)
    }
  })
})

describe('a theme of OpenCloud', () => {
  it('is recognised, and never converted, shown or valid', () => {
    expect(ownCloud.detect(themeOfOpenCloud)).toEqual(library.detect(themeOfOpenCloud))
    const converted = ownCloud.convert(themeOfOpenCloud)
    expect(converted.theme).toBeUndefined()
    expect(codesOf(converted)).toEqual(['other-product'])
    expect(converted.diagnostics[0]?.message).toContain('"theme-convert"')
    const checked = ownCloud.validate(themeOfOpenCloud)
    expect([checked.valid, codesOf(checked)]).toEqual([false, ['other-product']])
    const resolved = ownCloud.resolve(themeOfOpenCloud)
    expect([resolved.theme, codesOf(resolved)]).toEqual([undefined, ['other-product']])
    expect(ownCloud.targetFor(undefined, 'opencloud').id).toBe('ocis-8')
  })

  it('is for a given release what it is to its clients', () => {
    const options = { target: 'ocis-8' } as const
    expect(ownCloud.resolve(themeOfOpenCloud, options)).toEqual(library.resolve(themeOfOpenCloud, options))
    const [checked, all] = [ownCloud, library].map(({ validate }) => validate(themeOfOpenCloud, options))
    expect(checked && codesOf(checked)).toEqual(all && codesOf(all))
    // Only its advice leads to the other entry.
    expect(checked?.diagnostics[0]?.message).toContain('"theme-convert"')
    expect(all?.diagnostics[0]?.message).not.toContain('"theme-convert"')
  })

  it('is none to convert as a branding file either', () => {
    const branding = { clients: { web: { defaults: { logo: 'l.svg' } } } }
    expect(codesOf(ownCloud.convert(branding, { as: 'branding' }))).toEqual(['other-product'])
  })

  it('is refused however it is drawn up', () => {
    fc.assert(
      fc.property(openCloud, target, (theme, id) => {
        if (ownCloud.detect(theme).generation !== 'opencloud') return
        const options = id === undefined ? {} : { target: id }
        expect(ownCloud.convert(theme, options).theme).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  })
})
