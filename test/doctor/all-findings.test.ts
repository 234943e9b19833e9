import { describe, expect, it } from 'vitest'
import type { Example } from '../../src/descriptions/example.js'
import { diagnose } from '../../src/doctor/diagnose.js'
import { descriptions } from '../../src/generated/descriptions.js'
import { type Diagnostic, ruleCodes, type TargetId } from '../../src/index.js'
import { defaultTheme } from '../../src/instance/active.js'
import { brandingFile } from '../../src/instance/instance.js'
import { planMigration } from '../../src/instance/migration.js'
import { exampleTheme } from '../../src/shipped/example-themes.js'
import { changed } from '../support/change.js'
import { findingsOf } from '../support/examples.js'
import { instanceOf, type Tree } from '../support/instances.js'

const images = ['themes/acme/logo.svg', 'themes/acme/favicon.png', 'themes/acme/harbour.jpg']
const isServed = (example: Example) => 'change' in example || 'document' in example || 'text' in example
const textOf = (example: Example): string => {
  if ('text' in example) return example.text
  const document =
    'document' in example ? example.document : changed(exampleTheme(), (example as { change: never }).change)
  return JSON.stringify(document)
}
const targetIn = (example: Example): TargetId =>
  'target' in example && example.target !== undefined ? example.target : 'ocis-8'

/** The server of an example, with its file in use. */
function verdictsOf(example: Example): string[] {
  const target = targetIn(example)
  const file = 'as' in example ? brandingFile : defaultTheme(target)
  const others = ('assets' in example && example.assets) || images
  const files: Tree = { ...Object.fromEntries(others.map((name) => [name, name])), [file]: textOf(example) }
  const plan = planMigration(instanceOf(files), { target, settings: {} })
  const account = { OCIS_SERVICE_ACCOUNT_ID: 'id', OCIS_SERVICE_ACCOUNT_SECRET: 'secret' }
  const processes = [{ name: 'ocis', variables: account, runsNats: true }]
  return diagnose({ processes, isWhole: true, target, data: { plan } })
    .filter(({ question }) => ['theme', 'logo', 'content-policy'].includes(question))
    .map(({ verdict }) => verdict)
}

const isSerious = ({ severity }: Diagnostic) => severity !== 'info'
/** Without those of a plain web server, and of the number of bytes, which the text of a file has, and not its content. */
const codes = [...ruleCodes].filter((code) => {
  const { wrong } = descriptions[code]
  return (
    code !== 'file-too-large' && isServed(wrong) && !('served' in wrong) && findingsOf(wrong).some(isSerious)
  )
})

describe('a theme in use with an error or a warning of validate', () => {
  it('is there for many codes', () => {
    expect(codes.length).toBeGreaterThan(30)
  })

  it.each(codes)('is never said to be not affected: %s', (code) => {
    expect(verdictsOf(descriptions[code].wrong)).not.toEqual(Array(3).fill('not-affected'))
  })

  it.each(['ocis-8', 'ocis-next'] as const)('is not affected where it is right, on %s', (target) => {
    expect(verdictsOf({ document: exampleTheme(), target })).toEqual(Array(3).fill('not-affected'))
  })
})
