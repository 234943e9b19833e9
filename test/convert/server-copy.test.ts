import { describe, expect, it } from 'vitest'
import { reportServerCopy } from '../../src/convert/server-copy.js'
import { FindingCollection } from '../../src/findings/collection.js'
import { type ConversionTargetId, detect } from '../../src/index.js'
import type { JsonObject } from '../../src/json/value.js'
import { shippedThemes, uploadedCopy } from '../../src/shipped/shipped-themes.js'
import { targetOf } from '../../src/targets/index.js'
import { corpusFiles, hasCorpus } from '../support/corpus.js'
import { layeredFile } from '../support/layered-file.js'

/** What a conversion says of a document as a whole. */
function said(document: JsonObject, target: ConversionTargetId) {
  const findings = new FindingCollection()
  const { generation } = detect(document)
  reportServerCopy({ target: targetOf(target), findings, generation }, document)
  return findings.listed
}

const shipped = shippedThemes()
const ofOcis5 = shipped.find(({ target }) => target === 'ocis-5') as (typeof shipped)[number]
const uploaded = uploadedCopy(ofOcis5, 'branding/acme.png')

describe('a copy of a theme that a server shipped', () => {
  it('is to be deleted, whatever the release', () => {
    for (const { document, releases } of shipped) {
      const [finding, ...more] = said(document, 'ocis-8')
      expect(finding).toMatchObject({ code: 'shipped-theme', severity: 'warning', pointer: '' })
      expect(finding?.message).toContain(releases)
      expect(finding?.message).toMatch(/Delete the file.* hide the server's own themes.* logo uploads fail/)
      expect(more).toEqual([])
    }
  })

  it('with an uploaded logo is to be deleted, and the logo kept as the target can', () => {
    const [finding, ...more] = said(uploaded, 'ocis-8')
    expect(finding).toMatchObject({ code: 'logo-only-theme', severity: 'warning', pointer: '' })
    for (const part of [
      ofOcis5.releases,
      'branding/acme.png',
      'Delete the file',
      'upload it again on oCIS 8',
    ])
      expect(finding?.message).toContain(part)
    expect(finding?.message).toContain('--branding-out')
    expect(more).toEqual([])
  })

  it('has no branding file where the target reads none', () => {
    const older = shipped.filter(({ slots, target }) => slots.length > 0 && target !== 'ocis-5')
    expect(older.length).toBeGreaterThan(0)
    for (const each of older) {
      const [finding] = said(uploadedCopy(each, 'branding/a.png'), 'ocis-5')
      expect(finding?.message).toContain('upload it again on oCIS 5')
      expect(finding?.message).not.toContain('--branding-out')
    }
  })

  it('is right on the release that writes it', () => {
    expect(said(ofOcis5.document, 'ocis-5')).toEqual([])
    expect(said(uploaded, 'ocis-5')).toEqual([])
  })

  it('is none of a customised theme', () => {
    expect(said(layeredFile(), 'ocis-8')).toEqual([])
    expect(said({ ...ofOcis5.document, more: 1 }, 'ocis-8')).toEqual([])
  })

  it.skipIf(!hasCorpus)('is told of OpenCloud, too, but on the same release', () => {
    const found = corpusFiles('opencloud').find(({ file }) => file === 'opencloud/opencloud-1.0.json')
    const document = found?.document as JsonObject
    const [finding] = said(document, 'opencloud-4')
    expect(finding).toMatchObject({ code: 'shipped-theme', pointer: '' })
    expect(finding?.message).toMatch(/OpenCloud 1\.0 .*hide the server's own themes\.$/)
    expect(said(document, 'opencloud-1')).toEqual([])
    expect(said({ ...document, more: 1 }, 'opencloud-4')).toEqual([])
  })
})
