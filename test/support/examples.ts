import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { load } from '../../src/cli/commands/load-file.js'
import type { Example } from '../../src/descriptions/example.js'
import type { ServerExample } from '../../src/doctor/codes.js'
import { diagnose } from '../../src/doctor/diagnose.js'
import { openCloudTheme, topbar } from '../../src/findings/examples.js'
import { judgeImage } from '../../src/images/judge.js'
import { convert, type Diagnostic, resolve, validate } from '../../src/index.js'
import type { ExampleContent, InstanceExample } from '../../src/instance/codes.js'
import type { Instance } from '../../src/instance/instance.js'
import { planMigration } from '../../src/instance/migration.js'
import type { Plan } from '../../src/instance/plan.js'
import { ofOtherAccount, readOnlyFolder, refusalFindings } from '../../src/instance/refused-places.js'
import { planTransfer } from '../../src/instance/transfer.js'
import { defined } from '../../src/json/defined.js'
import type { JsonObject } from '../../src/json/value.js'
import { readInput } from '../../src/node/read-file.js'
import {
  exampleLegacyTheme,
  exampleRichTheme,
  exampleServerCopy,
  exampleTheme,
} from '../../src/shipped/example-themes.js'
import { type ShippedTheme, shippedThemes, uploadedCopy } from '../../src/shipped/shipped-themes.js'
import { changed } from './change.js'
import { folderOf } from './folder.js'
import { instanceOf } from './instances.js'

/** The findings in an example; each kind of example is checked as users would. */
export function findingsOf(example: Example): readonly Diagnostic[] {
  if ('text' in example) return validate(example.text).diagnostics
  if ('bytes' in example) return findingsInFile(example.bytes)
  if ('isResolved' in example) {
    const { change } = example
    const document = change === undefined ? exampleTheme() : changed(exampleTheme(), change)
    return resolve(document).diagnostics
  }
  if ('image' in example) return judgeImage(example.image, [example.use])
  if ('instance' in example) return [...planOf(example).findings, ...refusedBy(example)]
  if ('server' in example) return findingsOnServer(example)
  if ('uploaded' in example)
    // The first finding says to delete the file; the others are about its conversion.
    return convert(exampleServerCopy(example.uploaded)).diagnostics.slice(0, 1)
  if ('converted' in example) {
    const document = beforeConversion[example.from]()
    return convert(changed(document, example.converted), example.options).diagnostics
  }
  const document = 'change' in example ? changed(exampleTheme(), example.change) : example.document
  return validate(JSON.stringify(document, null, 2), {
    ...('target' in example && example.target !== undefined && { target: example.target }),
    ...('served' in example && { served: 'static' }),
    ...('as' in example && { as: 'branding' }),
    ...('assets' in example && example.assets !== undefined && { assets: folderOf(example.assets) }),
  }).diagnostics
}

const beforeConversion = {
  legacy: exampleLegacyTheme,
  current: exampleTheme,
  'rich palette': exampleRichTheme,
}

const contents: Readonly<Record<ExampleContent, () => JsonObject | undefined>> = {
  'legacy theme': exampleLegacyTheme,
  'current theme': exampleTheme,
  'OpenCloud theme': () => openCloudTheme({}).document as unknown as JsonObject,
  'uploaded logo': () => exampleServerCopy('branding/acme.png'),
  'legacy upload': () => uploadedCopy(shippedThemes()[2] as ShippedTheme, 'branding/acme.png'),
  branding: () => ({
    common: { logo: 'themes/_branding/other.png' },
    clients: { web: { defaults: { logo: {} } } },
  }),
  'theme with an uploaded logo': () =>
    changed(exampleTheme(), { at: topbar, value: 'themes/_branding/acme.png' }) as JsonObject,
  'theme with a logo elsewhere': () =>
    changed(exampleTheme(), { at: topbar, value: 'https://cdn.example/logo.svg' }) as JsonObject,
  image: () => undefined,
  'other image': () => undefined,
}

/** The plan for assets folders in memory. */
function planOf(example: InstanceExample): Plan {
  const { instance, settings = {}, webOptions, unreachable = [], mounts = [], target = 'ocis-8' } = example
  const { destination, variables = {}, web } = example
  const options = defined({ target, settings, unreachable, mounts, web, webOptions })
  if (destination === undefined) return planMigration(memoryInstance(instance, example), options)
  return planTransfer(
    {
      source: memoryInstance(instance, example),
      destination: memoryInstance(destination),
      isSame: (file, other) => instance[file] === destination[other],
    },
    { ...options, variables, isWhole: true },
  )
}

function memoryInstance(
  contentsOf: Readonly<Record<string, ExampleContent>>,
  { links = [] }: Pick<InstanceExample, 'links'> = {},
): Instance {
  const files = Object.entries(contentsOf).map(([file, content]) => {
    const document = contents[content]()
    return [file, document === undefined ? content : JSON.stringify(document)] as const
  })
  return instanceOf(Object.fromEntries(files), links)
}

function refusedBy({ refused }: InstanceExample): readonly Diagnostic[] {
  if (refused === undefined) return []
  const refusal = 'owner' in refused ? ofOtherAccount(refused.owner) : readOnlyFolder(refused.readOnly)
  return refusalFindings([{ file: 'themes/owncloud/theme.json', place: '/srv/acme/theme.json', refusal }])
}

function findingsOnServer(example: ServerExample): readonly Diagnostic[] {
  const { server, lacksServiceAccount = false, folder = {}, settings = {}, target = 'ocis-8' } = example
  const account = { OCIS_SERVICE_ACCOUNT_ID: 'id', OCIS_SERVICE_ACCOUNT_SECRET: 'secret' }
  return diagnose({
    processes: [
      { name: 'ocis', variables: { ...(lacksServiceAccount ? {} : account), ...server }, runsNats: true },
    ],
    isWhole: true,
    target,
    mountTargets: example.mountTargets ?? [],
    data: { plan: planOf({ instance: folder, settings, target }) },
    ...(lacksServiceAccount && { hasServiceAccount: false }),
  })
    .filter(({ question }) => question === (example.question ?? question))
    .flatMap(({ findings }) => findings)
}

function findingsInFile(bytes: readonly number[] | null): readonly Diagnostic[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'theme-convert-'))
  try {
    const file = path.join(folder, 'theme.json')
    if (bytes !== null) writeFileSync(file, Uint8Array.from(bytes))
    return load(file, 100, { read: readInput }).diagnostics
  } finally {
    rmSync(folder, { recursive: true })
  }
}
