import { describe, expect, it } from 'vitest'
import { type ResolveOptions, resolve } from '../../src/index.js'
import { layeredFile } from '../support/layered-file.js'

const ofBranding = { common: { logo: 'b.png' } }

describe('the options of resolve', () => {
  it.each<[string, ResolveOptions]>([
    ['nothing', {}],
    ['an index and a name', { theme: 0, target: 'ocis-7', served: 'static', mode: 'regular' }],
    ['a stored name', { stored: 'Light', prefers: 'dark', provenance: false, properties: false }],
    ['a branding', { branding: ofBranding, as: 'theme' }],
    ['old web options', { webOptions: { imprintUrl: 'https://acme.example' } }],
  ])('may be %s', (_, options) => {
    expect(resolve(layeredFile(), options).theme).toBeDefined()
  })

  it('may say that the document is the branding', () => {
    expect(resolve(ofBranding, { as: 'branding', base: layeredFile() }).theme).toBeDefined()
  })

  it.each<[string, object, RegExp]>([
    ['a theme that is neither name nor index', { theme: true }, /"theme".*name of a theme or its index/],
    ['a branding as text', { branding: '{}' }, /"branding".*parsed branding document/],
    ['a list as the base', { base: [] }, /"base".*parsed theme/],
    ['another role', { as: 'logo' }, /"as".*"theme" or "branding"/],
    ['another server', { served: 'nginx' }, /"served".*"ocis" or "static"/],
    ['another mode', { mode: 'safe' }, /"mode".*"regular" or "vault"/],
    ['two brandings', { as: 'branding', branding: ofBranding }, /the branding itself.*option "branding"/],
  ])('are not %s', (_, options, message) => {
    const call = () => resolve(layeredFile(), options)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })
})
